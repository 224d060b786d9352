import { z } from 'zod';
import { id } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { ownsAUnit } from '../requests/flows/list-inbox.ts';
import { useCase } from '../use-case.ts';
import { mayShow } from './follow-unit.ts';
import { roomFor } from './room.ts';

/** Which unit's inbox is to be shown in this channel. */
export const openFollowForm = useCase({
  name: 'open-follow-form',
  does: 'look-up',
  input: z.object({ roomId: id.optional() }),
  allows: ownsAUnit,
  async run(world, actor, { roomId }) {
    const room = await roomFor(world, roomId);
    if (!room.ok) return room;
    const units = world.organisation.units.map(({ name }) => name).filter((unit) => mayShow(actor, unit));
    return units.length === 0 ? refuse('not-allowed') : done({ units, own: actor.unit });
  },
});

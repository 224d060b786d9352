import { z } from 'zod';
import { id } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { ownsAUnit } from '../requests/flows/list-inbox.ts';
import { useCase } from '../use-case.ts';
import { mayShow } from './follow-unit.ts';
import { roomFor } from './room.ts';

/** "Stop indbakke": nothing new comes to the channel; what stands there stays. */
export const unfollowUnit = useCase({
  name: 'unfollow-unit',
  does: 'setting',
  input: z.object({ roomId: id.optional() }),
  allows: ownsAUnit,
  async run(world, actor, { roomId }) {
    const found = await roomFor(world, roomId);
    if (!found.ok) return found;
    const room = found.value;
    if (room.unit !== null && !mayShow(actor, room.unit)) return refuse('not-allowed');
    await world.rooms.follow(room.id, null, actor.id);
    return done({ unit: room.unit });
  },
});

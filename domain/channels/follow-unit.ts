import { z } from 'zod';
import { notify } from '../delivery/notify.ts';
import { id } from '../input.ts';
import { hasRole, type Person, unitByName } from '../people/organisation.ts';
import { done, refuse } from '../refusal.ts';
import { ownsAUnit } from '../requests/flows/list-inbox.ts';
import { awaitsAnswer } from '../requests/transitions.ts';
import { useCase } from '../use-case.ts';
import { roomCard } from './messages/room-card.ts';
import { roomFor } from './room.ts';

/** Those who may decide who reads a unit's inbox: its owners and the administrators. */
export function mayShow(actor: Person, unit: string): boolean {
  return hasRole(actor, 'admin') || (hasRole(actor, 'processOwner') && actor.unit === unit);
}

/**
 * "Indbakke her": the unit's requests are shown in this channel, one thread each. Everybody in the channel reads them,
 * so somebody who answers for the unit decides it.
 */
export const followUnit = useCase({
  name: 'follow-unit',
  does: 'setting',
  input: z.object({ roomId: id.optional(), unit: z.string('required').min(1, 'required').max(200, 'not-a-choice') }),
  allows: ownsAUnit,
  async run(world, actor, { roomId, unit }) {
    const found = await roomFor(world, roomId);
    if (!found.ok) return found;
    const room = found.value;
    if (!unitByName(world.organisation, unit)) return refuse('invalid-input', { unit: 'not-a-choice' });
    if (!mayShow(actor, unit)) return refuse('not-allowed');
    await world.rooms.follow(room.id, unit, actor.id);
    const waiting = (await world.requests.openOfUnit(unit)).filter(({ state }) => awaitsAnswer(state));
    // A repeat of the same setting has nothing new to show.
    if (room.unit !== unit)
      for (const { id: requestId } of waiting) await notify(world, roomCard, { requestId }, (id) => id === room.id);
    return done({ unit, waiting: waiting.length });
  },
});

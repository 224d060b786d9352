import { z } from 'zod';
import type { Context } from '../context.ts';
import { notify } from '../delivery/notify.ts';
import { unitByName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import { isAdmin, mayAnswer, ownUnit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import { awaitsAnswer } from '../requests/transitions.ts';
import { useCase } from '../use-case.ts';
import { roomCard } from './messages/room-card.ts';
import type { Room } from './room.ts';

/** Which unit's inbox is to be shown in this channel. */
export const openFollowForm = useCase({
  name: 'open-follow-form',
  does: 'look-up',
  input: z.object({}),
  allows: mayAnswer,
  async run(world, actor, _input, context) {
    const room = await roomOf(world, context);
    if (!room.ok) return room;
    const units = world.organisation.units.map(({ name }) => name).filter((unit) => mayShow(actor, unit));
    return units.length === 0 ? refuse('not-allowed') : done({ units, own: actor.unit });
  },
});

/**
 * "Indbakke her": the unit's requests are shown in this channel, one thread each. Everybody in the channel reads them,
 * so somebody who answers for the unit decides it.
 */
export const followUnit = useCase({
  name: 'follow-unit',
  does: 'setting',
  input: z.object({ unit: z.string('required').min(1, 'required').max(200, 'not-a-choice') }),
  allows: mayAnswer,
  async run(world, actor, { unit }, context) {
    const found = await roomOf(world, context);
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

/** "Stop indbakke": nothing new comes to the channel; what stands there stays. */
export const unfollowUnit = useCase({
  name: 'unfollow-unit',
  does: 'setting',
  input: z.object({}),
  allows: mayAnswer,
  async run(world, actor, _input, context) {
    const found = await roomOf(world, context);
    if (!found.ok) return found;
    const room = found.value;
    if (room.unit !== null && !mayShow(actor, room.unit)) return refuse('not-allowed');
    await world.rooms.follow(room.id, null, actor.id);
    return done({ unit: room.unit });
  },
});

/** The channel or group chat that something is done in, as it is now; refused in a private chat, where there is none. */
async function roomOf(world: World, context: Context): Promise<Result<Room>> {
  const room = context.room && (await world.rooms.byId(context.room.id));
  return room ? done(room) : refuse('only-in-channel');
}

/** A unit's owners and the administrators decide who reads its inbox. */
function mayShow(actor: Person, unit: string): boolean {
  return isAdmin(actor) || ownUnit(actor) === unit;
}

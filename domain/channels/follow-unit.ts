import { z } from 'zod';
import type { Context } from '../context.ts';
import { notify } from '../delivery/notify.ts';
import type { UnitId } from '../ids.ts';
import { unitId } from '../input.ts';
import { unitById, unitName } from '../people/organisation.ts';
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
    const units = world.organisation.units.filter(({ id }) => mayShow(actor, id));
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
  input: z.object({ unit: unitId }),
  allows: mayAnswer,
  async run(world, actor, { unit: id }, context) {
    const found = await roomOf(world, context);
    if (!found.ok) return found;
    const room = found.value;
    const unit = unitById(world.organisation, id);
    if (!unit) return refuse('invalid-input', { unit: 'not-a-choice' });
    if (!mayShow(actor, id)) return refuse('not-allowed');
    await world.rooms.follow(room.id, id, actor.id);
    const waiting = (await world.requests.openOfUnit(id)).filter(({ state }) => awaitsAnswer(state));
    // A repeat of the same setting has nothing new to show.
    if (room.unit !== id)
      for (const { id: requestId } of waiting) await notify(world, roomCard, { requestId }, (to) => to === room.id);
    return done({ unit: unit.name, waiting: waiting.length });
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
    return done({ unit: room.unit && unitName(world.organisation, room.unit) });
  },
});

/** The channel or group chat that something is done in, as it is now; refused in a private chat, where there is none. */
async function roomOf(world: World, context: Context): Promise<Result<Room>> {
  const room = context.room && (await world.rooms.byId(context.room.id));
  return room ? done(room) : refuse('only-in-channel');
}

/** A unit's owners and the administrators decide who reads its inbox. */
function mayShow(actor: Person, unit: UnitId): boolean {
  return isAdmin(actor) || ownUnit(actor) === unit;
}

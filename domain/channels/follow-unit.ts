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

/** Gives the form that asks for the unit whose inbox this channel is to show. */
export const openFollowForm = useCase({
  name: 'open-follow-form',
  does: 'look-up',
  input: z.object({}),
  allows: mayAnswer,
  async run(world, actor, _input, context) {
    const room = await roomOf(world, context);
    if (!room.ok) return room;
    const units = world.organisation.units.filter(({ id }) => mayShow(actor, id));
    return units.length === 0 ? refuse('not-allowed') : done({ units, own: ownUnit(actor) });
  },
});

/**
 * "Indbakke her": shows the unit's requests in this channel, one thread each. Everybody in the channel reads them, so
 * only a person who answers for the unit may decide it.
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
    // A second request for the same setting changes nothing on screen.
    if (room.unit !== id)
      for (const { id: requestId } of waiting) await notify(world, roomCard, { requestId }, (to) => to === room.id);
    return done({ unit: unit.name, waiting: waiting.length });
  },
});

/** "Stop indbakke": the channel gets no new requests; the cards that it has stay. */
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

/**
 * Gives the channel or group chat of the context as it is stored now, or the refusal `only-in-channel` in a private
 * chat.
 */
async function roomOf(world: World, context: Context): Promise<Result<Room>> {
  const room = context.room && (await world.rooms.byId(context.room.id));
  return room ? done(room) : refuse('only-in-channel');
}

/** The unit's owners and the administrators decide who reads its inbox. */
function mayShow(actor: Person, unit: UnitId): boolean {
  return isAdmin(actor) || ownUnit(actor) === unit;
}

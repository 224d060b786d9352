import type { Audience } from '../../delivery/message.ts';
import type { PersonId, RequestId, UnitId } from '../../ids.ts';
import type { Person } from '../../people/person.ts';
import { administratorsOf } from '../../people/roles.ts';
import type { World } from '../../ports.ts';

const ids = (people: readonly Person[]) => people.map(({ id }) => id);

/**
 * Gives the people who handle a request now: its unit's process owners, else the administrators. A request always has a
 * living owner, so somebody stands in for an owner who cannot be reached.
 * @param by the person who caused the message
 */
export async function handlersOfRequest(
  world: World,
  requestId: RequestId,
  by?: PersonId,
): Promise<Audience<PersonId>> {
  const request = await world.requests.byId(requestId);
  if (!request) return { circles: [] };
  const audience = await handlersOfUnit(world, request.unit);
  return by === undefined ? audience : { ...audience, by };
}

/** Gives the people who handle a unit's requests: its process owners, else the administrators. */
export async function handlersOfUnit(world: World, unit: UnitId): Promise<Audience<PersonId>> {
  return { circles: [ids(await world.people.ownersOf(unit)), ids(await administratorsOf(world))] };
}

/**
 * Gives the leader of a request; in the place of one who gave their name and has left, the administrators. An anonymous
 * leader has no substitutes, because that they have left would tell something of them.
 */
export async function leaderOrAdmins(world: World, requestId: RequestId, by: PersonId): Promise<Audience<PersonId>> {
  const request = await world.requests.byId(requestId);
  if (!request) return { circles: [] };
  const isThere = request.anonymous || (await world.people.byId(request.leaderId))?.active === true;
  // Two circles, so that it is passed on when the leader leaves before it is delivered.
  return { circles: isThere ? [[request.leaderId]] : [[], ids(await administratorsOf(world))], by };
}

/** Gives the leader of a request as the only recipient, with no substitutes. */
export async function leader(world: World, requestId: RequestId, by?: PersonId): Promise<Audience<PersonId>> {
  const request = await world.requests.byId(requestId);
  const circles = [request ? [request.leaderId] : []];
  return by === undefined ? { circles } : { circles, by };
}

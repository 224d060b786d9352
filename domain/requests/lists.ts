import type { UnitId } from '../ids.ts';
import { unitName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import { isAdmin, ownUnit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import type { Draft } from './drafts/draft.ts';
import type { Request } from './record/request.ts';
import { isOverdue } from './view-request.ts';

export interface ListedRequest {
  request: Request;
  /** The request awaits an answer, and its deadline has passed. */
  overdue: boolean;
}

/** A leader's own requests, newest first, and their unsent drafts. */
export interface Mine {
  requests: ListedRequest[];
  drafts: Draft[];
}

/**
 * The open work of the units that a person answers for: requests that await an answer or a promised delivery, the most
 * urgent first.
 */
export interface Inbox {
  /** The names of the units; none for a process owner whose unit was closed. */
  units: readonly string[];
  /** The person stands in for units without an owner, as an administrator. */
  standsIn: boolean;
  requests: ListedRequest[];
}

/** Gives a leader's own requests and drafts. */
export async function mineOf(world: World, leader: Person): Promise<Mine> {
  const [requests, drafts] = await Promise.all([world.requests.ofLeader(leader.id), world.drafts.ofPerson(leader.id)]);
  return { requests: requests.map((request) => listed(world, request)), drafts };
}

/** Gives the inbox of a process owner's unit, and for an administrator of the units without an owner as well. */
export async function inboxOf(world: World, person: Person): Promise<Inbox> {
  const own = ownUnit(person);
  const units = [...(own === null ? [] : [own]), ...(isAdmin(person) ? await unitsWithoutOwner(world) : [])];
  const requests = (await Promise.all(units.map((unit) => world.requests.openOfUnit(unit)))).flat();
  return {
    units: units.map((unit) => unitName(world.organisation, unit)),
    standsIn: isAdmin(person),
    requests: requests.map((request) => listed(world, request)),
  };
}

function listed(world: World, request: Request): ListedRequest {
  return { request, overdue: isOverdue(request, world.now()) };
}

/**
 * Gives the units that nobody owns, also units that the organisation no longer has; administrators stand in for them.
 */
async function unitsWithoutOwner(world: World): Promise<UnitId[]> {
  const units = new Set([...world.organisation.units.map(({ id }) => id), ...(await world.requests.openUnits())]);
  const owned = await Promise.all(
    [...units].map(async (unit) => ({ unit, owners: (await world.people.ownersOf(unit)).length })),
  );
  return owned.filter(({ owners }) => owners === 0).map(({ unit }) => unit);
}

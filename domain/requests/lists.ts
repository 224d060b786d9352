import type { UnitId } from '../ids.ts';
import { unitName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import { isAdmin, ownUnit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { type Draft, isOpen } from './drafts/draft.ts';
import type { Request } from './record/request.ts';
import { awaitsAnswer } from './transitions.ts';
import { isOverdue } from './view-request.ts';

export interface ListedRequest {
  request: Request;
  /** The request awaits an answer, and its deadline has passed. */
  overdue: boolean;
}

/** The number of requests that a list shows: they fit a card on both platforms with the longest texts. */
export const mostListed = 10;

/** A leader's own requests, newest first, and their unsent drafts. */
export interface Mine {
  requests: ListedRequest[];
  /** The number of requests that are not listed; absent: none. */
  further?: number;
  drafts: Draft[];
  /** The months after which a draft is deleted. */
  deleteDraftAfterMonths: number;
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
  /** The number of requests that are not listed; absent: none. */
  further?: number;
}

/** Gives a leader's own requests and drafts. */
export async function mineOf(world: World, leader: Person): Promise<Mine> {
  const { deleteDraftAfterMonths } = world.organisation;
  const [found, drafts] = await Promise.all([
    world.requests.ofLeader(leader.id, mostListed + 1),
    world.drafts.ofPerson(leader.id),
  ]);
  const counted = await listed(world, found, () => world.requests.countOfLeader(leader.id));
  return { ...counted, drafts: drafts.filter(isOpen), deleteDraftAfterMonths };
}

/** Gives the inbox of a process owner's unit, and for an administrator of the units without an owner as well. */
export async function inboxOf(world: World, person: Person): Promise<Inbox> {
  const own = ownUnit(person);
  const units = [...(own === null ? [] : [own]), ...(isAdmin(person) ? await unitsWithoutOwner(world) : [])];
  const found = await Promise.all(units.map((unit) => world.requests.openOfUnit(unit, mostListed + 1)));
  const countAll = async () => {
    const counts = await Promise.all(units.map((unit) => world.requests.countOpenOfUnit(unit)));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return {
    units: units.map((unit) => unitName(world.organisation, unit)),
    standsIn: isAdmin(person),
    ...(await listed(world, found.flat().sort(byUrgency), countAll)),
  };
}

/** Each unit's requests come in this order, and those of several units are put into it. */
function byUrgency(one: Request, other: Request): number {
  const [first, second] = [one, other].map(({ state }) => Number(!awaitsAnswer(state)));
  return (first ?? 0) - (second ?? 0) || one.dueOn.localeCompare(other.dueOn);
}

/** Lists the first of what was found, and counts the others when there are more than were asked for. */
async function listed(world: World, found: readonly Request[], countAll: () => Promise<number>) {
  const now = world.now();
  const requests = found.slice(0, mostListed).map((request) => ({ request, overdue: isOverdue(request, now) }));
  return found.length > mostListed ? { requests, further: (await countAll()) - mostListed } : { requests };
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

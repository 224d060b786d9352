import type { UnitId } from '../ids.ts';
import { unitName } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import { isAdmin, ownUnit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { localDate } from '../time/local-time.ts';
import { type Draft, isOpen } from './drafts/draft.ts';
import type { Request } from './record/request.ts';
import { awaitsAnswer } from './transitions.ts';
import { isLate, isOverdue } from './view-request.ts';

export interface ListedRequest {
  request: Request;
  /** The name of the unit that has it. */
  unit: string;
  /** The request awaits an answer, and its deadline has passed. */
  overdue: boolean;
  /** What was promised is not done, and its time has passed; absent: no. */
  late?: boolean;
}

/** The number of requests that a page of a list shows: they fit a card on both platforms with the longest texts. */
export const mostListed = 10;

/** A page of a list. */
export interface Page {
  requests: ListedRequest[];
  /** The number of requests before it. */
  from: number;
  /** The number of requests on the page after it. */
  next: number;
  /** The reader has turned over to this page, and did not ask for the list. */
  turned: boolean;
}

/** A leader's own requests, newest first, and on the first page their unsent drafts. */
export interface Mine extends Page {
  drafts: Draft[];
  /** The months after which a draft is deleted. */
  deleteDraftAfterMonths: number;
}

/**
 * The open work of the units that a person answers for: requests that await an answer or a promised delivery, the most
 * urgent first.
 */
export interface Inbox extends Page {
  /** The names of the units; none for a process owner whose unit was closed. */
  units: readonly string[];
  /** The person stands in for units without an owner, as an administrator. */
  standsIn: boolean;
  /** The number of requests that are overdue in units that others own, for an administrator; for others none. */
  overdueElsewhere: number;
}

/** Gives a leader's own requests and drafts. */
export async function mineOf(world: World, leader: Person, from?: number): Promise<Mine> {
  const { deleteDraftAfterMonths } = world.organisation;
  const [found, drafts] = await Promise.all([
    world.requests.ofLeader(leader.id, mostRead(from)),
    from ? [] : world.drafts.ofPerson(leader.id),
  ]);
  return { ...pageOf(world, found, from), drafts: drafts.filter(isOpen), deleteDraftAfterMonths };
}

/** Gives the inbox of a process owner's unit, and for an administrator of the units without an owner as well. */
export async function inboxOf(world: World, person: Person, from?: number): Promise<Inbox> {
  const units = await unitsOf(world, person);
  const [overdueElsewhere, ...found] = await Promise.all([
    isAdmin(person) ? world.requests.countOverdueElsewhere(localDate(world.now()), units) : 0,
    ...units.map((unit) => world.requests.openOfUnit(unit, mostRead(from))),
  ]);
  return {
    units: units.map((unit) => unitName(world.organisation, unit)),
    standsIn: isAdmin(person),
    overdueElsewhere,
    ...pageOf(world, found.flat().sort(byUrgency), from),
  };
}

/** Gives what is overdue in units that others own, the longest overdue first. */
export async function overdueElsewhere(world: World, admin: Person, from?: number): Promise<Page> {
  const [units, today] = [await unitsOf(world, admin), localDate(world.now())];
  return pageOf(world, await world.requests.overdueElsewhere(today, units, mostRead(from)), from);
}

/** Gives the units whose requests a person handles. */
async function unitsOf(world: World, person: Person): Promise<UnitId[]> {
  const own = ownUnit(person);
  return [...(own === null ? [] : [own]), ...(isAdmin(person) ? await unitsWithoutOwner(world) : [])];
}

/** Each unit's requests come in this order, and those of several units are put into it. */
function byUrgency(one: Request, other: Request): number {
  const [first, second] = [one, other].map(({ state }) => Number(!awaitsAnswer(state)));
  return (first ?? 0) - (second ?? 0) || one.dueOn.localeCompare(other.dueOn);
}

/** The number of requests that tell a page and the size of the next one, so that none needs to be counted. */
const mostRead = (from = 0) => from + 2 * mostListed;

/** Gives a page of what was found; the last one when the list has become shorter than that. */
export function pageOf(world: Pick<World, 'now' | 'organisation'>, found: readonly Request[], from?: number): Page {
  const now = world.now();
  const last = Math.floor(Math.max(found.length - 1, 0) / mostListed) * mostListed;
  const start = Math.min(from ?? 0, last);
  const end = start + mostListed;
  const requests = found.slice(start, end).map((request) => ({
    request,
    unit: unitName(world.organisation, request.unit),
    overdue: isOverdue(request, now),
    late: isLate(request, now),
  }));
  const next = Math.min(Math.max(found.length - end, 0), mostListed);
  return { requests, from: start, next, turned: from !== undefined };
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

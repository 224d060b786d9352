import { DateTime } from 'luxon';
import { peopleBelow } from '../people/managers.ts';
import type { Organisation } from '../people/organisation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../ports.ts';
import { type Page, pageOf } from '../requests/lists.ts';
import { isPromise } from '../requests/record/asks.ts';
import type { EventType } from '../requests/record/history.ts';
import type { Request } from '../requests/record/request.ts';
import { isOverdue } from '../requests/view-request.ts';
import { overseenBy } from '../requests/visibility.ts';
import { localDate, zone } from '../time/local-time.ts';

export const digestSections = ['overdue', 'new', 'answered', 'promised', 'delivered'] as const;
export type DigestSection = (typeof digestSections)[number];

/** The five questions of a manager's week; each list holds all of its requests, and the card shows the first few. */
export interface Digest extends Record<DigestSection, Request[]> {
  /** ISO dates, both included. */
  from: string;
  to: string;
  /** The units' names. */
  organisation: Pick<Organisation, 'units' | 'closedUnits'>;
}

/**
 * Gives seven days of a manager's own area: requests from the people below, and requests to units whose owners are
 * below. `until` is the first day after them: the Monday of the weekly message, so that every day is in exactly one
 * message, or tomorrow when a manager asks.
 */
export async function digestFor(world: World, manager: Person, until: string): Promise<Digest> {
  const now = world.now();
  const end = DateTime.fromISO(until, { zone });
  const from = end.minus({ days: 7 });
  const below = peopleBelow(manager, await world.people.all());
  const { requests: all, steps } = await world.requests.overview(from.toJSDate(), end.toJSDate());
  const requests = all.filter(overseenBy(manager, below));
  const having = (type: EventType) => {
    const found = movedBy(steps).get(type);
    return found ? requests.filter(({ id }) => found.has(id)) : [];
  };
  return {
    from: from.toFormat('yyyy-MM-dd'),
    to: end.minus({ days: 1 }).toFormat('yyyy-MM-dd'),
    organisation: world.organisation,
    new: having('submitted'),
    answered: having('answered'),
    overdue: requests.filter((request) => isOverdue(request, now)),
    promised: requests
      .filter(({ state, answer }) => state === 'answered' && answer?.horizon.start && isPromise(answer))
      .sort((a, b) => promisedBy(a).localeCompare(promisedBy(b))),
    // A corrected answer may say that it is not done after all.
    delivered: having('delivered').filter(({ deliveredAt }) => deliveredAt !== null),
  };
}

type Steps = Awaited<ReturnType<World['requests']['overview']>>['steps'];

/** Thousands of digests are made of the same steps. */
const moved = new WeakMap<Steps, Map<EventType, Set<string>>>();

/** Gives the ids of the requests with a step of each type. */
function movedBy(steps: Steps): Map<EventType, Set<string>> {
  const known = moved.get(steps);
  if (known) return known;
  const found = new Map<EventType, Set<string>>();
  for (const { type, requestId } of steps) found.set(type, (found.get(type) ?? new Set()).add(requestId));
  moved.set(steps, found);
  return found;
}

/** Gives the seven days that end today, with each request in its present state. */
export function digestNow(world: World, manager: Person): Promise<Digest> {
  return digestFor(world, manager, dayAfter(localDate(world.now())));
}

/** A page of one of a digest's lists. */
export interface DigestPage extends Page {
  section: DigestSection;
  /** The last day of the digest. */
  to: string;
}

/** Gives a page of one of the lists of the digest whose last day is `to`, as the card of the digest counts it. */
export async function digestPage(
  world: World,
  manager: Person,
  { section, to, from }: { section: DigestSection; to: string; from: number | undefined },
): Promise<DigestPage> {
  const digest = await digestFor(world, manager, dayAfter(to));
  return { ...pageOf(world, digest[section], from), section, to };
}

const dayAfter = (day: string) => DateTime.fromISO(day, { zone }).plus({ days: 1 }).toFormat('yyyy-MM-dd');

/** The last promised day, for sorting; a "not before" promise counts by its first day. */
function promisedBy(request: Request): string {
  return request.answer?.horizon.end ?? request.answer?.horizon.start ?? '';
}

/**
 * Tells whether nothing happened and nothing is late; the weekly message for such a week is not sent, because it would
 * disturb for nothing.
 */
export function isQuietWeek(digest: Digest): boolean {
  return digest.new.length + digest.answered.length + digest.overdue.length + digest.delivered.length === 0;
}

import { DateTime } from 'luxon';
import { localDate, zone } from './local-time.ts';
import { hasRole, type Person } from './organisation.ts';
import type { World } from './ports.ts';
import type { EventType, Request } from './request.ts';
import { isOverdue } from './view-request.ts';
import { peopleBelow, smallestGroup } from './visibility.ts';

/** The five questions of a manager's week; every list holds all of its requests, the card shows the first few. */
export interface Digest {
  /** ISO dates, both included: the seven days up to today. */
  from: string;
  to: string;
  new: Request[];
  answered: Request[];
  overdue: Request[];
  promised: Request[];
  delivered: Request[];
}

/**
 * The week in a manager's own area: requests from leaders below, and requests to units whose owners are below.
 * Where fewer than five leaders are below, what they sent anonymously is left out, for the number alone would tell.
 */
export async function digestFor(world: World, manager: Person): Promise<Digest> {
  const now = world.now();
  const from = DateTime.fromJSDate(now, { zone }).startOf('day').minus({ days: 6 });
  const below = peopleBelow(manager, await world.people.all());
  const leaders = below.filter((person) => hasRole(person, 'leader')).map((person) => person.id);
  const units = [...new Set(below.flatMap((person) => (person.unit ? [person.unit] : [])))];
  const requests = (await world.requests.concerning(leaders, units)).filter(
    (request) => !request.anonymous || units.includes(request.unit) || leaders.length >= smallestGroup,
  );
  const events = await world.requests.eventsSince(
    requests.map((request) => request.id),
    from.toJSDate(),
  );
  const having = (type: EventType) => {
    const ids = new Set(events.filter((event) => event.type === type).map((event) => event.requestId));
    return requests.filter((request) => ids.has(request.id));
  };
  return {
    from: from.toFormat('yyyy-MM-dd'),
    to: localDate(now),
    new: having('submitted'),
    answered: having('answered'),
    overdue: requests.filter((request) => isOverdue(request, now)),
    promised: requests
      .filter((request) => request.state === 'answered' && request.answer?.horizon.start)
      .sort((a, b) => promisedBy(a).localeCompare(promisedBy(b))),
    delivered: having('delivered'),
  };
}

/** The last promised day, for sorting; "not before" promises count by their first. */
function promisedBy(request: Request): string {
  return request.answer?.horizon.end ?? request.answer?.horizon.start ?? '';
}

/** Nothing happened and nothing is late: such a week is not sent, so that nobody is disturbed for nothing. */
export function isQuietWeek(digest: Digest): boolean {
  return digest.new.length + digest.answered.length + digest.overdue.length + digest.delivered.length === 0;
}

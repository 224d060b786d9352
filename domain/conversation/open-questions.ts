import type { Person } from '../people/person.ts';
import { maySubmit, ownUnit } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { mostListed } from '../requests/lists.ts';
import type { Request } from '../requests/record/request.ts';

/** A request on which the other side has spoken last, so that it waits for this person. */
export interface OpenQuestion {
  request: Request;
  /** The side that the person speaks for. */
  side: 'leader' | 'unit';
  /** The instant at which the other side spoke. */
  at: Date;
}

/**
 * Gives the requests, of the person's own and of their unit, on which the other side has spoken last: the one it spoke on
 * last comes first. Those that were withdrawn wait for nobody.
 */
export async function openQuestions(world: World, person: Person): Promise<OpenQuestion[]> {
  const unit = ownUnit(person);
  const [own, ofUnit] = await Promise.all([
    maySubmit(person) ? world.requests.ofLeader(person.id, mostListed) : [],
    unit === null ? [] : world.requests.openOfUnit(unit, mostListed),
  ]);
  const waiting = [
    ...own.map((request) => ({ request, side: 'leader' as const })),
    ...ofUnit.filter(({ leaderId }) => leaderId !== person.id).map((request) => ({ request, side: 'unit' as const })),
  ].filter(({ request }) => request.state !== 'withdrawn');
  if (waiting.length === 0) return [];
  const comments = await world.comments.ofRequests(waiting.map(({ request }) => request.id));
  return waiting
    .flatMap((one): OpenQuestion[] => {
      const last = comments.findLast(({ requestId }) => requestId === one.request.id);
      return last === undefined || last.side === one.side ? [] : [{ ...one, at: last.at }];
    })
    .sort((one, other) => other.at.getTime() - one.at.getTime());
}

import type { UnitId } from '../ids.ts';
import type { World } from '../ports.ts';
import type { Request } from '../requests/record/request.ts';
import { awaitsAnswer } from '../requests/transitions.ts';
import { type RequestView, wasHandedOverBy } from '../requests/view-request.ts';
import type { Room } from './room.ts';

/** The stored facts about a message that shows something. */
interface Shown {
  kind: string;
  /** The id of the person or room that the message went to. */
  to: string;
}

/** The rules' decision for one channel; `at` is the message that is changed or replied to. */
export type RoomDecision<Posting> =
  /** Post the request's card, which makes a sound. */
  | { do: 'post' }
  /** Update the card in place. */
  | { do: 'update'; at: Posting }
  /** Replace the card by a notice that the request has left the unit. */
  | { do: 'moved'; at: Posting }
  /** Reply in the thread under the card. */
  | { do: 'reply'; at: Posting }
  | { do: 'nothing' };

/**
 * Gives the message that holds a request's card in a room, out of all messages that show the request; null when there
 * is none.
 */
export function cardIn<Posting extends Shown>(room: { id: string }, postings: readonly Posting[]): Posting | null {
  return postings.find(({ to, kind }) => to === room.id && kind === 'card') ?? null;
}

/**
 * Decides what happens to a request's card in a channel: it is posted once, and stays for as long as the channel may
 * see it.
 * @param closedUnit the unit that the request has left by its closing, if that is why the card changes
 */
export function decideCard<Posting extends Shown>(
  room: Pick<Room, 'unit'> & { id: string },
  view: Pick<RequestView, 'history'> & { request: Pick<Request, 'unit' | 'state'> },
  postings: readonly Posting[],
  closedUnit: UnitId | null = null,
): RoomDecision<Posting> {
  // The closing of a unit has taken the inbox from its channel before the card changes.
  const unit = room.unit ?? closedUnit;
  // A channel that no longer shows an inbox keeps its cards unchanged.
  if (unit === null) return { do: 'nothing' };
  const isHere = unit === view.request.unit;
  // A channel that now shows another unit's inbox learns nothing of a request that was never at that unit.
  if (!isHere && !wasHandedOverBy(view, unit)) return { do: 'nothing' };
  const at = cardIn(room, postings);
  if (at) return { do: isHere ? 'update' : 'moved', at };
  return { do: isHere && awaitsAnswer(view.request.state) ? 'post' : 'nothing' };
}

/**
 * Decides what happens to a comment on a request: it goes under the card, in the channel of the unit that has the
 * request.
 */
export function decideComment<Posting extends Shown>(
  room: Pick<Room, 'unit'> & { id: string },
  request: Pick<Request, 'unit'>,
  postings: readonly Posting[],
): RoomDecision<Posting> {
  // A channel without the card began to follow the unit later, so it gets no comments on that request.
  const at = room.unit === request.unit ? cardIn(room, postings) : null;
  return at ? { do: 'reply', at } : { do: 'nothing' };
}

/**
 * Gives the rooms that a change of a request affects: those that show its unit's inbox, and those that hold its card.
 */
export async function roomsConcernedBy(world: World, request: Pick<Request, 'id' | 'unit'>): Promise<Room[]> {
  const all = await world.rooms.all();
  if (all.length === 0) return [];
  const cards = (await world.postings.of(request.id)).filter(({ kind }) => kind === 'card');
  const standing = new Set<string>(cards.map(({ to }) => to));
  const following = all.filter(({ unit }) => unit === request.unit);
  const elsewhere = all.filter(({ id, unit }) => unit !== request.unit && standing.has(id));
  return [...following, ...elsewhere];
}

import { roomIdOf } from '../ids.ts';
import type { World } from '../ports.ts';
import type { Request } from '../requests/record/request.ts';
import { awaitsAnswer } from '../requests/transitions.ts';
import { type RequestView, wasHandedOverBy } from '../requests/view-request.ts';
import type { Room } from './room.ts';

/** What is known of a message that shows something. */
interface Shown {
  kind: string;
  /** Whose it is: a person's or a room's id. */
  to: string;
}

/** What happens in a channel; `at` is the message that changes or is replied to. */
export type RoomDecision<Posting> =
  /** The request's card is put up, which makes a sound. */
  | { do: 'post' }
  /** The card that stands there is brought up to date. */
  | { do: 'update'; at: Posting }
  /** The card that stands there makes way for the word that the request has left the unit. */
  | { do: 'moved'; at: Posting }
  /** Something is said in the thread under the card. */
  | { do: 'reply'; at: Posting }
  | { do: 'nothing' };

/** The message by which a request's card stands in a room, among all that show the request. */
export function cardIn<Posting extends Shown>(room: { id: string }, postings: readonly Posting[]): Posting | null {
  return postings.find(({ to, kind }) => to === room.id && kind === 'card') ?? null;
}

/** What becomes of a request's card in a channel: it stands there once, for as long as the channel may see it. */
export function decideCard<Posting extends Shown>(
  room: Pick<Room, 'unit'> & { id: string },
  view: Pick<RequestView, 'history'> & { request: Pick<Request, 'unit' | 'state'> },
  postings: readonly Posting[],
): RoomDecision<Posting> {
  // Where the inbox is no longer shown, what stands there stays as it is.
  if (room.unit === null) return { do: 'nothing' };
  const isHere = room.unit === view.request.unit;
  // A channel that shows another unit's inbox now is told nothing of a request that never was that unit's.
  if (!isHere && !wasHandedOverBy(view, room.unit)) return { do: 'nothing' };
  const at = cardIn(room, postings);
  if (at) return { do: isHere ? 'update' : 'moved', at };
  return { do: isHere && awaitsAnswer(view.request.state) ? 'post' : 'nothing' };
}

/** What becomes of a message about a request: it goes under the card, in the channel of the unit that has the request. */
export function decideComment<Posting extends Shown>(
  room: Pick<Room, 'unit'> & { id: string },
  request: Pick<Request, 'unit'>,
  postings: readonly Posting[],
): RoomDecision<Posting> {
  // A channel that never had the card, for it came to follow the unit later, is not told of what is said about it.
  const at = room.unit === request.unit ? cardIn(room, postings) : null;
  return at ? { do: 'reply', at } : { do: 'nothing' };
}

/** The rooms that a change of a request concerns: those that show its unit's inbox, and those where its card stands. */
export async function roomsConcernedBy(world: World, request: Pick<Request, 'id' | 'unit'>): Promise<Room[]> {
  const following = await world.rooms.ofUnit(request.unit);
  const standing = (await world.postings.of(request.id)).filter(({ kind }) => kind === 'card').map(({ to }) => to);
  const elsewhere = [...new Set(standing)].filter((id) => following.every((room) => room.id !== id));
  const found = await Promise.all(elsewhere.map((id) => world.rooms.byId(roomIdOf(id))));
  return [...following, ...found.filter((room) => room !== null)];
}

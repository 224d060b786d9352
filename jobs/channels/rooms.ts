import type { Card } from '../../cards/card.ts';
import { commentCard } from '../../cards/conversation/comment.ts';
import { noticeCard } from '../../cards/notice.ts';
import { requestCard } from '../../cards/requests/request.ts';
import type { Room } from '../../domain/channels/room.ts';
import type { Posting } from '../../domain/conversation/posting.ts';
import type { RoomMessage } from '../../domain/delivery/message.ts';
import type { Place } from '../../domain/people/organisation.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import { type RequestView, viewForUnit, wasHandedOverBy } from '../../domain/requests/view-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { roomTexts } from '../../locales/channels/room.ts';
import { type Channel, DeliveryProblem, type JobContext } from '../job.ts';

/**
 * What a unit's channel is told: the request's card, posted once and brought up to date where it stands, and messages
 * in the thread under it. False when there is nothing to tell any more.
 */
export async function tellRoom(context: JobContext, room: Room, message: RoomMessage): Promise<boolean> {
  const { world, channels } = context;
  const channel = channels[room.platform];
  const request = await world.requests.byId(message.requestId);
  if (!channel || !request) return false;
  const view = await viewForUnit(world, request);
  const standing = (await world.postings.of(request.id)).find(({ to, kind }) => to === room.id && kind === 'card');
  const { language } = world.organisation;
  if (message.kind === 'room-comment') {
    const comment = view.comments.find(({ comment: { id } }) => id === message.commentId);
    // A channel that never had the card, for it came to follow the unit later, is not told of what is said about it.
    if (!comment || !standing || room.unit !== request.unit) return false;
    await channel.post(room.place, commentCard(view, comment, 'room', language), language, standing.message);
    return true;
  }
  // Where the inbox is no longer shown, what stands there stays as it is.
  if (room.unit === null) return false;
  const here = room.unit === request.unit;
  // A channel that shows another unit's inbox now tells nothing of a request that never was that unit's.
  if (!here && !wasHandedOverBy(view, room.unit)) return false;
  const card = here ? { ...requestCard(view, language), name: 'room-request' } : movedCard(view, language);
  const readers = (await world.people.ownersOf(request.unit))
    .map(({ places }) => places[room.platform])
    .filter((place) => place !== undefined);
  if (standing) {
    if (await updated(channel, room, standing, { card, language, readers })) return true;
    await world.postings.remove(standing);
  }
  if (!here || !awaitsAnswer(request.state)) return false;
  const posted = await channel.post(room.place, card, language, undefined, readers);
  await world.postings.put({ ...posted, platform: room.platform, about: request.id, kind: 'card', to: room.id });
  return true;
}

/** False when the card is not there any more: somebody has deleted it. */
async function updated(
  channel: Channel,
  { place }: Room,
  { message }: Posting,
  { card, language, readers }: { card: Card; language: Language; readers: readonly Place[] },
): Promise<boolean> {
  try {
    await channel.update(place, message, card, language, readers);
    return true;
  } catch (error) {
    if (error instanceof DeliveryProblem && error.kind === 'gone') return false;
    throw error;
  }
}

/** A request that has left the unit is no longer for the eyes of its channel. */
function movedCard({ request: { id, number, unit } }: RequestView, language: Language): Card {
  return { ...noticeCard(roomTexts[language].moved(number, unit)), about: id };
}

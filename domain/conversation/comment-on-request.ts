import { z } from 'zod';
import { notify } from '../delivery/notify.ts';
import { requestId, textLimits, words } from '../input.ts';
import { unitName } from '../people/organisation.ts';
import { anyone } from '../people/roles.ts';
import type { World } from '../ports.ts';
import { done, refuse } from '../refusal.ts';
import type { Comment } from '../requests/record/comment.ts';
import { showChange } from '../requests/request-changed.ts';
import { relationsTo } from '../requests/visibility.ts';
import { visibleRequest } from '../requests/visible-request.ts';
import { useCase } from '../use-case.ts';
import { commentGiven } from './messages/comment-given.ts';
import { roomComment } from './messages/room-comment.ts';

/** Gives the form for a message to the other side of a request. */
export const openCommentForm = useCase({
  name: 'open-comment-form',
  does: 'look-up',
  input: z.object({ requestId }),
  allows: anyone,
  async run(world, actor, { requestId }) {
    const seen = await visibleRequest(world, actor, requestId);
    if (!seen.ok) return seen;
    return seen.value.may.comment ? done({ view: seen.value }) : refuse('not-allowed');
  },
});

/**
 * Sends a message between the leader and the unit about a request. Each reads it in their private chat; the leader of an
 * anonymous request has no name there either.
 */
export const commentOnRequest = useCase({
  name: 'comment-on-request',
  does: 'change',
  input: z.object({ requestId, text: words(textLimits.comment) }),
  allows: anyone,
  async run(world, actor, { requestId, text }, { room, message }) {
    // A message written in a channel is in its thread already, where everybody reads it.
    const isPublic = room !== null && message !== null;
    const request = await world.requests.byId(requestId);
    const relations = request ? await relationsTo(world, actor, request) : [];
    if (!request || relations.length === 0) return refuse('not-found');
    // Everybody in the channel reads the reply, so it must not reveal the leader of an anonymous request.
    if (isPublic && request.anonymous && !relations.includes('owner')) return refuse('not-found');
    if (!relations.includes('leader') && !relations.includes('owner')) return refuse('not-allowed');
    if (request.state === 'withdrawn') return refuse('wrong-state');
    // A leader who also owns the process speaks for the unit in its channel; otherwise the channel would learn who the
    // leader is.
    const isUnit = relations.includes('owner') && (room !== null || !relations.includes('leader'));
    const unit = unitName(world.organisation, request.unit);
    const side = isUnit ? 'unit' : 'leader';
    if (message) await world.postings.put({ ...message.at, about: requestId, kind: 'words', to: actor.id });
    if (message && (await wasSaidJustNow(world, { requestId, by: actor.id, side, text })))
      return done({ requestId, side, unit, number: request.number });
    const comment: Comment = {
      id: world.newId(),
      requestId,
      at: world.now(),
      by: actor.id,
      side,
      text,
    };
    await world.comments.add(comment);
    const about = { requestId, commentId: comment.id };
    await notify(world, commentGiven, about);
    await notify(world, roomComment, about, (to) => !isPublic || to !== room.id);
    await showChange(world, request);
    return done({ requestId, side, unit, number: request.number });
  },
});

/** Teams sends a message that was answered late again under another id, about half a minute afterwards. */
const repeatedWithinMs = 2 * 60_000;

/** Tells whether the same person has just written the same words about the request. */
async function wasSaidJustNow(world: World, said: Omit<Comment, 'id' | 'at'>): Promise<boolean> {
  const last = (await world.comments.ofRequest(said.requestId)).findLast(({ by }) => by === said.by);
  if (!last || last.text !== said.text || last.side !== said.side) return false;
  return world.now().getTime() - last.at.getTime() < repeatedWithinMs;
}

import { z } from 'zod';
import { enqueue } from '../delivery/background-task.ts';
import { notify } from '../delivery/notify.ts';
import { requestId, textLimits, words } from '../input.ts';
import { unitName } from '../people/organisation.ts';
import { anyone } from '../people/roles.ts';
import { done, refuse } from '../refusal.ts';
import type { Comment } from '../requests/record/comment.ts';
import { requestChanged } from '../requests/request-changed.ts';
import { relationsTo } from '../requests/visibility.ts';
import { visibleRequest } from '../requests/visible-request.ts';
import { useCase } from '../use-case.ts';
import { commentGiven } from './messages/comment-given.ts';
import { roomComment } from './messages/room-comment.ts';

/** The form for a message to the other side of a request. */
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
 * What the leader and the unit write to each other about a request. Each reads it in their own chat; the leader of an
 * anonymous request has no name there either.
 */
export const commentOnRequest = useCase({
  name: 'comment-on-request',
  does: 'change',
  input: z.object({ requestId, text: words(textLimits.comment) }),
  allows: anyone,
  async run(world, actor, { requestId, text }, { room, message }) {
    // What was written in a channel stands in its thread already, where everybody reads it.
    const isPublic = room !== null && message !== null;
    const request = await world.requests.byId(requestId);
    const relations = request ? await relationsTo(world, actor, request) : [];
    if (!request || relations.length === 0) return refuse('not-found');
    // Everybody in the channel reads the answer: it must not tell them whose anonymous request it is.
    if (isPublic && request.anonymous && !relations.includes('owner')) return refuse('not-found');
    if (!relations.includes('leader') && !relations.includes('owner')) return refuse('not-allowed');
    if (request.state === 'withdrawn') return refuse('wrong-state');
    // In a unit's channel a leader who owns the process, too, speaks for the unit: the channel must not learn more.
    const isUnit = relations.includes('owner') && (room !== null || !relations.includes('leader'));
    const comment: Comment = {
      id: world.newId(),
      requestId,
      at: world.now(),
      by: actor.id,
      side: isUnit ? 'unit' : 'leader',
      text,
    };
    await world.comments.add(comment);
    if (message) await world.postings.put({ ...message.at, about: requestId, kind: 'words', to: actor.id });
    const about = { requestId, commentId: comment.id };
    await notify(world, commentGiven, about);
    await notify(world, roomComment, about, (to) => !isPublic || to !== room.id);
    await enqueue(world, requestChanged, { requestId });
    const unit = unitName(world.organisation, request.unit);
    return done({ requestId, side: comment.side, unit, number: request.number });
  },
});

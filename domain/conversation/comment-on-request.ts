import { z } from 'zod';
import { enqueue } from '../delivery/background-task.ts';
import { notify } from '../delivery/notify.ts';
import { id, textLimits, toggle, words } from '../input.ts';
import { done, refuse } from '../refusal.ts';
import { requestChanged } from '../requests/request-changed.ts';
import { relationsTo } from '../requests/visibility.ts';
import { anyone, useCase } from '../use-case.ts';
import { commentGiven } from './messages/comment-given.ts';
import { roomComment } from './messages/room-comment.ts';

/**
 * What the leader and the unit write to each other about a request. Each reads it in their own chat; the leader of an
 * anonymous request has no name there either. `roomId` is the channel that it comes from, and `isShown` says that it
 * stands in the thread there already.
 */
export const commentOnRequest = useCase({
  name: 'comment-on-request',
  does: 'change',
  input: z.object({ requestId: id, text: words(textLimits.comment), roomId: id.optional(), isShown: toggle }),
  allows: anyone,
  async run(world, actor, { requestId, text, roomId, isShown }) {
    const request = await world.requests.byId(requestId);
    const relations = request ? await relationsTo(world, actor, request) : [];
    if (!request || relations.length === 0) return refuse('not-found');
    // Everybody in the channel reads the answer: it must not tell them whose anonymous request it is.
    if (isShown && request.anonymous && !relations.includes('owner')) return refuse('not-found');
    if (!relations.includes('leader') && !relations.includes('owner')) return refuse('not-allowed');
    if (request.state === 'withdrawn') return refuse('wrong-state');
    // In a unit's channel a leader who owns the process, too, speaks for the unit: the channel must not learn more.
    const isUnit = relations.includes('owner') && (roomId !== undefined || !relations.includes('leader'));
    const comment = {
      id: world.newId(),
      requestId,
      at: world.now(),
      by: actor.id,
      side: isUnit ? ('unit' as const) : ('leader' as const),
      text,
    };
    await world.comments.add(comment);
    const about = { requestId, commentId: comment.id };
    await notify(world, commentGiven, about);
    await notify(world, roomComment, about, (room) => !isShown || room !== roomId);
    await enqueue(world, requestChanged, { requestId });
    return done({ requestId, side: comment.side, unit: request.unit, number: request.number });
  },
});

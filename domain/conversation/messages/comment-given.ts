import { z } from 'zod';
import { defineMessage } from '../../delivery/message.ts';
import { commentId, requestId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { handlersOfRequest, leaderOrAdmins } from '../../requests/messages/audience.ts';
import { viewById } from '../../requests/view-request.ts';

/** The leader or the unit has written about a request: the message is for the other side. */
export const commentGiven = defineMessage({
  kind: 'comment-given',
  payload: z.object({ requestId, commentId }),
  class: 'question',
  async recipients(world, { requestId, commentId }) {
    const comment = await world.comments.byId(commentId);
    if (!comment) return { circles: [] };
    const otherSide = comment.side === 'unit' ? leaderOrAdmins : handlersOfRequest;
    return otherSide(world, requestId, comment.by);
  },
  async content(world, reader: Person, { requestId, commentId }) {
    const view = await viewById(world, reader, requestId);
    const shown = view?.comments.find(({ comment }) => comment.id === commentId);
    return view && shown ? { view, shown } : null;
  },
});

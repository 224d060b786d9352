import { z } from 'zod';
import type { Room } from '../../channels/room.ts';
import { decideComment } from '../../channels/room-rules.ts';
import { defineRoomMessage, only } from '../../delivery/message.ts';
import { commentId, requestId } from '../../input.ts';
import { viewForUnit } from '../../requests/view-request.ts';

/** A comment of the leader or the unit, in the thread under the request's card in the unit's channels. */
export const roomComment = defineRoomMessage({
  kind: 'room-comment',
  payload: z.object({ requestId, commentId }),
  class: 'question',
  async recipients(world, { requestId }) {
    const request = await world.requests.byId(requestId);
    return only(request ? await world.rooms.ofUnit(request.unit) : []);
  },
  async content(world, room: Room, { requestId, commentId }) {
    const request = await world.requests.byId(requestId);
    if (!request) return null;
    const view = await viewForUnit(world, request);
    const shown = view.comments.find(({ comment }) => comment.id === commentId);
    const decision = decideComment(room, request, await world.postings.of(requestId));
    return shown && decision.do !== 'nothing' ? { view, shown, decision, owners: [] } : null;
  },
});

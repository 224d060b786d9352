import { notify } from '../../delivery/notify.ts';
import type { RoomId } from '../../ids.ts';
import type { World } from '../../ports.ts';
import type { Comment } from '../../requests/record/comment.ts';
import type { Request } from '../../requests/record/request.ts';
import { showChange } from '../../requests/request-changed.ts';
import { commentGiven } from '../messages/comment-given.ts';
import { roomComment } from '../messages/room-comment.ts';

/**
 * Stores a message about a request, and tells the other side of it.
 * @param among the channels that do not have it yet
 */
export async function addComment(
  world: World,
  request: Request,
  comment: Comment,
  among: (room: RoomId) => boolean = () => true,
): Promise<void> {
  await world.comments.add(comment);
  const about = { requestId: request.id, commentId: comment.id };
  await notify(world, commentGiven, about);
  await notify(world, roomComment, about, among);
  await showChange(world, request);
}

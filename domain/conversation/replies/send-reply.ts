import { z } from 'zod';
import { withoutChat } from '../../context.ts';
import { defineTask, enqueueFrom } from '../../delivery/background-task.ts';
import { notify } from '../../delivery/notify.ts';
import { commentIdOf, type DraftId, type RequestId } from '../../ids.ts';
import { draftId, requestId } from '../../input.ts';
import type { World } from '../../ports.ts';
import { endInRequest } from '../../requests/drafts/submit-draft.ts';
import { partyTo } from '../../requests/party.ts';
import { replyKept } from '../messages/reply-kept.ts';
import { addComment } from './add-comment.ts';

/** Sends a reply whose time has come. */
export const sendReply = defineTask({
  kind: 'send-reply',
  payload: z.object({ draftId, requestId }),
  // Replies to one request keep their order.
  lane: ({ requestId }) => `replies:${requestId}`,
  whenFailed: 'park',
});

/** So long a reply that the bot found by itself can be taken back. */
const heldMs = 2 * 60_000;

/** Has a draft sent as a reply about this request in two minutes, within the running transaction. */
export async function sendLater(world: World, draftId: DraftId, requestId: RequestId): Promise<void> {
  const at = new Date(world.now().getTime() + heldMs);
  await world.drafts.setReply(draftId, { is: 'going', to: requestId, at });
  await enqueueFrom(world, at, sendReply, { draftId, requestId });
}

/**
 * Makes a message about the request of a draft whose time has come, with its files. A draft that was taken back stays as
 * it is. When its writer can no longer write about the request, it is kept, and they are told.
 */
export async function sendDue(world: World, draftId: DraftId): Promise<void> {
  const draft = await world.drafts.takeReply(draftId, world.now());
  if (draft?.reply?.is !== 'going') return;
  const requestId = draft.reply.to;
  const writer = await world.people.byId(draft.personId);
  if (!writer?.active) return;
  const party = await partyTo(world, writer, requestId, withoutChat);
  if (!party.ok) return notify(world, replyKept, { draftId });
  const { request, side } = party.value;
  await endInRequest(world, draft, requestId);
  const id = commentIdOf(draftId);
  await addComment(world, request, { id, requestId, at: world.now(), by: writer.id, side, text: draft.text });
}

import type { AdaptiveCardJson } from '../../../cards/render/adaptive/json.ts';
import type { Action } from '../../conversation/arrival.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import { isReceipt, type Outgoing } from '../../conversation/outgoing.ts';
import { withTimeout } from '../../conversation/with-timeout.ts';
import { adaptiveActivity, adaptiveCardType } from '../send/deliver.ts';
import { dialogResponse, executeResponse, post, postToOwnChat, refreshResponse, replace } from '../send/show.ts';
import type { TeamsActivity } from './activity.ts';
import type { TeamsEdge } from './edge.ts';
import { isExtension, readInvoke } from './read-invoke.ts';
import { senderAnywhere, senderOf, type TeamsSender } from './sender.ts';

/** A dialog is answered within five seconds and a press within ten (Microsoft's documentation), whatever else is slow. */
const patienceMs = 2500;

/** The body that Teams waits for; null for an invoke that is none of ours. */
export async function respondToInvoke(edge: TeamsEdge, activity: TeamsActivity): Promise<object | null> {
  const read = readInvoke(activity);
  if (!read) return null;
  return read.in === 'dialog'
    ? respondInDialog(edge, activity, read.arrival)
    : respondOnCard(edge, activity, read.arrival);
}

async function respondInDialog(edge: TeamsEdge, activity: TeamsActivity, done: Action): Promise<object> {
  const sender = isExtension(activity) ? senderAnywhere(edge.adapter, activity) : senderOf(edge.adapter, activity);
  const outgoing = await handleArrival(edge, sender, done);
  if (!outgoing) throw new Error('what is done in a dialog has an answer');
  // A receipt for something that was sent in front of others is kept in the person's own chat.
  if (!sender.place && isReceipt(outgoing))
    await edge.answerOnce.once(`kept:${done.idempotencyKey}`, () => keepInOwnChat(edge, outgoing));
  return dialogResponse(outgoing);
}

async function respondOnCard(edge: TeamsEdge, activity: TeamsActivity, pressed: Action): Promise<object> {
  const { replyToId } = activity;
  const sender = senderOf(edge.adapter, activity);
  const outgoing = await handleArrival(edge, sender, pressed);
  if (pressed.byItself) return refreshResponse(outgoing, sender);
  if (outgoing?.reply.at === 'below' && !outgoing.isPrivate) await post(edge.adapter, sender, outgoing);
  const response = executeResponse(outgoing, sender, await sender.locale());
  if (outgoing?.reply.at === 'here' && !outgoing.isPrivate && replyToId !== undefined) {
    await outgoing.standsAt(replyToId);
    // An open form is this client's; the message goes on showing what it was opened from.
    if (outgoing.reply.reply === 'card' && response.type === adaptiveCardType)
      await keepInMessage(edge, sender, replyToId, { title: outgoing.reply.card.title, card: response.value });
  }
  return response;
}

/** The change is done and shown, also when the message cannot be changed. */
async function keepInMessage(
  { adapter, log }: TeamsEdge,
  { at }: TeamsSender,
  message: string,
  { title, card }: { title: string; card: AdaptiveCardJson },
): Promise<void> {
  const kept = replace(adapter, at, message, adaptiveActivity(title, card));
  await patiently(kept, (err) => log.warn({ err, platform: 'teams' }, 'answer not kept in the message'));
}

/** The receipt also comes into the person's own chat. The request is sent, also when this fails. */
async function keepInOwnChat({ adapter, log }: TeamsEdge, outgoing: Outgoing): Promise<void> {
  const kept = postToOwnChat(adapter, outgoing);
  await patiently(kept, (err) => log.warn({ err, platform: 'teams' }, 'receipt not kept in the chat'));
}

/** Waits, so that what the client is answered with and what is posted come in this order, but no longer than it can. */
async function patiently(work: Promise<unknown>, failed: (error: unknown) => void): Promise<void> {
  await withTimeout(patienceMs, work.catch(failed));
}

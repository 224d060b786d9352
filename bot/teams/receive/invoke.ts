import type { AdaptiveCardJson } from '../../../cards/render/adaptive/json.ts';
import type { AnswerOnce } from '../../conversation/answer-once.ts';
import { type Edge, handleArrival, isReceipt, type Outgoing } from '../../conversation/handle-arrival.ts';
import { withTimeout } from '../../conversation/with-timeout.ts';
import type { TeamsAdapter } from '../send/connector.ts';
import { adaptiveActivity, adaptiveCardType } from '../send/deliver.ts';
import { dialogResponse, executeResponse, post, postToOwnChat, refreshResponse, replace } from '../send/show.ts';
import type { TeamsActivity } from './activity.ts';
import { isExtension, readDialog } from './dialog.ts';
import { readExecute } from './read-activity.ts';
import { senderAnywhere, senderOf, type TeamsSender } from './sender.ts';

/** A dialog is answered within five seconds and a press within ten (Microsoft's documentation), whatever else is slow. */
const patienceMs = 2500;

/** What Teams waits for an answer to: the press of a button, and what is done in a dialog; null for anything else. */
export async function onInvoke(
  adapter: TeamsAdapter,
  edge: Edge,
  answerOnce: AnswerOnce,
  activity: TeamsActivity,
): Promise<object | null> {
  if (activity.name === 'adaptiveCard/action') return onExecute(adapter, edge, activity);
  const asked = readDialog(activity);
  if (!asked) return null;
  const sender = isExtension(activity) ? senderAnywhere(adapter, activity) : senderOf(adapter, activity);
  const outgoing = await handleArrival(edge, sender, asked);
  if (!outgoing) throw new Error('what is done in a dialog has an answer');
  // What was sent from where others read along is kept in the person's own chat.
  if (!sender.place && isReceipt(outgoing))
    await answerOnce.once(`kept:${asked.idempotencyKey}`, () => keep(adapter, edge, outgoing));
  return dialogResponse(outgoing);
}

async function onExecute(adapter: TeamsAdapter, edge: Edge, activity: TeamsActivity): Promise<object> {
  const { replyToId } = activity;
  const sender = senderOf(adapter, activity);
  const pressed = readExecute(activity);
  const outgoing = await handleArrival(edge, sender, pressed);
  if (pressed.byItself) return refreshResponse(outgoing, sender);
  if (outgoing?.reply.at === 'below' && !outgoing.isPrivate) await post(adapter, sender, outgoing);
  const response = executeResponse(outgoing, sender, await sender.locale());
  if (outgoing?.reply.at === 'here' && !outgoing.isPrivate && replyToId !== undefined) {
    await outgoing.standsAt(replyToId);
    // An open form is this client's; the message goes on showing what it was opened from.
    if (outgoing.reply.reply === 'card' && response.type === adaptiveCardType)
      await keepInMessage(adapter, edge, sender, replyToId, outgoing.reply.card.title, response.value);
  }
  return response;
}

/** What was done is done and shown: that the message cannot be changed takes nothing of that back. */
async function keepInMessage(
  adapter: TeamsAdapter,
  { log }: Edge,
  { at }: TeamsSender,
  message: string,
  title: string,
  card: AdaptiveCardJson,
): Promise<void> {
  const kept = replace(adapter, at, message, adaptiveActivity(title, card));
  await patiently(kept, (err) => log.warn({ err, platform: 'teams' }, 'answer not kept in the message'));
}

/** The receipt also comes into the person's own chat. It is sent: that this fails changes nothing of that. */
async function keep(adapter: TeamsAdapter, { log }: Edge, outgoing: Outgoing): Promise<void> {
  const kept = postToOwnChat(adapter, outgoing);
  await patiently(kept, (err) => log.warn({ err, platform: 'teams' }, 'receipt not kept in the chat'));
}

/** Waits, so that what the client is answered with and what is posted come in this order, but no longer than it can. */
async function patiently(work: Promise<unknown>, failed: (error: unknown) => void): Promise<void> {
  await withTimeout(patienceMs, work.catch(failed));
}

import type { AdaptiveCardJson } from '../../../cards/render/adaptive/json.ts';
import type { Arrivals } from '../../conversation/answer-once.ts';
import { type Answered, type Answering, answer, isReceipt } from '../../conversation/handle-arrival.ts';
import { within } from '../../conversation/with-timeout.ts';
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
  answering: Answering,
  arrivals: Arrivals,
  activity: TeamsActivity,
): Promise<object | null> {
  if (activity.name === 'adaptiveCard/action') return onExecute(adapter, answering, activity);
  const asked = readDialog(activity);
  if (!asked) return null;
  const sender = isExtension(activity) ? senderAnywhere(adapter, activity) : senderOf(adapter, activity);
  const answered = await answer(answering, sender, asked);
  if (!answered) throw new Error('what is done in a dialog has an answer');
  // What was sent from where others read along is kept in the person's own chat.
  if (!sender.place && isReceipt(answered))
    await arrivals.once(`kept:${asked.idempotencyKey}`, () => keep(adapter, answering, answered));
  return dialogResponse(answered);
}

async function onExecute(adapter: TeamsAdapter, answering: Answering, activity: TeamsActivity): Promise<object> {
  const { replyToId } = activity;
  const sender = senderOf(adapter, activity);
  const pressed = readExecute(activity);
  const answered = await answer(answering, sender, pressed);
  if (pressed.byItself) return refreshResponse(answered, sender);
  if (answered?.reply.at === 'below' && !answered.isPrivate) await post(adapter, sender, answered);
  const response = executeResponse(answered, sender, await sender.locale());
  if (answered?.reply.at === 'here' && !answered.isPrivate && replyToId !== undefined) {
    await answered.standsAt(replyToId);
    // An open form is this client's; the message goes on showing what it was opened from.
    if (answered.reply.reply === 'card' && response.type === adaptiveCardType)
      await keepInMessage(adapter, answering, sender, replyToId, answered.reply.card.title, response.value);
  }
  return response;
}

/** What was done is done and shown: that the message cannot be changed takes nothing of that back. */
async function keepInMessage(
  adapter: TeamsAdapter,
  { log }: Answering,
  { at }: TeamsSender,
  message: string,
  title: string,
  card: AdaptiveCardJson,
): Promise<void> {
  const kept = replace(adapter, at, message, adaptiveActivity(title, card));
  await patiently(kept, (err) => log.warn({ err, platform: 'teams' }, 'answer not kept in the message'));
}

/** The receipt also comes into the person's own chat. It is sent: that this fails changes nothing of that. */
async function keep(adapter: TeamsAdapter, { log }: Answering, answered: Answered): Promise<void> {
  const kept = postToOwnChat(adapter, answered);
  await patiently(kept, (err) => log.warn({ err, platform: 'teams' }, 'receipt not kept in the chat'));
}

/** Waits, so that what the client is answered with and what is posted come in this order, but no longer than it can. */
async function patiently(work: Promise<unknown>, failed: (error: unknown) => void): Promise<void> {
  await within(patienceMs, work.catch(failed));
}

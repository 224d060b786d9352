import { randomUUID } from 'node:crypto';
import { type Block, withValue } from '../../../cards/card.ts';
import type { AdaptiveCardJson } from '../../../cards/render/adaptive/json.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import type { Action } from '../../conversation/arrival.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import { type Deadline, NotKnownYet } from '../../conversation/in-time.ts';
import { isReceipt, type Outgoing } from '../../conversation/outgoing.ts';
import { adaptiveActivity, adaptiveCardType } from '../send/deliver.ts';
import {
  dialogResponse,
  executeResponse,
  post,
  postToOwnChat,
  refreshResponse,
  replace,
  wordOnCard,
} from '../send/show.ts';
import type { TeamsActivity } from './activity.ts';
import type { TeamsEdge } from './edge.ts';
import { isExtension, readInvoke } from './read-invoke.ts';
import { senderAnywhere, senderOf, type TeamsSender } from './sender.ts';

/** The body that Teams waits for; null for an invoke that is none of ours. */
export async function respondToInvoke(
  edge: TeamsEdge,
  activity: TeamsActivity,
  deadline: Deadline,
): Promise<object | null> {
  const read = readInvoke(activity);
  if (!read) return null;
  return read.in === 'dialog'
    ? respondInDialog(edge, activity, read.arrival, deadline)
    : respondOnCard(edge, activity, read.arrival, deadline);
}

async function respondInDialog(
  edge: TeamsEdge,
  activity: TeamsActivity,
  done: Action,
  deadline: Deadline,
): Promise<object> {
  const sender = isExtension(activity) ? senderAnywhere(edge.adapter, activity) : senderOf(edge.adapter, activity);
  // A receipt for something that was sent in front of others is kept in the person's own chat.
  const keeps = async (outgoing: Outgoing | null) => {
    if (outgoing && !sender.place && isReceipt(outgoing))
      await edge.answerOnce.once(`kept:${done.idempotencyKey}`, () => keepInOwnChat(edge, sender, outgoing, deadline));
  };
  let outgoing: Outgoing | null;
  try {
    outgoing = await deadline.known(handleArrival(edge, sender, done), (late) => void keeps(late));
  } catch (error) {
    if (!(error instanceof NotKnownYet)) throw error;
    edge.log.warn({ platform: 'teams', err: error.cause ?? error }, 'not known in time');
    return sentAgain(edge, done, await languageFor(edge, sender), error);
  }
  if (!outgoing) throw new Error('what is done in a dialog has an answer');
  await keeps(outgoing);
  const nonce = randomUUID();
  if (outgoing.reply.reply === 'form') edge.dialogs.set(nonce, outgoing.reply.form);
  return dialogResponse(outgoing, nonce);
}

/**
 * The dialog's form once more with all that was typed, and with its own nonce, so that sending it again is a repeat. A form that another
 * instance has shown is not known here: Teams then says that the app did not answer, and leaves the dialog as it is.
 */
function sentAgain({ dialogs }: TeamsEdge, { idempotencyKey: nonce, input }: Action, language: Language, why: unknown) {
  const form = dialogs.get(nonce);
  if (!form) throw why;
  const fields = form.fields.map((field) => withValue(field, input[field.id]));
  const word: Block = { block: 'status', text: edgeTexts[language].notKnownYet, mood: 'neutral' };
  const again = { ...form, intro: [word, ...form.intro], fields };
  return dialogResponse({ reply: { reply: 'form', form: again, at: 'here' }, language }, nonce);
}

async function respondOnCard(
  edge: TeamsEdge,
  activity: TeamsActivity,
  pressed: Action,
  deadline: Deadline,
): Promise<object> {
  const { replyToId } = activity;
  const sender = senderOf(edge.adapter, activity);
  const late = (outgoing: Outgoing | null) => {
    if (!outgoing || outgoing.isPrivate || pressed.byItself) return;
    // A form stands there with words that are perhaps being corrected.
    void showLate(edge, sender, outgoing, isForm(pressed) ? undefined : replyToId);
  };
  let outgoing: Outgoing | null;
  try {
    outgoing = await deadline.known(handleArrival(edge, sender, pressed), late);
  } catch (error) {
    if (!(error instanceof NotKnownYet)) throw error;
    edge.log.warn({ platform: 'teams', err: error.cause ?? error }, 'not known in time');
    // The client goes on showing what it has; a form keeps its words.
    if (pressed.byItself) return refreshResponse(null, sender);
    return wordOnCard(edgeTexts[await languageFor(edge, sender)].notKnownYet);
  }
  if (pressed.byItself) return refreshResponse(outgoing, sender);
  if (outgoing?.reply.at === 'below' && !outgoing.isPrivate) await post(edge, sender, outgoing);
  const response = executeResponse(outgoing, sender, await sender.locale());
  if (outgoing?.reply.at === 'here' && !outgoing.isPrivate && replyToId !== undefined) {
    const failed = (err: unknown) => edge.log.warn({ err, platform: 'teams' }, 'answer not kept in the message');
    await patiently(deadline, outgoing.standsAt(replyToId, undefined, false), failed);
    // An open form is this client's; the message goes on showing what it was opened from.
    if (outgoing.reply.reply === 'card' && response.type === adaptiveCardType)
      await keepInMessage(
        edge,
        sender,
        replyToId,
        { title: outgoing.reply.card.title, card: response.value },
        deadline,
      );
  }
  return response;
}

/** Whether something was typed beside what the card held. */
const isForm = ({ input, held = {} }: Action) => Object.keys(input).length > Object.keys(held).length;

/** The person was told to try again; now they see what came of the first try. */
async function showLate(
  edge: TeamsEdge,
  sender: TeamsSender,
  outgoing: Outgoing,
  pressedOn: string | undefined,
): Promise<void> {
  try {
    await post(edge, sender, outgoing, { inPlaceOf: pressedOn ?? null });
  } catch (err) {
    edge.log.warn({ err, platform: 'teams' }, 'answer not kept in the message');
  }
}

const languageFor = async ({ languages }: TeamsEdge, { user, locale }: TeamsSender) =>
  languages.get(`teams:${user}`) ?? locale();

/** The change is done and shown, also when the message cannot be changed. */
async function keepInMessage(
  edge: TeamsEdge,
  sender: TeamsSender,
  message: string,
  { title, card }: { title: string; card: AdaptiveCardJson },
  deadline: Deadline,
): Promise<void> {
  const kept = replace(edge, sender, message, adaptiveActivity(title, card));
  await patiently(deadline, kept, (err) => edge.log.warn({ err, platform: 'teams' }, 'answer not kept in the message'));
}

/** The receipt also comes into the person's own chat. The request is sent, also when this fails. */
async function keepInOwnChat(
  edge: TeamsEdge,
  sender: TeamsSender,
  outgoing: Outgoing,
  deadline: Deadline,
): Promise<void> {
  const kept = postToOwnChat(edge, sender, outgoing);
  await patiently(deadline, kept, (err) => edge.log.warn({ err, platform: 'teams' }, 'receipt not kept in the chat'));
}

/** Waits, so that what the client is answered with and what is posted come in this order, but no longer than it can. */
async function patiently(deadline: Deadline, work: Promise<unknown>, failed: (error: unknown) => void): Promise<void> {
  await deadline.patiently(work.catch(failed), failed);
}

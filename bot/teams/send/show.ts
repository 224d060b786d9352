import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { formOpener } from '../../../cards/parts.ts';
import { renderAdaptiveCard, renderAdaptiveForm } from '../../../cards/render/adaptive/card.ts';
import { asDialog } from '../../../cards/render/adaptive/dialog.ts';
import { renderPlainText } from '../../../cards/render/plain-text.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import type { Reply } from '../../../handlers/handler.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import type { Outgoing } from '../../conversation/outgoing.ts';
import { readPlace } from '../place.ts';
import type { TeamsEdge } from '../receive/edge.ts';
import type { TeamsSender } from '../receive/sender.ts';
import { adaptiveActivity, adaptiveCardType, send, threadIn } from './deliver.ts';

/** The way out for replies. */
type Replying = Pick<TeamsEdge, 'adapter' | 'turn'>;

/** @param renewFor whose view of the card it is */
function render(
  { reply, language }: Pick<Outgoing, 'reply' | 'language'>,
  renewFor: readonly string[],
  nonce: string = randomUUID(),
) {
  return reply.reply === 'card'
    ? renderAdaptiveCard(reply.card, nonce, language, renewFor)
    : renderAdaptiveForm(reply.form, nonce, language);
}

const titleOf = (reply: Reply) => (reply.reply === 'card' ? reply.card.title : reply.form.title);

/**
 * The answer to Action.Execute, which its presser alone sees, and only while the chat is open: the card that takes the
 * place of the one acted on, or a word that the reply came below. In a channel everything is answered in this way.
 */
export function executeResponse(outgoing: Outgoing | null, { account }: TeamsSender, language: Language) {
  if (outgoing && (outgoing.reply.at === 'here' || (outgoing.isPrivate && !isNotice(outgoing.reply))))
    return { statusCode: 200, type: adaptiveCardType, value: render(outgoing, [account]) } as const;
  // A word alone leaves the card where it is, for the next person who presses.
  const said = outgoing?.isPrivate && outgoing.reply.reply === 'card' ? renderPlainText(outgoing.reply.card) : null;
  return wordOnCard(said ?? edgeTexts[outgoing?.language ?? language].below);
}

/** The answer to Action.Execute that leaves the card as it is, with all that was typed in it. */
export function wordOnCard(words: string) {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words } as const;
}

/**
 * The answer to a client that asked by itself: the fresh card, or a refusal, with which the client goes on showing what
 * it has (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).
 */
export function refreshResponse(outgoing: Outgoing | null, { account }: TeamsSender) {
  if (outgoing?.reply.reply === 'card' && outgoing.reply.at === 'here')
    return { statusCode: 200, type: adaptiveCardType, value: render(outgoing, [account]) };
  const value = { code: 'BadRequest', message: outgoing ? titleOf(outgoing.reply) : '' };
  return { statusCode: 400, type: 'application/vnd.microsoft.error', value };
}

/** Words with nothing to press. */
function isNotice(reply: Reply): boolean {
  return reply.reply === 'card' && reply.card.name === 'notice' && reply.card.actions.length === 0;
}

/**
 * The answer to what is done in a dialog: the dialog goes on with what is to be seen now. Teams closes it when the person
 * does (https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit).
 */
export function dialogResponse(outgoing: Pick<Outgoing, 'reply' | 'language'>, nonce: string) {
  const { reply } = outgoing;
  // Nothing is left to do: the dialog says what came of it and can be closed.
  if (reply.reply === 'card' && (reply.card.name === 'receipt' || isNotice(reply)))
    return { task: { type: 'message', value: renderPlainText(reply.card) } };
  const card = { contentType: adaptiveCardType, content: asDialog(render(outgoing, [], nonce)) };
  return {
    task: { type: 'continue', value: { title: titleOf(outgoing.reply), height: 'large', width: 'medium', card } },
  };
}

/**
 * Answers with a message, in a thread or not; `inPlaceOf` names the message whose card was acted on by a client without
 * Action.Execute, or whose words were edited.
 */
export async function post(
  edge: Replying,
  sender: TeamsSender,
  outgoing: Outgoing,
  { inPlaceOf = null, thread = null }: { inPlaceOf?: string | null; thread?: string | null } = {},
): Promise<void> {
  const { at, place, tenant } = sender;
  const shown = place ? outgoing : { ...outgoing, reply: forAll(outgoing.reply) };
  const activity = activityOf(shown, place ? [place.account] : []);
  if (inPlaceOf !== null && outgoing.reply.at === 'here') {
    if (await replace(edge, sender, inPlaceOf, activity)) return outgoing.standsAt(inPlaceOf, undefined, false);
  }
  await edge.turn(tenant);
  await outgoing.standsAt(await send(edge.adapter, at, activity, thread ?? undefined));
}

/** Shows something else in a message, to everybody who sees it. False when the message is not there any more. */
export async function replace(
  { adapter, turn }: Replying,
  { at, tenant }: Pick<TeamsSender, 'at' | 'tenant'>,
  message: string,
  activity: Partial<Activity>,
): Promise<boolean> {
  await turn(tenant);
  const { conversations } = await adapter.client(at.serviceUrl);
  try {
    await conversations.updateActivity(threadIn(at, message), message, activity);
    return true;
  } catch (error) {
    if ((error as { statusCode?: unknown }).statusCode === 404) return false;
    throw error;
  }
}

/** Says the same in the person's own chat, where it is kept; false when there is none yet. */
export async function postToOwnChat(
  { adapter, turn }: Replying,
  { tenant }: TeamsSender,
  outgoing: Outgoing,
): Promise<boolean> {
  if (!outgoing.ownChat) return false;
  await turn(tenant);
  const place = readPlace(outgoing.ownChat);
  const message = await send(adapter, place, activityOf(outgoing, []), undefined);
  await outgoing.standsAt(message, place.conversation);
  return true;
}

/** In front of others, a form becomes a button: each person opens the form for themselves. */
function forAll(reply: Reply): Reply {
  return reply.reply === 'card' ? reply : { reply: 'card', at: reply.at, card: formOpener(reply.form) };
}

function activityOf(outgoing: Outgoing, renewFor: readonly string[]) {
  return adaptiveActivity(titleOf(outgoing.reply), render(outgoing, renewFor));
}

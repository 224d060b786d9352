import { randomUUID } from 'node:crypto';
import { renderAdaptiveCard, renderAdaptiveForm } from '../../cards/render/adaptive-card.ts';
import { edgeTexts } from '../../locales/edge.ts';
import type { Answered } from '../answer.ts';
import type { TeamsAdapter } from './connector.ts';
import { adaptiveActivity, adaptiveCardType, threadIn } from './deliver.ts';
import type { TeamsSender } from './sender.ts';

export function render({ reply, language }: Answered) {
  return reply.reply === 'card'
    ? renderAdaptiveCard(reply.card, randomUUID(), language)
    : renderAdaptiveForm(reply.form, randomUUID(), language);
}

/**
 * The answer to Action.Execute, which its presser alone sees: the card that takes the place of the one acted on, or a
 * word that the reply came below. In a channel everything is answered in this way.
 */
export function executeResponse(answered: Answered | null, language: 'da' | 'en') {
  if (answered && (answered.reply.at === 'here' || answered.isPrivate))
    return { statusCode: 200, type: adaptiveCardType, value: render(answered) };
  const value = edgeTexts[answered?.language ?? language].below;
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/**
 * Answers with a message, in a thread or not; `inPlaceOf` names the message whose card was acted on by a client without
 * Action.Execute, or whose words were edited.
 */
export async function post(
  adapter: TeamsAdapter,
  { at }: TeamsSender,
  answered: Answered,
  { inPlaceOf = null, thread = null }: { inPlaceOf?: string | null; thread?: string | null } = {},
): Promise<void> {
  const { conversations } = await adapter.client(at.serviceUrl);
  const { reply } = answered;
  const activity = adaptiveActivity(reply.reply === 'card' ? reply.card.title : reply.form.title, render(answered));
  if (inPlaceOf !== null && reply.at === 'here') {
    await conversations.updateActivity(at.conversation, inPlaceOf, activity);
    return answered.standsAt(inPlaceOf);
  }
  const { id } = await conversations.sendToConversation(threadIn(at.conversation, thread ?? undefined), activity);
  await answered.standsAt(id);
}

import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { renderAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import type { Place } from '../../domain/organisation.ts';
import { type Channel, DeliveryProblem } from '../../jobs/job.ts';
import type { TeamsAdapter } from './connector.ts';

/** Any conversation in Teams. */
export interface ConversationPlace extends Place {
  conversation: string;
  serviceUrl: string;
}

/** A personal chat in Teams. `user` is the Entra object id, `account` Teams' own id of the user. */
export interface TeamsPlace extends ConversationPlace {
  user: string;
  account: string;
}

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

export function teamsChannel(adapter: TeamsAdapter): Channel {
  return {
    async post(place, card, language, thread) {
      const { conversation, serviceUrl } = place as ConversationPlace;
      const { conversations } = await adapter.client(serviceUrl);
      const said = adaptiveActivity(card.title, renderAdaptiveCard(card, randomUUID(), language));
      const { id } = await orProblem(conversations.sendToConversation(threadIn(conversation, thread), said));
      return { conversation, message: id };
    },
    async update(place, message, card, language) {
      const { conversation, serviceUrl } = place as ConversationPlace;
      const { conversations } = await adapter.client(serviceUrl);
      const said = adaptiveActivity(card.title, renderAdaptiveCard(card, randomUUID(), language));
      await orProblem(conversations.updateActivity(threadIn(conversation, message), message, said), 'gone');
    },
    fetchFile: () => Promise.resolve('gone'),
    // Finding somebody who has not met the bot takes Microsoft Graph, which installs the app for them.
    find: async () => null,
  };
}

/**
 * Where replies to a message go. A thread in a channel is a conversation of its own
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations);
 * chats have none, and the reply stands below.
 */
export function threadIn(conversation: string, message: string | undefined): string {
  const isChannel = conversation.includes('@thread.tacv2') || conversation.includes('@thread.skype');
  return isChannel && message !== undefined ? `${conversation};messageid=${message}` : conversation;
}

async function orProblem<Value>(call: Promise<Value>, missing: 'unreachable' | 'gone' = 'unreachable'): Promise<Value> {
  try {
    return await call;
  } catch (error) {
    throw problemOf(error, missing);
  }
}

/** A message with one card; `title` is what the notification shows. */
export function adaptiveActivity(title: string, content: unknown): Partial<Activity> {
  return { type: 'message', summary: title, attachments: [{ contentType: adaptiveCardType, content }] };
}

/**
 * What Microsoft's documentation says of the connector's answers: 403 blocked or uninstalled, 404 the conversation is
 * gone, 413 too large, 429 with Retry-After, 412 and 5xx to be tried again.
 */
function problemOf(error: unknown, missing: 'unreachable' | 'gone'): unknown {
  const { statusCode, response } = error as {
    statusCode?: number;
    response?: { headers?: { get(name: string): string | undefined } };
  };
  if (statusCode === undefined) return error;
  const reason = `the connector answered ${statusCode}`;
  if (statusCode === 404) return new DeliveryProblem(missing, reason);
  if (statusCode === 403) return new DeliveryProblem('unreachable', reason);
  if (statusCode === 400 || statusCode === 413) return new DeliveryProblem('refused', reason);
  const after = Number(response?.headers?.get('retry-after'));
  return new DeliveryProblem('later', reason, Number.isFinite(after) && after > 0 ? after : null);
}

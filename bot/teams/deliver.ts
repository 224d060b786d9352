import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { renderAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import type { Place } from '../../domain/organisation.ts';
import { type Channel, DeliveryProblem } from '../../jobs/job.ts';
import type { TeamsAdapter } from './connector.ts';

/** A personal chat in Teams. `user` is the Entra object id, `account` Teams' own id of the user. */
export interface TeamsPlace extends Place {
  user: string;
  account: string;
  conversation: string;
  serviceUrl: string;
}

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

export function teamsChannel(adapter: TeamsAdapter): Channel {
  return {
    async post(place, card, language) {
      const { conversation, serviceUrl } = place as TeamsPlace;
      try {
        const client = await adapter.client(serviceUrl);
        await client.conversations.sendToConversation(
          conversation,
          adaptiveActivity(card.title, renderAdaptiveCard(card, randomUUID(), language)),
        );
      } catch (error) {
        throw problemOf(error);
      }
    },
    // Finding somebody who has not met the bot takes Microsoft Graph, which installs the app for them.
    find: async () => null,
  };
}

/** A message with one card; `title` is what the notification shows. */
export function adaptiveActivity(title: string, content: unknown): Partial<Activity> {
  return { type: 'message', summary: title, attachments: [{ contentType: adaptiveCardType, content }] };
}

/**
 * What Microsoft's documentation says of the connector's answers: 403 blocked or uninstalled, 404 the conversation is
 * gone, 413 too large, 429 with Retry-After, 412 and 5xx to be tried again.
 */
function problemOf(error: unknown): unknown {
  const { statusCode, response } = error as {
    statusCode?: number;
    response?: { headers?: { get(name: string): string | undefined } };
  };
  if (statusCode === undefined) return error;
  const reason = `the connector answered ${statusCode}`;
  if (statusCode === 403 || statusCode === 404) return new DeliveryProblem('unreachable', reason);
  if (statusCode === 400 || statusCode === 413) return new DeliveryProblem('refused', reason);
  const after = Number(response?.headers?.get('retry-after'));
  return new DeliveryProblem('later', reason, Number.isFinite(after) && after > 0 ? after : null);
}

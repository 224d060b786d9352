import { randomUUID } from 'node:crypto';
import type { Activity, ConversationParameters } from 'botbuilder';
import { renderAdaptiveCard } from '../../../cards/render/adaptive/card.ts';
import type { Place } from '../../../domain/people/place.ts';
import { type Channel, DeliveryProblem } from '../../../jobs/job.ts';
import { readPlace, type TeamsPlace } from '../place.ts';
import type { TeamsAdapter } from './connector.ts';
import { fetchFile } from './fetch-file.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

export interface TeamsChannelOptions {
  /** The addresses where simulators and emulators on this machine keep files; none where Teams is Microsoft's. */
  localOrigins: readonly string[];
  /** Brings the app to somebody who has not met the bot; null where the bot may not. */
  find: Channel['find'] | null;
}

export function teamsChannel(adapter: TeamsAdapter, { localOrigins, find }: TeamsChannelOptions): Channel {
  return {
    async post(place, card, language, thread, readers = []) {
      const at = readPlace(place);
      const renewFor = accountsOf([place, ...readers]);
      const said = adaptiveActivity(card.title, renderAdaptiveCard(card, randomUUID(), language, renewFor));
      const message = await orProblem(send(adapter, at, said, thread));
      return { conversation: at.conversation, message };
    },
    async update(place, message, card, language, readers = []) {
      const at = readPlace(place);
      const { conversations } = await adapter.client(at.serviceUrl);
      const renewFor = accountsOf([place, ...readers]);
      const said = adaptiveActivity(card.title, renderAdaptiveCard(card, randomUUID(), language, renewFor));
      await orProblem(conversations.updateActivity(threadIn(at, message), message, said), 'gone');
    },
    fetchFile: (reference, most) => fetchFile(adapter, reference, most, localOrigins),
    find: async (person) => (await find?.(person)) ?? null,
  };
}

/** Sends a message, as a reply in a thread or by itself. @returns its id, by which replies to it name it */
export async function send(
  adapter: TeamsAdapter,
  place: TeamsPlace,
  said: Partial<Activity>,
  thread: string | undefined,
): Promise<string> {
  const { conversations } = await adapter.client(place.serviceUrl);
  if (place.kind !== 'channel' || thread !== undefined)
    return (await conversations.sendToConversation(threadIn(place, thread), said)).id;
  // A new thread in a channel is a conversation that begins with this message:
  // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
  const parameters = { isGroup: true, channelData: { channel: { id: place.conversation } }, activity: said };
  const { id, activityId } = await conversations.createConversation(parameters as ConversationParameters);
  return /;messageid=(\d+)$/.exec(id)?.[1] ?? activityId;
}

/**
 * The conversation that replies to a message go to. A thread in a channel is a conversation of its own
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations);
 * chats have none, and the reply stands below.
 */
export function threadIn({ conversation, kind }: TeamsPlace, message: string | undefined): string {
  return kind === 'channel' && message !== undefined ? `${conversation};messageid=${message}` : conversation;
}

/** Teams' own ids of the people whose chats these are. */
const accountsOf = (places: readonly Place[]) =>
  places.map(readPlace).flatMap((place) => (place.kind === 'personal' ? place.account : []));

async function orProblem<Value>(call: Promise<Value>, missing: 'unreachable' | 'gone' = 'unreachable'): Promise<Value> {
  try {
    return await call;
  } catch (error) {
    throw deliveryProblemOf(error, missing);
  }
}

/** A message with one card; `title` is what the notification shows. */
export function adaptiveActivity(title: string, content: unknown): Partial<Activity> {
  return { type: 'message', summary: title, attachments: [{ contentType: adaptiveCardType, content }] };
}

/**
 * Reads the connector's answers by Microsoft's documentation: 403 blocked or uninstalled, 404 the conversation is
 * gone, 413 too large, 429 with Retry-After, 412 and 5xx to be tried again.
 */
function deliveryProblemOf(error: unknown, missing: 'unreachable' | 'gone'): unknown {
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

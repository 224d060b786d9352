import { randomUUID } from 'node:crypto';
import type { Activity, ConversationParameters } from 'botbuilder';
import { renderAdaptiveCard } from '../../../cards/render/adaptive/card.ts';
import { lastRank } from '../../../domain/delivery/classes.ts';
import type { Place } from '../../../domain/people/place.ts';
import { type Channel, DeliveryProblem } from '../../../jobs/job.ts';
import type { Rate } from '../../../models/delivery/rates.ts';
import { neverLeft } from '../../never-left.ts';
import type { Pauses } from '../../pauses.ts';
import type { Limit, restsOf, SendRates } from '../../send-rates.ts';
import { readPlace, type TeamsPlace } from '../place.ts';
import type { TeamsAdapter } from './connector.ts';
import { fetchFile } from './fetch-file.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

export interface TeamsChannelOptions {
  organisation: string;
  /** The addresses where simulators and emulators on this machine keep files; none where Teams is Microsoft's. */
  localOrigins: readonly string[];
  /** Brings the app to somebody who has not met the bot; null where the bot may not. */
  find: Channel['find'] | null;
  pauses: Pauses;
  /** Holds calls to what Teams allows; absent: no limits. */
  rates?: TeamsRates;
}

/** The limits of one tenant, and the rest of its conversations. */
export interface TeamsRates {
  rates: SendRates;
  tenant: Rate;
  restAfter: ReturnType<typeof restsOf>;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit#per-bot-per-thread-limit */
export const threadLimits: readonly Limit[] = [
  { calls: 7, seconds: 1 },
  { calls: 8, seconds: 2 },
  { calls: 60, seconds: 30 },
  { calls: 1800, seconds: 3600 },
];

export function teamsChannel(
  adapter: TeamsAdapter,
  { organisation, localOrigins, find, pauses, rates }: TeamsChannelOptions,
): Channel {
  const turn = async (rank = lastRank) => rates?.rates.wait(rates.tenant, rank);
  return {
    async post(place, card, language, { thread, readers = [], rank }) {
      const at = readPlace(place);
      const renewFor = accountsOf([place, ...readers]);
      const said = adaptiveActivity(card.title, renderAdaptiveCard(card, randomUUID(), language, renewFor));
      await turn(rank);
      const meaning = { missing: 'lost', isRepeatable: false } as const;
      const message = await pauses.call('teams', organisation, () =>
        orProblem(send(adapter, at, said, thread), meaning),
      );
      return { conversation: at.conversation, message };
    },
    async update(place, message, card, language, readers = []) {
      const at = readPlace(place);
      const renewFor = accountsOf([place, ...readers]);
      const said = adaptiveActivity(card.title, renderAdaptiveCard(card, randomUUID(), language, renewFor));
      await turn();
      const change = async () => {
        const { conversations } = await adapter.client(at.serviceUrl);
        await conversations.updateActivity(threadIn(at, message), message, said);
      };
      const meaning = { missing: 'gone', isRepeatable: true } as const;
      await pauses.call('teams', organisation, () => orProblem(change(), meaning));
    },
    ...(rates ? { restAfter: (place: Place) => rates.restAfter(readPlace(place).conversation) } : {}),
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

/** Entra ID's errors for an app whose secret has run out, or that is not there (RFC 6749, section 5.2). */
const refusedSecret = ['invalid_client', 'unauthorized_client'];

interface Meaning {
  /** The meaning of a 404. */
  missing: 'lost' | 'gone';
  /** Whether the call may be made twice, so that nothing is lost by not knowing whether it was. */
  isRepeatable: boolean;
}

async function orProblem<Value>(call: Promise<Value>, meaning: Meaning): Promise<Value> {
  try {
    return await call;
  } catch (error) {
    throw deliveryProblemOf(error, meaning);
  }
}

/** A message with one card; `title` is what the notification shows. */
export function adaptiveActivity(title: string, content: unknown): Partial<Activity> {
  return { type: 'message', summary: title, attachments: [{ contentType: adaptiveCardType, content }] };
}

/**
 * Reads the connector's answers by Microsoft's documentation: 403 blocked or uninstalled, 404 the conversation is
 * gone, 413 too large, 429 with Retry-After, 412 to be tried again. After 408 and 5xx nobody knows whether the message
 * arrived, and after a broken connection neither.
 */
function deliveryProblemOf(error: unknown, { missing, isRepeatable }: Meaning): unknown {
  const {
    name,
    errorCode: code,
    statusCode,
    response,
  } = error as {
    name?: string;
    errorCode?: string;
    statusCode?: number;
    response?: { headers?: { get(name: string): string | undefined } };
  };
  const unknown = isRepeatable ? 'later' : 'unknown';
  if (statusCode === undefined) {
    if (refusedSecret.includes(code ?? '')) return new DeliveryProblem('paused', code ?? '', null, error);
    // Any other error comes from before the request: a token that could not be had, an address that is not allowed.
    if (name !== 'RestError' && name !== 'AbortError')
      return new DeliveryProblem('later', 'no request was made', null, error);
    return new DeliveryProblem(neverLeft(error) ? 'later' : unknown, 'the connector did not answer', null, error);
  }
  const reason = `the connector answered ${statusCode}`;
  if (statusCode === 404) return new DeliveryProblem(missing, reason);
  // The token is not good there: the secret has run out, or the app was taken out of the directory.
  if (statusCode === 401) return new DeliveryProblem('paused', reason);
  if (statusCode === 403) return new DeliveryProblem('unreachable', reason);
  if (statusCode === 400 || statusCode === 413) return new DeliveryProblem('refused', reason);
  if (statusCode === 408 || statusCode >= 500) return new DeliveryProblem(unknown, reason);
  const after = Number(response?.headers?.get('retry-after'));
  const seconds = Number.isFinite(after) && after > 0 ? after : null;
  return new DeliveryProblem([412, 429].includes(statusCode) ? 'later' : 'odd', reason, seconds);
}

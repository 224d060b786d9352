import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { renderBlocks } from '../../../cards/render/block-kit/card.ts';
import { lastRank } from '../../../domain/delivery/classes.ts';
import { addressesOf } from '../../../domain/people/match.ts';
import { type Channel, DeliveryProblem } from '../../../jobs/job.ts';
import type { Pauses } from '../../pauses.ts';
import { type Limit, perMinute, type restsOf, type SendRates } from '../../send-rates.ts';
import { type DirectPlace, readPlace, type SlackPlace, type Workspace, workspaceAt } from '../place.ts';
import { isGuest } from '../receive/sender.ts';
import { deliveryProblemOf, errorOf } from './client.ts';
import { type SlackClients, workspaceOfTenant } from './clients.ts';
import { fetchFile, unpackReference } from './files.ts';

/**
 * @param tenants what of Slack belongs to the organisation whose people are written to
 * @param apiUrl another server in Slack's place, in local mode
 */
export function slackChannel(
  clients: SlackClients,
  tenants: () => Promise<readonly string[]>,
  apiUrl: string | undefined,
  pauses: Pauses,
  limits: SlackRates | null = null,
): Channel {
  const calls = async (team: string, method: keyof typeof perMinuteOf) =>
    limits?.rates.wait(perMinute(`slack ${team} ${method}`, perMinuteOf[method]), lastRank);
  const call = <Value>(
    workspace: Workspace,
    make: (client: WebClient) => Promise<Value>,
    isRepeatable = true,
  ): Promise<Value> =>
    pauses.call('slack', workspace.team || workspace.enterprise, async () => {
      try {
        return await make(await clients.of(workspace));
      } catch (error) {
        throw deliveryProblemOf(error, isRepeatable);
      }
    });
  const at = async <Value>(
    place: SlackPlace,
    make: (client: WebClient) => Promise<Value>,
    isRepeatable = true,
  ): Promise<Value> =>
    // A chat from before workspaces were stored with it is in the one that the organisation had then.
    call(workspaceAt(place) ?? workspaceOfTenant((await tenants())[0] ?? ''), make, isRepeatable);
  return {
    async post(given, card, _language, { thread, reference }) {
      const place = readPlace(given);
      const { channel } = place;
      const under = thread === undefined ? {} : { thread_ts: thread };
      const kept = reference === undefined ? {} : { metadata: metadataOf(reference) };
      const said = { channel, ...renderBlocks(card, randomUUID()), ...quiet, ...under, ...kept };
      const { ts } = await at(place, (client) => client.chat.postMessage(said), false);
      if (!ts) throw new DeliveryProblem('unknown', 'chat.postMessage gave no ts');
      return { conversation: channel, message: ts };
    },
    async findPosted(given, reference, since) {
      const place = readPlace(given);
      // The bot may read no channels.
      if (place.kind !== 'direct') return null;
      const { channel } = place;
      // The clocks of the database and of Slack may differ a little.
      const oldest = String(since.getTime() / 1000 - clockToleranceSeconds);
      const asked = { channel, oldest, limit: 200, include_all_metadata: true };
      await calls(place.team ?? '', 'conversations.history');
      const { messages = [] } = await at(place, (client) => client.conversations.history(asked));
      const found = messages.find(({ metadata }) => isMetadataOf(metadata, reference));
      return found?.ts === undefined ? null : { conversation: channel, message: found.ts };
    },
    async update(given, message, card) {
      const place = readPlace(given);
      const { channel } = place;
      await calls(place.team ?? '', 'chat.update');
      await at(place, (client) => client.chat.update({ channel, ts: message, ...renderBlocks(card, randomUUID()) }));
    },
    ...(limits ? { restAfter: restIn(limits) } : {}),
    async publishHome(given, card) {
      const place = readPlace(given);
      if (place.kind !== 'direct') throw new Error('a channel has no Home tab');
      const { user } = place;
      const { blocks } = renderBlocks(card, randomUUID());
      await calls(place.team ?? '', 'views.publish');
      await at(place, (client) => client.views.publish({ user_id: user, view: { type: 'home', blocks } }));
    },
    async fetchFile(reference, most) {
      const { workspace, file } = unpackReference(reference);
      return call(workspace, (client) => fetchFile(client, file, most, apiUrl));
    },
    async find(person) {
      let problem: unknown = null;
      for (const tenant of await tenants()) {
        for (const address of addressesOf(person)) {
          try {
            await calls(tenant, 'users.lookupByEmail');
            const workspace = workspaceOfTenant(tenant);
            const found = await call(workspace, (client) => findIn(client, workspace, tenant, address));
            if (found) return found;
          } catch (error) {
            // The person may still be in another workspace of the organisation.
            problem = error;
          }
        }
      }
      if (problem) throw problem;
      return null;
    },
  };
}

/** Slack's limits, and the rest of its channels. */
export interface SlackRates {
  rates: SendRates;
  restAfter: ReturnType<typeof restsOf>;
}

/** A channel rests after a new message; changes are limited by their method alone. */
const restIn =
  ({ restAfter }: SlackRates): NonNullable<Channel['restAfter']> =>
  (given, what) => {
    if (what === 'update') return 0;
    const { team = '', channel } = readPlace(given);
    return restAfter(`${team} ${channel}`);
  };

/** https://docs.slack.dev/apis/web-api/rate-limits: a message a second in a channel, and the tiers of methods. */
export const channelLimits: readonly Limit[] = [{ calls: 1, seconds: 1 }];
const perMinuteOf = {
  'chat.update': 50,
  'conversations.history': 50,
  // Each finding opens a chat as well, which is of the same tier.
  'users.lookupByEmail': 50,
  'views.publish': 100,
} as const;

const clockToleranceSeconds = 60;

/** The name under which the id of an outbox row is kept with its message (https://docs.slack.dev/messaging/message-metadata). */
const metadataType = 'forenklingsbot_delivery';

function metadataOf(reference: string) {
  return { event_type: metadataType, event_payload: { row: reference } };
}

function isMetadataOf(metadata: { event_type?: string; event_payload?: object } | undefined, reference: string) {
  const payload: { row?: unknown } = metadata?.event_payload ?? {};
  return metadata?.event_type === metadataType && payload.row === reference;
}

async function findIn(
  client: WebClient,
  workspace: Workspace,
  tenant: string,
  email: string,
): Promise<DirectPlace | null> {
  try {
    const { user } = await client.users.lookupByEmail({ email });
    if (!user?.id || isGuest(user, tenant)) return null;
    const place = { ...workspace, ...(user.team_id ? { team: user.team_id } : {}) };
    return { kind: 'direct', ...place, user: user.id, channel: await openChat(client, user.id) };
  } catch (error) {
    if (errorOf(error) === 'users_not_found') return null;
    throw error;
  }
}

/** No previews of what somebody's text may link to. */
export const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** The direct message channel with a person; Slack gives the same one every time. */
export async function openChat(client: WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user });
  if (!channel?.id) throw new Error('conversations.open gave no channel');
  return channel.id;
}

import { WebClientEvent } from '@slack/web-api';
import type { Channel } from '../../jobs/job.ts';
import type { Collections } from '../../models/collections.ts';
import { installationsOf } from '../../models/people/installations.ts';
import type { Edge } from '../conversation/edge.ts';
import type { Pauses } from '../pauses.ts';
import { restsOf, type SendRates } from '../send-rates.ts';
import type { Page, Webhook } from '../web/server.ts';
import { installPages } from './install/install.ts';
import { hearRemovals, InstalledClients } from './install/installed-clients.ts';
import { slackReceiver } from './receive/receive.ts';
import { openSocket } from './receive/socket.ts';
import { slackWebhook } from './receive/webhook.ts';
import { type SlackAccess, sdkLogger, slackClient } from './send/client.ts';
import { oneClient } from './send/clients.ts';
import { channelLimits, slackChannel } from './send/deliver.ts';

/** Everything of Slack that the bot is wired to. */
export interface SlackPlatform {
  /** Null without a signing secret: Slack then comes through the socket alone. */
  webhook: Webhook | null;
  pages: Readonly<Record<string, Page>>;
  /** The way into the chats of an organisation's people. */
  channel(organisation: string): Channel;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface SlackServices {
  now(): Date;
  /** Holds calls to what Slack allows; null: no limits. */
  rates: SendRates | null;
  pauses: Pauses;
  /** Told of each answer with status 429. */
  limited(): void;
}

export async function openSlack(
  access: SlackAccess,
  stored: Collections,
  edge: Edge,
  { now, rates, pauses, limited }: SlackServices,
): Promise<SlackPlatform> {
  const { log, directory } = edge;
  const logger = sdkLogger(log, 'slack');
  const oauth = 'oauth' in access ? access.oauth : null;
  const installations = installationsOf(stored);
  const connect = (token: string, team: string | undefined) => {
    const client = slackClient(token, access, logger, team);
    client.on(WebClientEvent.RATE_LIMITED, limited);
    return client;
  };
  const installed = oauth && new InstalledClients(installations, oauth.keys, connect, () => now().getTime());
  const clients = installed ?? oneClient(connect('botToken' in access ? access.botToken : '', undefined));
  const kept = installed && { installations, clients: installed };
  const dispatch = await slackReceiver(access, clients, edge, (app) => hearRemovals(app, kept, log));
  const socket = access.appToken ? openSocket(access.appToken, access, dispatch, log) : null;
  const limits = rates && { rates, restAfter: restsOf(channelLimits) };
  const pages =
    oauth && installed ? installPages({ oauth, access, installations, clients: installed, edge, now, logger }) : {};
  return {
    webhook: access.signingSecret ? slackWebhook(dispatch, access.signingSecret) : null,
    pages,
    channel: (organisation) =>
      slackChannel(clients, () => directory.tenantsOf(organisation, 'slack'), access.apiUrl, pauses, limits),
    start: async () => socket?.start(),
    stop: async () => socket?.stop(),
  };
}

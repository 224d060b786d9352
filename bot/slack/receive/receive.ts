import { App, type Receiver } from '@slack/bolt';
import { type Edge, UnknownTenant } from '../../conversation/handle-arrival.ts';
import { clientOptions, type SlackAccess, sdkLogger } from '../send/client.ts';
import type { SlackClients } from '../send/clients.ts';
import { type Dispatch, dispatchTo } from './dispatch.ts';
import { hearHome } from './home.ts';
import { listeningWith, tenantOf } from './listening.ts';
import { hearPresses } from './press.ts';
import { hearRooms } from './rooms.ts';
import { hearSubmissions } from './submit.ts';
import { hearWords } from './words.ts';

/** The address path that Slack sends everything to. */
export const slackPath = '/slack/events';

/** Requests come through the one web server, so there is nothing here to start or stop. */
const ownServer: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/**
 * Slack's way in, through Bolt. Everything is handled before it is acknowledged: after a crash in the middle Slack sends
 * an event again, and somebody who pressed a button sees that it failed; the receipt makes the repeat harmless.
 */
export async function slackReceiver(
  access: SlackAccess,
  clients: SlackClients,
  edge: Edge,
  listenMore: (app: App) => void,
): Promise<Dispatch> {
  const logger = sdkLogger(edge.log, 'bolt');
  const app = new App({
    receiver: ownServer,
    logger,
    clientOptions: clientOptions(access, logger),
    deferInitialization: true,
    async authorize({ teamId = '', enterpriseId = '' }) {
      const tenant = await tenantOf(edge, { team: teamId, enterprise: enterpriseId });
      if (!(await edge.directory.organisationAt('slack', tenant)))
        throw new UnknownTenant('no organisation for this Slack workspace');
      // Without a token: the listeners below speak through `clients`.
      return {};
    },
  });
  await app.init();
  // The door tells Slack of a failure by the status code, and Slack sends the event again.
  app.error(async (error) => {
    throw error;
  });
  const listening = listeningWith(clients, edge);
  for (const hear of [hearWords, hearHome, hearRooms, hearPresses, hearSubmissions]) hear(app, listening);
  listenMore(app);
  return dispatchTo(app, edge.log);
}

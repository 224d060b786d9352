import type { Channel } from '../../jobs/job.ts';
import type { Edge } from '../conversation/edge.ts';
import type { Webhook } from '../web/server.ts';
import { emulatorWebhook } from './emulator.ts';
import { findChat, firstServiceUrl } from './install/find-chat.ts';
import { type GraphAccess, graphInstaller } from './install/graph.ts';
import { teamsWebhook } from './receive/receive.ts';
import { TeamsAdapter, type TeamsOptions } from './send/connector.ts';
import { teamsChannel } from './send/deliver.ts';

export interface TeamsSettings extends TeamsOptions {
  /** The tenants whose people are let in; activities of others are refused. */
  tenants: readonly string[];
  /** Brings the app to people; null where the bot may not. */
  graph: GraphAccess | null;
}

/** Everything of Teams that the bot is wired to. */
export interface TeamsPlatform {
  webhook: Webhook;
  /** The way into the chats of an organisation's people. */
  channel(organisation: string): Channel;
}

/** @param host where the bot listens: an emulator's webhook opens on loopback alone */
export function openTeams(settings: TeamsSettings, edge: Edge, host: string): TeamsPlatform {
  const { access, tenants } = settings;
  const adapter = new TeamsAdapter(settings);
  const webhook = teamsWebhook(adapter, tenants, edge);
  return {
    webhook: access.kind === 'emulator' ? emulatorWebhook(webhook, host) : webhook,
    channel: channelsOf(settings, adapter, edge),
  };
}

/** The way into Teams for each organisation, whose people are looked for in its own tenants. */
function channelsOf(
  { access, serviceUrls, graph }: TeamsSettings,
  adapter: TeamsAdapter,
  { directory, log }: Edge,
): TeamsPlatform['channel'] {
  const installer = graph && graphInstaller(graph);
  const localOrigins = access.kind === 'microsoft' ? [] : serviceUrls.map((url) => new URL(url).origin);
  return (organisation) => {
    if (!installer) return teamsChannel(adapter, { localOrigins, find: null });
    const serviceUrl = firstServiceUrl(adapter, serviceUrls);
    const tenants = () => directory.tenantsOf(organisation, 'teams');
    const find: Channel['find'] = (person) => findChat({ installer, adapter, serviceUrl, tenants, log }, person);
    return teamsChannel(adapter, { localOrigins, find });
  };
}

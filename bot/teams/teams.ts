import type { Channel } from '../../jobs/job.ts';
import type { Edge } from '../conversation/edge.ts';
import type { Pauses } from '../pauses.ts';
import { perSecond, restsOf, type SendRates } from '../send-rates.ts';
import type { Webhook } from '../web/server.ts';
import { emulatorWebhook } from './emulator.ts';
import { findChat, firstServiceUrl } from './install/find-chat.ts';
import { type GraphAccess, graphInstaller } from './install/graph.ts';
import { teamsWebhook } from './receive/receive.ts';
import { TeamsAdapter, type TeamsOptions } from './send/connector.ts';
import { type TeamsRates, teamsChannel, threadLimits } from './send/deliver.ts';

export interface TeamsSettings extends TeamsOptions {
  /** The tenants whose people are let in; activities of others are refused. */
  tenants: readonly string[];
  /** Brings the app to people; null where the bot may not. */
  graph: GraphAccess | null;
  /** The most messages in a second to a tenant, from all instances together, where the bot keeps to limits. */
  perSecond: number;
}

/** The limit of a tenant on the older of Microsoft's pages, which the operator may raise (bot/config/teams.ts). */
export const usualPerSecond = 30;

/** Everything of Teams that the bot is wired to. */
export interface TeamsPlatform {
  webhook: Webhook;
  /** The way into the chats of an organisation's people. */
  channel(organisation: string): Channel;
}

/** @param host where the bot listens: an emulator's webhook opens on loopback alone */
export function openTeams(
  settings: TeamsSettings,
  edge: Edge,
  host: string,
  { rates, pauses }: { rates: SendRates | null; pauses: Pauses },
): TeamsPlatform {
  const { access, tenants } = settings;
  const adapter = new TeamsAdapter(settings);
  const turn = async (tenant: string) => {
    if (!rates) return;
    const organisation = await edge.directory.organisationAt('teams', tenant);
    if (organisation) await rates.reply(rateOf(organisation.id, settings.perSecond));
  };
  const localOrigins = access.kind === 'microsoft' ? [] : settings.serviceUrls.map((url) => new URL(url).origin);
  const webhook = teamsWebhook({ adapter, turn, localOrigins }, tenants, edge);
  return {
    webhook: access.kind === 'emulator' ? emulatorWebhook(webhook, host) : webhook,
    channel: channelsOf(settings, adapter, edge, pauses, rates, localOrigins),
  };
}

/** An organisation has one tenant as a rule; several share its limit. */
const rateOf = (organisation: string, calls: number) => perSecond(`teams ${organisation}`, calls);

/** The way into Teams for each organisation, whose people are looked for in its own tenants. */
function channelsOf(
  { serviceUrls, graph, perSecond: calls }: TeamsSettings,
  adapter: TeamsAdapter,
  { directory, log }: Edge,
  pauses: Pauses,
  shared: SendRates | null,
  localOrigins: readonly string[],
): TeamsPlatform['channel'] {
  const installer = graph && graphInstaller(graph);
  const restAfter = restsOf(threadLimits);
  return (organisation) => {
    const tenant = rateOf(organisation, calls);
    const rates: { rates?: TeamsRates } = shared ? { rates: { rates: shared, tenant, restAfter } } : {};
    if (!installer) return teamsChannel(adapter, { organisation, localOrigins, find: null, pauses, ...rates });
    const serviceUrl = firstServiceUrl(adapter, serviceUrls);
    const tenants = () => directory.tenantsOf(organisation, 'teams');
    const find: Channel['find'] = (person) => findChat({ installer, adapter, serviceUrl, tenants, log }, person);
    return teamsChannel(adapter, { organisation, localOrigins, find, pauses, ...rates });
  };
}

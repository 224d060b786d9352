import type { App } from '@slack/bolt';
import type { Installations } from '../../../models/people/installations.ts';
import type { Log } from '../../log.ts';
import { workspaceOf } from '../send/clients.ts';
import type { InstalledClients } from './installed-clients.ts';

/** Where installations are kept and spoken through; null where the operator holds the one token. */
type Installed = { installations: Installations; clients: InstalledClients } | null;

/** What is read of such an event, which Slack sends without proof of a connected workspace. */
interface Removal {
  team_id?: string;
  enterprise_id?: string;
  event_time: number;
  authorizations?: ReadonlyArray<{ is_enterprise_install?: boolean }>;
}

/**
 * The app was removed, or its token taken back: its token is thrown away, and messages to that workspace are parked until
 * the app is there again. The connection stays, for it says whose the workspace is.
 */
export function hearRemovals(app: App, installed: Installed, log: Log): void {
  const remove = async (body: Removal) => {
    const { team, enterprise } = workspaceOf(body);
    const tenant = body.authorizations?.[0]?.is_enterprise_install || team === '' ? enterprise : team;
    // Slack counts in whole seconds: an installation of the same second was there before.
    const until = new Date(body.event_time * 1000 + 999);
    const removed = installed ? await installed.installations.remove(tenant, until) : false;
    installed?.clients.forget(tenant);
    log.warn({ platform: 'slack', tenant, removed }, 'app removed');
  };

  app.event('app_uninstalled', ({ body }) => remove(body));

  app.event('tokens_revoked', async ({ event, body }) => {
    // The tokens of people, which the bot never asks for, are under another name.
    if (event.tokens.bot?.length) await remove(body);
  });
}

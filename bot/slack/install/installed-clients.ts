import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { InstallationRow } from '../../../models/people/collections.ts';
import type { Installations } from '../../../models/people/installations.ts';
import type { KeyRing } from '../../auth/key-ring.ts';
import type { Log } from '../../log.ts';
import type { Workspace } from '../place.ts';
import { NotInstalled, type SlackClients, workspaceOf } from '../send/clients.ts';

/** For so long a token is known by heart; an installation by another instance is seen after that. */
const rememberedMs = 30_000;

/** More workspaces than write within half a minute; each client holds little more than its token. */
const mostClients = 500;

export const tokenPurpose = (tenant: string) => `slack-token:${tenant}`;

/** A client for each workspace that the app is installed in. */
export class InstalledClients implements SlackClients {
  private readonly installations: Installations;
  private readonly keys: KeyRing;
  private readonly connect: (token: string, team: string | undefined) => WebClient;
  private readonly clock: () => number;
  private readonly remembered = new LRUCache<string, { client: WebClient; tenant: string; until: number }>({
    max: mostClients,
  });

  constructor(
    installations: Installations,
    keys: KeyRing,
    connect: (token: string, team: string | undefined) => WebClient,
    clock: () => number,
  ) {
    this.installations = installations;
    this.keys = keys;
    this.connect = connect;
    this.clock = clock;
  }

  async of(workspace: Workspace): Promise<WebClient> {
    const key = `${workspace.team}:${workspace.enterprise}`;
    const known = this.remembered.get(key);
    if (known && known.until > this.clock()) return known.client;
    this.remembered.delete(key);
    const installation = await this.find(workspace);
    if (!installation) throw new NotInstalled('the app is not installed in this workspace');
    const { tenant } = installation;
    const token = this.keys.open(installation.token, tokenPurpose(tenant));
    if (token === null) throw new Error(`ENCRYPTION_KEYS has no key for the token of ${tenant}`);
    // A token for a whole organisation needs to be told the workspace: https://api.slack.com/enterprise/apps/changes-apis
    const client = this.connect(token, tenant === workspace.team ? undefined : workspace.team || undefined);
    this.remembered.set(key, { client, tenant, until: this.clock() + rememberedMs });
    return client;
  }

  /** An installation has changed: the next call asks for it. */
  forget(tenant: string): void {
    for (const [key, known] of this.remembered.entries()) if (known.tenant === tenant) this.remembered.delete(key);
  }

  /** The workspace's own installation goes before that of its organisation. */
  private async find({ team, enterprise }: Workspace): Promise<InstallationRow | null> {
    const own = team ? await this.installations.find(team) : null;
    return own ?? (enterprise ? this.installations.find(enterprise) : null);
  }
}

/** The installations and their clients; null where the operator holds the one token. */
type Installed = { installations: Installations; clients: InstalledClients } | null;

/** The part that is read of such an event, which Slack sends without proof of a connected workspace. */
interface Removal {
  team_id?: string;
  enterprise_id?: string;
  event_time: number;
  authorizations?: ReadonlyArray<{
    team_id?: string | null;
    enterprise_id?: string | null;
    is_enterprise_install?: boolean;
  }>;
}

/**
 * The app was removed, or its token taken back: its token is thrown away, and messages to that workspace wait until the
 * app is there again. The connection stays, for it says whose the workspace is.
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

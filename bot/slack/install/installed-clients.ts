import type { WebClient } from '@slack/web-api';
import type { InstallationRow } from '../../../models/people/collections.ts';
import type { Installations } from '../../../models/people/installations.ts';
import type { KeyRing } from '../../auth/key-ring.ts';
import { NotInstalled, type SlackClients, type Workspace } from '../send/clients.ts';

/** For so long a token is known by heart; an installation by another instance is seen after that. */
const rememberedMs = 30_000;

/** So many clients at a time; each holds little more than its token. */
const most = 500;

export const tokenPurpose = (tenant: string) => `slack-token:${tenant}`;

/** A client for each workspace that the app is installed in. */
export class InstalledClients implements SlackClients {
  private readonly installations: Installations;
  private readonly keys: KeyRing;
  private readonly connect: (token: string, team: string | undefined) => WebClient;
  private readonly clock: () => number;
  private readonly remembered = new Map<string, { client: WebClient; tenant: string; until: number }>();

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
    if (this.remembered.size > most) this.remembered.delete(this.remembered.keys().next().value ?? '');
    return client;
  }

  /** An installation has changed: the next call asks for it. */
  forget(tenant: string): void {
    for (const [key, known] of this.remembered) if (known.tenant === tenant) this.remembered.delete(key);
  }

  /** The workspace's own installation goes before that of its organisation. */
  private async find({ team, enterprise }: Workspace): Promise<InstallationRow | null> {
    const own = team ? await this.installations.find(team) : null;
    return own ?? (enterprise ? this.installations.find(enterprise) : null);
  }
}

import { randomBytes } from 'node:crypto';
import type { Credentials } from '../../credentials.ts';

/** A workspace, or an Enterprise organisation with all its workspaces. */
export type Tenant = string;

/** A place where the app is installed, and the bot's token there. */
export class BotTokens {
  private readonly credentials: Credentials;
  private readonly grid: Readonly<Record<string, string>>;
  private readonly tenants = new Map<string, Tenant>();
  private readonly revoked = new Set<string>();

  constructor(credentials: Credentials, grid: Readonly<Record<string, string>>) {
    this.credentials = credentials;
    this.grid = grid;
    this.tenants.set(credentials.slackBotToken, credentials.slackTeamId);
  }

  /** Installs the app there. Returns the token, the same one when it was installed already. */
  install(tenant: Tenant): string {
    for (const [token, at] of this.tenants) if (at === tenant && !this.revoked.has(token)) return token;
    const token = `xoxb-${randomBytes(12).toString('hex')}`;
    this.tenants.set(token, tenant);
    return token;
  }

  revoke(tenant: Tenant): void {
    for (const [token, at] of this.tenants) if (at === tenant) this.revoked.add(token);
  }

  /**
   * The workspaces that a token opens, or Slack's error. @param meant the workspace that the call names; a token of one
   * workspace ignores it
   */
  seen(token: string, meant: unknown): { teams: readonly string[] } | { error: string } {
    const tenant = this.tenants.get(token);
    if (!tenant) return { error: 'invalid_auth' };
    if (this.revoked.has(token)) return { error: 'token_revoked' };
    const teams = this.teamsOf(tenant);
    if (!teams) return { teams: [tenant] };
    if (typeof meant !== 'string') return { teams };
    return teams.includes(meant) ? { teams: [meant] } : { error: 'team_access_not_granted' };
  }

  /** The workspaces of an Enterprise organisation; null for a workspace. */
  teamsOf(tenant: Tenant): string[] | null {
    const teams = Object.keys(this.grid).filter((team) => this.grid[team] === tenant);
    return teams.length > 0 ? teams : null;
  }

  /** The credentials of a workspace, as events from it show them to the app. */
  credentialsIn(team: string): Credentials {
    const enterprise = this.grid[team];
    const inWorkspace = { ...this.credentials, slackTeamId: team };
    if (enterprise === undefined) return inWorkspace;
    const wide = [...this.tenants].some(([token, tenant]) => tenant === enterprise && !this.revoked.has(token));
    return { ...inWorkspace, slackEnterprise: { id: enterprise, wide } };
  }
}

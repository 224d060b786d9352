import type { BotAnswer } from '../answers.ts';
import { botUser } from './bot-user.ts';
import type { SlackDelivery } from './events/delivery.ts';
import { eventCallback } from './events/payloads.ts';
import type { SocketMode } from './events/socket-mode.ts';
import { newSlackId } from './ids.ts';
import type { BotTokens, Tenant } from './methods/bot-tokens.ts';

/** The app as Slack's servers know it, and the actions of a Slack administrator on it. */
export class SlackApp {
  readonly socket: SocketMode;
  private readonly tokens: BotTokens;
  readonly delivery: SlackDelivery;
  private readonly now: () => Date;

  constructor(tokens: BotTokens, delivery: SlackDelivery, socket: SocketMode, now: () => Date) {
    this.tokens = tokens;
    this.delivery = delivery;
    this.socket = socket;
    this.now = now;
  }

  /** Installs it. @returns the token for that workspace or organisation */
  install(tenant: Tenant): string {
    return this.tokens.install(tenant);
  }

  /** Revokes its tokens, and no event comes through. */
  revokeUnheard(tenant: Tenant): void {
    this.tokens.revoke(tenant);
  }

  /** Revokes its tokens; Slack says so in an event. */
  async revoke(tenant: Tenant): Promise<BotAnswer> {
    const event = this.about(tenant, { type: 'tokens_revoked', tokens: { oauth: [], bot: [botUser.userId] } });
    this.tokens.revoke(tenant);
    return this.delivery.event(event);
  }

  /** Does the same as `revoke`, and Slack also says that the app is gone. The two events come in either order. */
  async uninstall(tenant: Tenant): Promise<BotAnswer> {
    const event = this.about(tenant, { type: 'app_uninstalled' });
    const answer = await this.delivery.event(event);
    await this.revoke(tenant);
    return answer;
  }

  private about(tenant: Tenant, event: Record<string, unknown>): Record<string, unknown> {
    const team = this.tokens.teamsOf(tenant)?.[0] ?? tenant;
    const ts = `${Math.floor(this.now().getTime() / 1000)}.000100`;
    const told = { ...event, event_ts: ts, id: newSlackId('') };
    return eventCallback(told, this.tokens.credentialsIn(team), this.now());
  }
}

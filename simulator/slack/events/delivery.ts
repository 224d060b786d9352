import { createHmac } from 'node:crypto';
import { type BotAnswer, postToBot } from '../../answers.ts';
import type { Json } from '../../chats.ts';
import type { SocketMode } from './socket-mode.ts';

/** Slack gives an app three seconds to answer, and a trigger id as long. */
export const patienceMs = 3000;

/**
 * The delays before Slack repeats an event that was not acknowledged, in milliseconds after the try before. The real
 * ones are at once, a minute and five minutes; these are shorter, so that nobody waits so long.
 */
export const redeliveryMs: readonly number[] = [100, 2000, 10_000];

/** Sends the bot Slack's requests: through its socket when one is open, else posted and signed over the raw body. */
export class SlackDelivery {
  private readonly address: () => string;
  private readonly secret: string;
  private readonly redelivery: readonly number[];
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;
  /** The newest timestamp of each body, kept until that second is over. */
  private readonly stamped = new Map<string, number>();
  private pruned = 0;

  private readonly socket: SocketMode;
  private readonly patienceMs: number;

  constructor(
    botUrl: () => string,
    signingSecret: string,
    redelivery: readonly number[],
    socket: SocketMode,
    patience: number,
  ) {
    this.patienceMs = patience;
    this.socket = socket;
    this.address = () => `${botUrl()}/slack/events`;
    this.secret = signingSecret;
    this.redelivery = redelivery;
  }

  /** `headers` replace Slack's own, for tests of the webhook. Throws when the bot does not answer or is too slow. */
  post(body: string, contentType: string, headers: Record<string, string> = {}): Promise<BotAnswer> {
    const timestamp = this.timestampOf(body);
    const signature = createHmac('sha256', this.secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const own = {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    return postToBot(this.address(), body, { ...own, ...headers }, this.patienceMs);
  }

  /** In whole seconds. A repeated body gets another one, as it does with Slack's minutes between two tries. */
  private timestampOf(body: string): string {
    const now = Math.floor(Date.now() / 1000);
    if (now !== this.pruned) for (const [earlier, stamp] of this.stamped) if (stamp < now) this.stamped.delete(earlier);
    this.pruned = now;
    const stamp = Math.max(now, (this.stamped.get(body) ?? 0) + 1);
    this.stamped.set(body, stamp);
    return String(stamp);
  }

  /** A slash command. */
  form(fields: Record<string, string>): Promise<BotAnswer> {
    if (this.socket.isOpen()) return this.socket.send('slash_commands', fields);
    return this.post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  }

  interaction(payload: Json): Promise<BotAnswer> {
    if (this.socket.isOpen()) return this.socket.send('interactive', payload);
    return this.form({ payload: JSON.stringify(payload) });
  }

  /** Sends an event, and again in the background when it is not acknowledged. Returns the answer to the first try. */
  event(payload: Json): Promise<BotAnswer> {
    if (this.socket.isOpen()) return this.socket.send('events_api', payload);
    return this.attempt(JSON.stringify(payload), 0, {});
  }

  /** Stops all repeats from now on. */
  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private async attempt(body: string, tries: number, headers: Record<string, string>): Promise<BotAnswer> {
    try {
      const answer = await this.post(body, 'application/json', headers);
      if (answer.status >= 300) this.again(body, tries, 'http_error');
      return answer;
    } catch (error) {
      const slow = error instanceof Error && error.name === 'TimeoutError';
      this.again(body, tries, slow ? 'http_timeout' : 'connection_failed');
      throw error;
    }
  }

  private again(body: string, tries: number, reason: string): void {
    const wait = this.redelivery[tries];
    if (wait === undefined || this.stopped) return;
    const headers = { 'x-slack-retry-num': String(tries + 1), 'x-slack-retry-reason': reason };
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      // A failed try has scheduled the next one already, and no caller waits for the result.
      this.attempt(body, tries + 1, headers).catch(() => undefined);
    }, wait);
    this.timers.add(timer);
  }
}

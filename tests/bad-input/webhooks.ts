import { createHmac, randomUUID } from 'node:crypto';
import { simulated } from '../../bot/local/sample-municipality.ts';
import type { BotAnswer } from '../../simulator/answers.ts';
import { credentials, type RunningBot } from '../running-bot.ts';

export const oldestSignatureSeconds = 5 * 60;

type Body = NonNullable<RequestInit['body']>;

/** Sends the bot's webhooks anything that the caller likes, also what no client of a platform would send. */
export interface Knocks {
  serviceUrl: string;
  /** A bearer as the Bot Framework would sign it, with `claims` in place of the usual ones. */
  token(claims?: Record<string, unknown>): string;
  /** Posts `body` to the Teams webhook; without `authorization` there is no such header. */
  teams(body: Body, headers?: Record<string, string>): Promise<BotAnswer>;
  /** Slack's headers for a body, signed `secondsAgo` with the app's secret or another. */
  signed(body: string, secondsAgo?: number, secret?: string): Record<string, string>;
  slack(body: Body, headers?: Record<string, string>): Promise<BotAnswer>;
}

export function knocksOn(bot: RunningBot, botUrl = bot.botUrl): Knocks {
  const serviceUrl = `${bot.simulator.url}/teams/`;
  return {
    serviceUrl,
    token: (claims = {}) => `Bearer ${bot.simulator.tokens.sign(simulated.teamsAppId, serviceUrl, claims)}`,
    teams: (body, headers = {}) => post(`${botUrl}/api/messages`, body, headers),
    signed(body, secondsAgo = 0, secret = credentials.slackSigningSecret) {
      const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
      const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
    },
    slack: (body, headers = {}) => post(`${botUrl}/slack/events`, body, headers),
  };
}

async function post(url: string, body: Body, headers: Record<string, string>): Promise<BotAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  return { status: response.status, body: await response.text() };
}

/** A whole activity of a message in a personal chat; `changes` replace its parts. */
export function activity(serviceUrl: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    text: 'hej',
    from: { id: '29:stranger', aadObjectId: randomUUID() },
    recipient: { id: `28:${simulated.teamsAppId}` },
    conversation: { id: 'a:stranger', conversationType: 'personal', tenantId: simulated.teamsTenantId },
    channelData: { tenant: { id: simulated.teamsTenantId } },
    ...changes,
  };
}

/** A body of this size as it arrives: in pieces, and without a length in front. */
export function streamOf(bytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(64 * 1024).fill(0x20);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(piece);
      left -= piece.length;
    },
  });
}

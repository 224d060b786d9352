import { type App, isValidSlackRequest } from '@slack/bolt';
import { UnknownTenant } from '../answer.ts';
import type { Log } from '../log.ts';
import type { Door, HttpAnswer } from '../server.ts';

/**
 * Proves that Slack sent a request and hands it to Bolt. Not Bolt's own HTTPReceiver (5.1.0): that one works in a promise
 * that nobody holds, so a signed `null` ends the process, and what it has no listener for waits three seconds.
 */
export function slackDoor(app: App, signingSecret: string, log: Log): Door {
  return async (headers, body) => {
    const form = headers['content-type']?.startsWith('application/x-www-form-urlencoded')
      ? new URLSearchParams(body)
      : null;
    // Slack tries the certificate with an unsigned request: https://docs.slack.dev/interactivity/implementing-slash-commands
    if (form?.get('ssl_check') === '1') return { status: 200 };
    const signature = {
      'x-slack-signature': String(headers['x-slack-signature'] ?? ''),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    };
    if (!isValidSlackRequest({ signingSecret, body, headers: signature })) return { status: 401 };
    const payload = form && !form.has('payload') ? Object.fromEntries(form) : readObject(form?.get('payload') ?? body);
    if (!payload) return { status: 400 };
    if (payload.type === 'url_verification') return { status: 200, body: { challenge: String(payload.challenge) } };
    try {
      return await dispatch(app, payload);
    } catch (error) {
      // Bolt wraps what a listener threw.
      const cause = (error as { original?: unknown }).original ?? error;
      if (cause instanceof UnknownTenant) return { status: 403 };
      log.error({ err: cause, platform: 'slack' }, 'event failed');
      return { status: 500 };
    }
  };
}

/** Answers once everything is done, so that Slack sends again what a crash cut off; 404 when nothing here listens. */
async function dispatch(app: App, payload: Record<string, unknown>): Promise<HttpAnswer> {
  let answer: HttpAnswer = { status: 404 };
  const ack = async (body?: unknown) => {
    answer = body === undefined ? { status: 200 } : { status: 200, body };
  };
  await app.processEvent({ body: payload, ack });
  return answer;
}

function readObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

import type { HttpAnswer, Webhook } from '../../web/server.ts';
import { readStrictObject } from '../../web/strict-json.ts';
import type { Dispatch } from './receive.ts';
import { Signatures } from './signature.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/**
 * Proves that Slack sent a request and hands it on. Not Bolt's own HTTPReceiver (5.1.0): that one works in a promise that
 * nobody holds, so a signed `null` ends the process, and what it has no listener for waits three seconds.
 * @param clock milliseconds, as Slack's servers count them: the playground's clock may be elsewhere
 */
export function slackWebhook(dispatch: Dispatch, signingSecret: string, clock: () => number = Date.now): Webhook {
  const signatures = new Signatures(signingSecret, clock);
  return async (headers, body, bytes) => {
    const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const fields = type === form ? new URLSearchParams(body) : null;
    // Slack tries the certificate with an unsigned request: https://docs.slack.dev/interactivity/implementing-slash-commands
    if (fields?.get('ssl_check') === '1') return { status: 200 };
    const signature = signatures.take(headers, bytes);
    if (signature === null) return { status: 401 };
    const answer = type === json || type === form ? await open(dispatch, fields, body) : { status: 415 };
    if (answer.status !== 200) signatures.release(signature);
    return answer;
  };
}

async function open(dispatch: Dispatch, fields: URLSearchParams | null, body: string): Promise<HttpAnswer> {
  const payload = fields ? readForm(fields) : readStrictObject(body);
  if (!payload || payload.event === null) return { status: 400 };
  if (payload.type === 'url_verification') return { status: 200, body: { challenge: String(payload.challenge) } };
  return dispatch(payload);
}

/** An interaction is JSON in one field, a command is the fields themselves; null when a field is there twice. */
function readForm(fields: URLSearchParams): Record<string, unknown> | null {
  if (new Set(fields.keys()).size !== fields.size) return null;
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : readStrictObject(payload);
}

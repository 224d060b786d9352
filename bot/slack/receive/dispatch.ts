import type { App } from '@slack/bolt';
import { UnknownTenant } from '../../conversation/handle-arrival.ts';
import { withTimeout } from '../../conversation/with-timeout.ts';
import type { Log } from '../../log.ts';
import type { HttpAnswer } from '../../web/server.ts';

/** Handles what Slack sent and has proved to be its own; the answer is that of an HTTP request. */
export type Dispatch = (payload: Record<string, unknown>) => Promise<HttpAnswer>;

/**
 * Slack waits three seconds (https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response);
 * this leaves it half of one for the way.
 */
const patienceMs = 2500;

/** Through Bolt, for HTTP and Socket Mode alike. */
export function dispatchTo(app: App, log: Log): Dispatch {
  return async (payload) => {
    const handled = handle(app, payload, log);
    if (!isPress(payload)) return handled;
    // Slow work goes on after Slack is told that it has begun: the person would be shown an error for what is being done.
    return (await withTimeout(patienceMs, handled)) ?? { status: 200 };
  };
}

/** Answers once everything is done, so that Slack sends again what a crash cut off; 404 when nothing here listens. */
async function handle(app: App, payload: Record<string, unknown>, log: Log): Promise<HttpAnswer> {
  let answer: HttpAnswer = { status: 404 };
  const ack = async (body?: unknown) => {
    answer = body === undefined ? { status: 200 } : { status: 200, body };
  };
  try {
    await app.processEvent({ body: payload, ack });
    return answer;
  } catch (error) {
    // Bolt wraps what a listener threw.
    const cause = (error as { original?: unknown }).original ?? error;
    if (cause instanceof UnknownTenant) {
      log.warn({ err: cause, platform: 'slack' }, 'unknown workspace');
      return { status: 403 };
    }
    log.error({ err: cause, platform: 'slack' }, 'event failed');
    return { status: 500 };
  }
}

/**
 * A button, shortcut or command: Slack never sends one again, and what it does is shown by calls and not by this answer.
 * A form is none of these, for its answer says what becomes of the modal.
 */
function isPress({ type, command }: Record<string, unknown>): boolean {
  return command !== undefined || type === 'block_actions' || type === 'shortcut' || type === 'message_action';
}

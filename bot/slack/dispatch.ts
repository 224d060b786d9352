import type { App } from '@slack/bolt';
import { UnknownTenant } from '../answer.ts';
import type { Log } from '../log.ts';
import type { HttpAnswer } from '../server.ts';

/** Handles what Slack sent and has proved to be its own; the answer is that of an HTTP request. */
export type Dispatch = (payload: Record<string, unknown>) => Promise<HttpAnswer>;

/** Through Bolt, for HTTP and Socket Mode alike. */
export function dispatchTo(app: App, log: Log): Dispatch {
  return async (payload) => {
    try {
      return await run(app, payload);
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
  };
}

/** Answers once everything is done, so that Slack sends again what a crash cut off; 404 when nothing here listens. */
async function run(app: App, payload: Record<string, unknown>): Promise<HttpAnswer> {
  let answer: HttpAnswer = { status: 404 };
  const ack = async (body?: unknown) => {
    answer = body === undefined ? { status: 200 } : { status: 200, body };
  };
  await app.processEvent({ body: payload, ack });
  return answer;
}

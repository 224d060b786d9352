import { App, type Receiver } from '@slack/bolt';
import { type Edge, UnknownTenant } from '../../conversation/edge.ts';
import { Deadline, NotKnownYet } from '../../conversation/in-time.ts';
import type { HttpAnswer } from '../../web/server.ts';
import { clientOptions, type SlackAccess, sdkLogger } from '../send/client.ts';
import type { SlackClients } from '../send/clients.ts';
import { notYet } from '../send/not-yet.ts';
import { listeningWith } from './listening.ts';
import { hearPresses } from './press.ts';
import { hearSubmissions } from './submit.ts';
import { hearHome, hearRooms } from './visits.ts';
import { hearWords } from './words.ts';

/** Requests come through the one web server, so there is nothing here to start or stop. */
const ownServer: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/**
 * Slack's way in, through Bolt. Everything is handled before it is acknowledged: after a crash in the middle Slack sends
 * an event again, and somebody who pressed a button sees that it failed; the kept outcome makes the repeat harmless.
 */
export async function slackReceiver(
  access: SlackAccess,
  clients: SlackClients,
  edge: Edge,
  listenMore: (app: App) => void,
): Promise<Dispatch> {
  const logger = sdkLogger(edge.log, 'bolt');
  const app = new App({
    receiver: ownServer,
    logger,
    clientOptions: clientOptions(access, logger),
    deferInitialization: true,
    // Without a token: the listeners below ask whose workspace it is, and speak through `clients`.
    authorize: async () => ({}),
  });
  await app.init();
  // The webhook tells Slack of a failure by the status code, and Slack sends the event again.
  app.error(async (error) => {
    throw error;
  });
  const listening = listeningWith(clients, edge, access.apiUrl);
  for (const hear of [hearWords, hearHome, hearRooms, hearPresses, hearSubmissions]) hear(app, listening);
  listenMore(app);
  return dispatchTo(app, clients, edge);
}

/** Handles what Slack sent and has proved to be its own; the answer is that of an HTTP request. */
export type Dispatch = (payload: Record<string, unknown>) => Promise<HttpAnswer>;

type Answering = Pick<Edge, 'patience' | 'languages' | 'log'>;

/** Through Bolt, for HTTP and Socket Mode alike. */
export function dispatchTo(app: App, clients: SlackClients, edge: Answering): Dispatch {
  return async (payload) => {
    const deadline = new Deadline(edge.patience.slack);
    const handled = handle(app, payload, clients, edge);
    if (!isPress(payload)) return handled;
    let answer: HttpAnswer = { status: 200 };
    // A result that takes time to show is shown later: the person would see an error though it is done.
    await deadline.patiently(
      handled.then((given) => {
        answer = given;
      }),
      (err) => edge.log.error({ platform: 'slack', err }, 'event failed'),
    );
    return answer;
  };
}

/** Answers once everything is done, so that Slack sends again what a crash cut off; 404 when nothing here listens. */
async function handle(
  app: App,
  payload: Record<string, unknown>,
  clients: SlackClients,
  edge: Answering,
): Promise<HttpAnswer> {
  const { log } = edge;
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
    if (cause instanceof NotKnownYet) {
      log.warn({ err: cause.cause ?? cause, platform: 'slack' }, 'not known in time');
      return notYet(payload, edge, clients);
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

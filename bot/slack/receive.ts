import { randomUUID } from 'node:crypto';
import { App, type BlockAction, type ButtonAction, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import { ZodError } from 'zod';
import { modalErrors, renderModal } from '../../cards/render/block-kit.ts';
import { renderPlainText } from '../../cards/render/plain-text.ts';
import { asLine } from '../../cards/render/text.ts';
import { readViewState } from '../../cards/render/view-state.ts';
import { linkPrefix, unpackMetadata, unpackValue } from '../../cards/wire.ts';
import type { Inbound } from '../../handlers/handler.ts';
import { understand } from '../../handlers/understand.ts';
import { type Answering, type Arrival, answer, UnknownTenant } from '../answer.ts';
import { Arrivals } from '../arrivals.ts';
import { clientOptions, type SlackAccess, sdkLogger } from './client.ts';
import { type SlackClients, type Workspace, workspaceOf } from './clients.ts';
import { openChat } from './deliver.ts';
import { type Dispatch, dispatchTo } from './dispatch.ts';
import { readMention, readMessageEvent } from './said.ts';
import { senderOf } from './sender.ts';
import { publishHome, say, show } from './show.ts';
import { slackToText } from './text.ts';

/** The address path that Slack sends everything to. */
export const slackPath = '/slack/events';

/** Requests come through the one web server, so there is nothing here to start or stop. */
const ownServer: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/**
 * Slack's way in, through Bolt. Everything is handled before it is acknowledged: after a crash in the middle Slack sends
 * an event again, and somebody who pressed a button sees that it failed; the receipt makes the repeat harmless.
 */
export async function slackReceiver(
  access: SlackAccess,
  clients: SlackClients,
  answering: Answering,
  listenMore: (app: App) => void,
): Promise<Dispatch> {
  const logger = sdkLogger(answering.log, 'bolt');
  const app = new App({
    receiver: ownServer,
    logger,
    clientOptions: clientOptions(access, logger),
    deferInitialization: true,
    async authorize({ teamId = '', enterpriseId = '' }) {
      const tenant = await tenantOf(answering, { team: teamId, enterprise: enterpriseId });
      if (!(await answering.directory.organisationAt('slack', tenant)))
        throw new UnknownTenant('no organisation for this Slack workspace');
      // Without a token: the listeners below speak through `clients`.
      return {};
    },
  });
  await app.init();
  // The door tells Slack of a failure by the status code, and Slack sends the event again.
  app.error(async (error) => {
    throw error;
  });
  listen(app, clients, answering);
  listenMore(app);
  return dispatchTo(app, answering.log);
}

/** Whose a workspace is: its own id is connected, or that of the Enterprise organisation that it is in. */
async function tenantOf({ directory }: Answering, { team, enterprise }: Workspace): Promise<string> {
  const own = team !== '' && (await directory.organisationAt('slack', team)) !== null;
  return own || enterprise === '' ? team : enterprise;
}

function listen(app: App, clients: SlackClients, answering: Answering): void {
  const arrivals = new Arrivals();
  const chats = new Map<string, string>();
  const chatOf = async (workspace: Workspace, user: string): Promise<string> => {
    const key = `${workspace.team}:${user}`;
    const channel = chats.get(key) ?? (await openChat(await clients.of(workspace), user));
    chats.set(key, channel);
    return channel;
  };
  const ask = async (workspace: Workspace, user: string, channel: string, arrival: Arrival) => {
    const tenant = await tenantOf(answering, workspace);
    const client = await clients.of(workspace);
    return { client, answered: await answer(answering, senderOf(client, tenant, workspace, user, channel), arrival) };
  };
  const hear = async (workspace: Workspace, said: ReturnType<typeof readMessageEvent>) => {
    if (!said) return;
    const { user, channel, arrival } = said;
    await arrivals.once(arrival.receipt, async () => {
      const { client, answered } = await ask(workspace, user, channel, arrival);
      const thread = arrival.arrives === 'words' ? threadOf(channel, arrival) : null;
      if (answered) await say(client, answered, channel, thread);
    });
  };

  app.event('message', async ({ event, body }) => {
    // In channels the bot hears only what mentions it.
    if (event.channel_type === 'im') await hear(workspaceOf(body), readMessageEvent(event));
  });

  app.event('app_mention', async ({ event, body }) => {
    await hear(workspaceOf(body), readMention(event, botOf(body)));
  });

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const inbound = { arrives: 'action', action: 'show-home', input: {}, receipt: randomUUID() } as const;
    const workspace = workspaceOf(body);
    const { client, answered } = await ask(workspace, event.user, await chatOf(workspace, event.user), inbound);
    if (answered) await publishHome(client, event.user, answered);
  });

  app.command('/forenkling', async ({ command, ack }) => {
    const { trigger_id: trigger, user_id: user } = command;
    const workspace = workspaceOf(command);
    const inbound = understand(slackToText(command.text), `slack:${trigger}`);
    const channel = await chatOf(workspace, user);
    const { client, answered } = await ask(workspace, user, channel, { arrives: 'action', ...inbound });
    if (answered) await show(client, answered, { channel, user, trigger, origin: null, home: null });
    await ack();
  });

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ action, body, ack }) => {
    // Slack tells of links, too, although the client opens them by itself:
    // https://docs.slack.dev/reference/block-kit/block-elements/button-element
    if (action.action_id.startsWith(linkPrefix)) return ack();
    const unpacked = action.type === 'button' ? unpackValue(action.value ?? '') : null;
    const arrival = pressed(unpacked && { ...unpacked, receipt: unpacked.nonce });
    const { user, trigger_id: trigger, container } = body;
    const home = body.view?.type === 'home' ? user.id : null;
    const workspace = workspaceOf(body);
    const channel = container.channel_id ?? (await chatOf(workspace, user.id));
    const { client, answered } = await ask(workspace, user.id, channel, arrival);
    const origin = container.message_ts ? { channel, ts: container.message_ts } : null;
    if (answered) await show(client, answered, { channel, user: user.id, trigger, origin, home });
    await ack();
  });

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /.*/ }, async ({ body, view, ack }) => {
    const unpacked = unpackMetadata(view.private_metadata);
    const fields = readFields(view.state);
    const arrival = pressed(
      unpacked && fields && { ...unpacked, input: { ...fields, ...unpacked.input }, receipt: unpacked.nonce },
    );
    const origin = unpacked?.origin ?? null;
    const user = body.user.id;
    const workspace = workspaceOf(body);
    const channel = origin?.channel ?? (await chatOf(workspace, user));
    const { client, answered } = await ask(workspace, user, channel, arrival);
    if (!answered) return ack();
    const { reply } = answered;
    if (reply.reply === 'form') {
      const errors = modalErrors(reply.form);
      // Slack drops an answer that names a field which the open modal, perhaps from before an update, does not have.
      if (
        errors &&
        Object.keys(errors).length > 0 &&
        Object.keys(errors).every((id) => view.blocks.some(({ block_id }) => block_id === id))
      )
        await ack({ response_action: 'errors', errors });
      else await ack({ response_action: 'update', view: renderModal(reply.form, randomUUID(), origin) });
      return;
    }
    const firstField = view.blocks.find(({ type }) => type === 'input')?.block_id;
    if (reply.at === 'below' && firstField) {
      // Nothing came of it: closing the modal would throw away what was typed.
      await ack({
        response_action: 'errors',
        errors: { [firstField]: asLine(renderPlainText(reply.card)) },
      });
      return;
    }
    await show(client, answered, { channel, user, trigger: null, origin, home: null });
    await ack();
  });
}

/** A button or form as it came back; what is none of ours asks for an action that nobody knows. */
function pressed(unpacked: Inbound | null): Arrival {
  const { action, input, receipt } = unpacked ?? { action: '', input: {}, receipt: randomUUID() };
  return { arrives: 'action', action, input, receipt };
}

/** The bot's own user in the workspace of an event (https://docs.slack.dev/apis/events-api/#authorizations). */
function botOf(body: { authorizations?: Array<{ user_id: string; is_bot: boolean }> }): string | undefined {
  return body.authorizations?.find(({ is_bot }) => is_bot)?.user_id;
}

/** In a channel the answer stands in the thread; in a direct message only where the person wrote in one. */
function threadOf(channel: string, { message, repliesTo }: Extract<Arrival, { arrives: 'words' }>): string | null {
  return repliesTo ?? (channel.startsWith('D') ? null : message);
}

/** Null for the fields of a modal from before an update. */
function readFields(state: unknown): Record<string, string> | null {
  try {
    return readViewState(state);
  } catch (error) {
    if (error instanceof ZodError) return null;
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { App, type BlockAction, type ButtonAction, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { ZodError } from 'zod';
import { modalErrors, renderModal } from '../../cards/render/block-kit.ts';
import { renderPlainText } from '../../cards/render/plain-text.ts';
import { asLine } from '../../cards/render/text.ts';
import { readViewState } from '../../cards/render/view-state.ts';
import { unpackMetadata, unpackValue } from '../../cards/wire.ts';
import type { Inbound } from '../../handlers/handler.ts';
import { understand } from '../../handlers/understand.ts';
import { type Answering, answer, fileNotKept, type Sender, UnknownTenant } from '../answer.ts';
import { Arrivals } from '../arrivals.ts';
import { clientOptions, type SlackAccess, sdkLogger } from './client.ts';
import { type SlackClients, type Workspace, workspaceOf } from './clients.ts';
import { openChat, type SlackPlace } from './deliver.ts';
import { type Dispatch, dispatchTo } from './dispatch.ts';
import { memberEmail } from './member.ts';
import { post, publishHome, show } from './show.ts';
import { slackToText } from './text.ts';

/** The address path that Slack sends everything to. */
export const slackPath = '/slack/events';

/** What a person wrote: plainly, with a file, or from a thread to the channel. */
const spoken: ReadonlyArray<string | undefined> = [undefined, 'file_share', 'thread_broadcast'];

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
  const ask = async (workspace: Workspace, user: string, channel: string, inbound: Inbound) => {
    const tenant = await tenantOf(answering, workspace);
    const client = await clients.of(workspace);
    const sender = senderOf(client, tenant, { ...workspace, user, channel });
    return { ...(await answer(answering, sender, inbound)), channel, client };
  };

  app.event('message', async ({ event, body }) => {
    // Edits, joins and the bot's own posts carry another subtype or a bot id; groups would read along.
    if (event.channel_type !== 'im' || 'bot_id' in event || !('user' in event) || !spoken.includes(event.subtype))
      return;
    const { text = '', channel, user, ts } = event as { text?: string; channel: string; user: string; ts: string };
    const arrival = `slack:${channel}:${ts}`;
    await arrivals.once(arrival, async () => {
      const answered = await ask(workspaceOf(body), user, channel, understand(slackToText(text), arrival));
      await post(answered.client, answered, channel);
      if (event.subtype === 'file_share') await post(answered.client, fileNotKept(answered.language), channel);
    });
  });

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const inbound = { action: 'show-home', input: {}, receipt: randomUUID() };
    const workspace = workspaceOf(body);
    const answered = await ask(workspace, event.user, await chatOf(workspace, event.user), inbound);
    await publishHome(answered.client, event.user, answered);
  });

  app.command('/forenkling', async ({ command, ack }) => {
    const inbound = understand(slackToText(command.text), `slack:${command.trigger_id}`);
    const workspace = workspaceOf(command);
    const answered = await ask(workspace, command.user_id, await chatOf(workspace, command.user_id), inbound);
    const { client, channel } = answered;
    await show(client, answered, { channel, trigger: command.trigger_id, origin: null, home: null });
    await ack();
  });

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ action, body, ack }) => {
    const unpacked = action.type === 'button' ? unpackValue(action.value ?? '') : null;
    const inbound = unpacked
      ? { action: unpacked.action, input: unpacked.input, receipt: unpacked.nonce }
      : { action: '', input: {}, receipt: randomUUID() };
    const { user, trigger_id: trigger, container } = body;
    const home = body.view?.type === 'home' ? user.id : null;
    const workspace = workspaceOf(body);
    const channel = container.channel_id ?? (await chatOf(workspace, user.id));
    const answered = await ask(workspace, user.id, channel, inbound);
    const origin = container.message_ts ? { channel, ts: container.message_ts } : null;
    await show(answered.client, answered, { channel, trigger, origin, home });
    await ack();
  });

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /.*/ }, async ({ body, view, ack }) => {
    const unpacked = unpackMetadata(view.private_metadata);
    const fields = readFields(view.state);
    const inbound =
      unpacked && fields
        ? { action: unpacked.action, input: { ...fields, ...unpacked.input }, receipt: unpacked.nonce }
        : { action: '', input: {}, receipt: randomUUID() };
    const origin = unpacked?.origin ?? null;
    const workspace = workspaceOf(body);
    const channel = origin?.channel ?? (await chatOf(workspace, body.user.id));
    const answered = await ask(workspace, body.user.id, channel, inbound);
    const { reply } = answered;
    if (reply.reply === 'form') {
      const errors = modalErrors(reply.form);
      // Slack drops an answer that names a field which the open modal, perhaps from before an update, does not have.
      if (errors && Object.keys(errors).every((id) => view.blocks.some(({ block_id }) => block_id === id)))
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
    await show(answered.client, answered, { channel, trigger: null, origin, home: null });
    await ack();
  });
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

function senderOf(client: WebClient, tenant: string, place: SlackPlace): Sender {
  const profile = async () => (await client.users.info({ user: place.user, include_locale: true })).user;
  return {
    platform: 'slack',
    tenant,
    place,
    // Direct messages are the channels whose ids begin with D; the bot writes nowhere else.
    inPrivate: place.channel.startsWith('D'),
    locale: async () => ((await profile())?.locale?.startsWith('en') ? 'en' : 'da'),
    email: async () => memberEmail(await profile(), { team: place.team, enterprise: place.enterprise }),
  };
}

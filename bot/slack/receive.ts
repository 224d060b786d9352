import { randomUUID } from 'node:crypto';
import { App, type BlockAction, type ButtonAction, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { ZodError } from 'zod';
import { modalErrors, renderModal } from '../../cards/render/block-kit.ts';
import { renderPlainText } from '../../cards/render/plain-text.ts';
import { asLine } from '../../cards/render/text.ts';
import { readViewState } from '../../cards/render/view-state.ts';
import { linkPrefix, unpackMetadata, unpackValue } from '../../cards/wire.ts';
import type { Inbound } from '../../handlers/handler.ts';
import { understand } from '../../handlers/understand.ts';
import { type Answering, answer, fileNotKept, type Sender, UnknownTenant } from '../answer.ts';
import { Arrivals } from '../arrivals.ts';
import type { Door } from '../server.ts';
import { clientOptions, type SlackAccess, sdkLogger } from './client.ts';
import { openChat, type SlackPlace } from './deliver.ts';
import { slackDoor } from './door.ts';
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
export async function slackReceiver(access: SlackAccess, client: WebClient, answering: Answering): Promise<Door> {
  const logger = sdkLogger(answering.log, 'bolt');
  const app = new App({
    receiver: ownServer,
    logger,
    clientOptions: clientOptions(access, logger),
    deferInitialization: true,
    async authorize({ teamId }) {
      const organisation = teamId && (await answering.directory.organisationAt('slack', teamId));
      if (!organisation) throw new UnknownTenant('no organisation for this Slack workspace');
      return { botToken: access.botToken };
    },
  });
  await app.init();
  // The door tells Slack of a failure by the status code, and Slack sends the event again.
  app.error(async (error) => {
    throw error;
  });
  listen(app, client, answering);
  return slackDoor(app, access.signingSecret, answering.log);
}

function listen(app: App, client: WebClient, answering: Answering): void {
  const arrivals = new Arrivals();
  const chats = new Map<string, string>();
  const chatOf = async (user: string): Promise<string> => {
    const channel = chats.get(user) ?? (await openChat(client, user));
    chats.set(user, channel);
    return channel;
  };
  const ask = async (team: string, user: string, channel: string, inbound: Inbound) => {
    const sender = senderOf(client, team, { user, channel });
    return { ...(await answer(answering, sender, inbound)), channel };
  };

  app.event('message', async ({ event, body }) => {
    // Edits, joins and the bot's own posts carry another subtype or a bot id; groups would read along.
    if (event.channel_type !== 'im' || 'bot_id' in event || !('user' in event) || !spoken.includes(event.subtype))
      return;
    const { text = '', channel, user, ts } = event as { text?: string; channel: string; user: string; ts: string };
    const arrival = `slack:${channel}:${ts}`;
    await arrivals.once(arrival, async () => {
      const answered = await ask(body.team_id, user, channel, understand(slackToText(text), arrival));
      await post(client, answered, channel);
      if (event.subtype === 'file_share') await post(client, fileNotKept(answered.language), channel);
    });
  });

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const inbound = { action: 'show-home', input: {}, receipt: randomUUID() };
    const answered = await ask(body.team_id, event.user, await chatOf(event.user), inbound);
    await publishHome(client, event.user, answered);
  });

  app.command('/forenkling', async ({ command, ack }) => {
    const inbound = understand(slackToText(command.text), `slack:${command.trigger_id}`);
    const answered = await ask(command.team_id, command.user_id, await chatOf(command.user_id), inbound);
    await show(client, answered, { channel: answered.channel, trigger: command.trigger_id, origin: null, home: null });
    await ack();
  });

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ action, body, ack }) => {
    // Slack tells of links, too, although the client opens them by itself:
    // https://docs.slack.dev/reference/block-kit/block-elements/button-element
    if (action.action_id.startsWith(linkPrefix)) return ack();
    const unpacked = action.type === 'button' ? unpackValue(action.value ?? '') : null;
    const inbound = unpacked
      ? { action: unpacked.action, input: unpacked.input, receipt: unpacked.nonce }
      : { action: '', input: {}, receipt: randomUUID() };
    const { user, trigger_id: trigger, container } = body;
    const home = body.view?.type === 'home' ? user.id : null;
    const channel = container.channel_id ?? (await chatOf(user.id));
    const answered = await ask(teamOf(body), user.id, channel, inbound);
    const origin = container.message_ts ? { channel, ts: container.message_ts } : null;
    await show(client, answered, { channel, trigger, origin, home });
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
    const channel = origin?.channel ?? (await chatOf(body.user.id));
    const answered = await ask(teamOf(body), body.user.id, channel, inbound);
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
    await show(client, answered, { channel, trigger: null, origin, home: null });
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

function teamOf({ team, user }: { team: { id: string } | null; user: { team_id?: string } }): string {
  const id = team?.id ?? user.team_id;
  if (!id) throw new UnknownTenant('the payload names no workspace');
  return id;
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
    email: async () => (await profile())?.profile?.email ?? null,
  };
}

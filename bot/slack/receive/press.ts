import { randomUUID } from 'node:crypto';
import type { App, BlockAction, ButtonAction, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { linkPrefix, type Origin, unpackValue } from '../../../cards/packed-action.ts';
import { understand } from '../../../handlers/conversation/understand.ts';
import { workspaceOf } from '../send/clients.ts';
import { show } from '../send/show.ts';
import { refreshHome } from './home.ts';
import { type Listening, pressed } from './listening.ts';

/** The slash command, the shortcuts and every button. */
export function hearPresses(app: App, listening: Listening): void {
  const { ask, chatOf, toText } = listening;

  app.command('/forenkling', async ({ command, ack }) => {
    const { trigger_id: trigger, user_id: user } = command;
    const workspace = workspaceOf(command);
    const inbound = understand(await toText(workspace, user, command.text), `slack:${trigger}`);
    const channel = await chatOf(workspace, user);
    const { client, outgoing } = await ask(workspace, user, channel, { arrives: 'action', ...inbound });
    const ownChat = () => chatOf(workspace, user);
    if (outgoing) await show(client, outgoing, { channel, user, ownChat, trigger, origin: null, from: 'chat' });
    await ack();
  });

  const openForm = async (body: GlobalShortcut | MessageShortcut, input: Record<string, string>) => {
    const workspace = workspaceOf(body);
    const user = body.user.id;
    const channel = await chatOf(workspace, user);
    const arrival = pressed({ action: 'open-request-form', input, idempotencyKey: randomUUID() });
    const { client, outgoing } = await ask(workspace, user, channel, arrival);
    const ownChat = () => chatOf(workspace, user);
    const where = { channel, user, ownChat, trigger: body.trigger_id, origin: null, from: 'elsewhere' } as const;
    if (outgoing) await show(client, outgoing, where);
  };

  app.shortcut('create-request', async ({ shortcut, ack }) => {
    await openForm(shortcut as GlobalShortcut, {});
    await ack();
  });

  app.shortcut('create-request-from-message', async ({ shortcut, ack }) => {
    const { message, user } = shortcut as MessageShortcut;
    const text = await toText(workspaceOf(shortcut), user.id, message.text ?? '');
    await openForm(shortcut as MessageShortcut, text === '' ? {} : { text });
    await ack();
  });

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ action, body, ack }) => {
    // Slack tells of links, too, although the client opens them by itself:
    // https://docs.slack.dev/reference/block-kit/block-elements/button-element
    if (action.action_id.startsWith(linkPrefix)) return ack();
    const unpacked = action.type === 'button' ? unpackValue(action.value ?? '') : null;
    const arrival = pressed(unpacked && { ...unpacked, idempotencyKey: unpacked.nonce });
    const { trigger_id: trigger, container } = body;
    const user = body.user.id;
    const workspace = workspaceOf(body);
    const channel = container.channel_id ?? (await chatOf(workspace, user));
    const { client, outgoing } = await ask(workspace, user, channel, arrival);
    const { origin, from } = placeOf(body, channel);
    const ownChat = () => chatOf(workspace, user);
    if (outgoing) await show(client, outgoing, { channel, user, ownChat, trigger, origin, from });
    // The Home tab of somebody who is not on the list is in no errand.
    if (from === 'elsewhere' && arrival.action === 'ask-to-join') await refreshHome(listening, workspace, user);
    await ack();
  });
}

function placeOf({ view, container }: BlockAction, channel: string) {
  if (view?.type === 'modal') {
    return { origin: { view: view.id }, from: view.previous_view_id === null ? 'modal' : 'upper-modal' } as const;
  }
  if (view) return { origin: null, from: 'elsewhere' } as const;
  const origin: Origin | null = container.message_ts ? { channel, ts: container.message_ts } : null;
  return { origin, from: 'chat' } as const;
}

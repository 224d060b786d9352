import { randomUUID } from 'node:crypto';
import type { App, BlockAction, ButtonAction, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { linkPrefix, unpackMetadata, unpackValue } from '../../../cards/packed-action.ts';
import { cleanText } from '../../../domain/text/clean-text.ts';
import { commandIn } from '../../../handlers/conversation/understand.ts';
import { workspaceOf } from '../send/clients.ts';
import { show } from '../send/show.ts';
import type { Before } from '../send/where.ts';
import { type Listening, pressed, readFields } from './listening.ts';
import { wordsInMessage } from './read/read-event.ts';
import { refreshHome } from './visits.ts';

/** The slash command, the shortcuts and every button. */
export function hearPresses(app: App, listening: Listening): void {
  const { visit, isRoom, answer } = listening;

  app.command('/forenkling', async ({ command, ack }) => {
    const { trigger_id: trigger, user_id: user, channel_id: channel } = command;
    // About a channel's inbox is asked where it is written; any other answer is for the person's own chat.
    const asked = commandIn(cleanText(command.text))?.action;
    const isForRoom = asked === 'open-follow-form' || asked === 'unfollow-unit';
    const workspace = workspaceOf(command);
    const idempotencyKey = `slack:${trigger}`;
    const visiting = async () => {
      // A command can be written in every channel, also where the bot is not and can show nothing.
      const isHere = isForRoom && (await isRoom(workspace, channel));
      return visit(workspace, user, isHere ? channel : undefined);
    };
    await answer(visiting(), {
      read: async ({ toText }) => ({ arrives: 'command', text: await toText(command.text), idempotencyKey }),
      show: (visited, outgoing) =>
        show(visited, outgoing, { trigger, origin: visited.sender.room ? { channel, ts: null } : null, from: 'chat' }),
    });
    await ack();
  });

  app.shortcut('create-request', async ({ shortcut, ack }) => {
    await openForm(shortcut as GlobalShortcut, '');
    await ack();
  });

  app.shortcut('create-request-from-message', async ({ shortcut, ack }) => {
    await openForm(shortcut as MessageShortcut, wordsInMessage((shortcut as MessageShortcut).message));
    await ack();
  });

  async function openForm(body: GlobalShortcut | MessageShortcut, spelt: string): Promise<void> {
    await answer(visit(workspaceOf(body), body.user.id), {
      async read({ toText }) {
        const text = await toText(spelt);
        const input: Record<string, string> = text === '' ? {} : { text };
        return pressed({ action: 'open-request-form', input, idempotencyKey: randomUUID() });
      },
      show: (visited, outgoing) =>
        show(visited, outgoing, { trigger: body.trigger_id, origin: null, from: 'elsewhere' }),
    });
  }

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ action, body, ack }) => {
    // Slack tells of links, too, although the client opens them by itself:
    // https://docs.slack.dev/reference/block-kit/block-elements/button-element
    if (action.action_id.startsWith(linkPrefix)) return ack();
    const unpacked = action.type === 'button' ? unpackValue(action.value ?? '') : null;
    // A button of a form takes along what was typed in it.
    const typed = body.view?.type === 'modal' ? (readFields(body.view.state) ?? {}) : {};
    const arrival = pressed(
      unpacked && {
        ...unpacked,
        input: { ...typed, ...unpacked.input },
        held: unpacked.input,
        idempotencyKey: unpacked.nonce,
      },
    );
    const workspace = workspaceOf(body);
    await answer(visit(workspace, body.user.id, body.container.channel_id), {
      read: () => arrival,
      async show(visited, outgoing) {
        const before = beforeOf(body, visited.channel);
        await show(visited, outgoing, before);
        // The Home tab of somebody who is not on the list is no background task's.
        if (before.from === 'elsewhere' && arrival.action === 'ask-to-join')
          await refreshHome(listening, workspace, body.user.id);
      },
    });
    await ack();
  });
}

function beforeOf({ view, container, trigger_id: trigger }: BlockAction, channel: string): Before {
  const form = view?.type === 'modal' ? unpackMetadata(view.private_metadata) : null;
  if (view && form) return { trigger, origin: { view: view.id }, formFrom: form.origin, from: 'form' };
  if (view?.type === 'modal') {
    return { trigger, origin: { view: view.id }, from: view.previous_view_id === null ? 'modal' : 'upper-modal' };
  }
  if (view) return { trigger, origin: null, from: 'elsewhere' };
  return { trigger, origin: container.message_ts ? { channel, ts: container.message_ts } : null, from: 'chat' };
}

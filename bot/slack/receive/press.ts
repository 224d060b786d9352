import { randomUUID } from 'node:crypto';
import type { App, BlockAction, ButtonAction, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { linkPrefix, unpackValue } from '../../../cards/packed-action.ts';
import type { Arrival } from '../../conversation/arrival.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import { workspaceOf } from '../send/clients.ts';
import { show } from '../send/show.ts';
import type { Before } from '../send/where.ts';
import { type Listening, pressed, type Visit } from './listening.ts';
import { refreshHome } from './visits.ts';

/** The slash command, the shortcuts and every button. */
export function hearPresses(app: App, listening: Listening): void {
  const { edge, visit } = listening;
  const handle = async (visited: Visit, arrival: Arrival, before: Before) => {
    const outgoing = await handleArrival(edge, visited.sender, arrival);
    if (outgoing) await show(visited, outgoing, before);
  };

  app.command('/forenkling', async ({ command, ack }) => {
    const { trigger_id: trigger, user_id: user } = command;
    const visited = await visit(workspaceOf(command), user);
    const text = await visited.toText(command.text);
    const arrival = { arrives: 'command', text, idempotencyKey: `slack:${trigger}` } as const;
    await handle(visited, arrival, { trigger, origin: null, from: 'chat' });
    await ack();
  });

  app.shortcut('create-request', async ({ shortcut, ack }) => {
    await openForm(shortcut as GlobalShortcut, '');
    await ack();
  });

  app.shortcut('create-request-from-message', async ({ shortcut, ack }) => {
    await openForm(shortcut as MessageShortcut, (shortcut as MessageShortcut).message.text ?? '');
    await ack();
  });

  async function openForm(body: GlobalShortcut | MessageShortcut, spelt: string): Promise<void> {
    const visited = await visit(workspaceOf(body), body.user.id);
    const text = await visited.toText(spelt);
    const input: Record<string, string> = text === '' ? {} : { text };
    const arrival = pressed({ action: 'open-request-form', input, idempotencyKey: randomUUID() });
    await handle(visited, arrival, { trigger: body.trigger_id, origin: null, from: 'elsewhere' });
  }

  app.action<BlockAction<ButtonAction>>({ type: 'block_actions' }, async ({ action, body, ack }) => {
    // Slack tells of links, too, although the client opens them by itself:
    // https://docs.slack.dev/reference/block-kit/block-elements/button-element
    if (action.action_id.startsWith(linkPrefix)) return ack();
    const unpacked = action.type === 'button' ? unpackValue(action.value ?? '') : null;
    const arrival = pressed(unpacked && { ...unpacked, idempotencyKey: unpacked.nonce });
    const workspace = workspaceOf(body);
    const visited = await visit(workspace, body.user.id, body.container.channel_id);
    const before = beforeOf(body, visited.channel);
    await handle(visited, arrival, before);
    // The Home tab of somebody who is not on the list is no background task's.
    if (before.from === 'elsewhere' && arrival.action === 'ask-to-join')
      await refreshHome(listening, workspace, body.user.id);
    await ack();
  });
}

function beforeOf({ view, container, trigger_id: trigger }: BlockAction, channel: string): Before {
  if (view?.type === 'modal') {
    return { trigger, origin: { view: view.id }, from: view.previous_view_id === null ? 'modal' : 'upper-modal' };
  }
  if (view) return { trigger, origin: null, from: 'elsewhere' };
  return { trigger, origin: container.message_ts ? { channel, ts: container.message_ts } : null, from: 'chat' };
}

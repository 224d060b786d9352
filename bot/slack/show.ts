import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Card, Form } from '../../cards/card.ts';
import { renderBlocks, renderModal } from '../../cards/render/block-kit.ts';
import type { Origin } from '../../cards/wire.ts';
import type { Answered } from '../answer.ts';
import { quiet } from './deliver.ts';

export interface Where {
  channel: string;
  /** Lives three seconds; needed to open a modal. */
  trigger: string | null;
  /** The message that was acted on. */
  origin: Origin | null;
  /** The person whose Home tab was acted on. */
  home: string | null;
}

/** What chat.update answers when the message cannot be changed any more, for instance by a rule of retention. */
const messageGone = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

/** What views.open answers after three seconds. */
const tooLate = ['expired_trigger_id'];

/** Shows a reply where it belongs, or as a new message where that place is gone. */
export async function show(client: WebClient, answered: Answered, where: Where): Promise<void> {
  const { reply } = answered;
  if (reply.reply === 'form' && where.trigger) {
    const origin = reply.at === 'here' ? where.origin : null;
    const view = renderModal(reply.form, randomUUID(), origin);
    await orBelow(client.views.open({ trigger_id: where.trigger, view }), tooLate);
  } else if (where.home) {
    await publishHome(client, where.home, answered);
  } else if (reply.reply === 'card' && reply.at === 'here' && where.origin) {
    await orBelow(client.chat.update({ ...where.origin, ...renderBlocks(reply.card, randomUUID()) }), messageGone);
  } else {
    await post(client, answered, where.channel);
  }

  async function orBelow(shown: Promise<unknown>, unless: readonly string[]): Promise<void> {
    try {
      await shown;
    } catch (error) {
      const { data } = error as { data?: { error?: string } };
      if (!unless.includes(data?.error ?? '')) throw error;
      await post(client, answered, where.channel);
    }
  }
}

/** A form cannot stand in a message: its button opens it, and the title says what it is. */
export async function post(client: WebClient, { reply }: Answered, channel: string): Promise<void> {
  const shown = reply.reply === 'card' ? reply.card : formOpener(reply.form);
  await client.chat.postMessage({ channel, ...renderBlocks(shown, randomUUID()), ...quiet });
}

function formOpener(form: Form): Card {
  return { name: 'form-opener', title: form.title, blocks: form.intro, actions: [form.open] };
}

export async function publishHome(client: WebClient, user: string, { reply }: Answered): Promise<void> {
  const shown = reply.reply === 'card' ? reply.card : formOpener(reply.form);
  const { blocks } = renderBlocks(shown, randomUUID());
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

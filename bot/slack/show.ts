import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../cards/card.ts';
import { renderBlocks, renderModal } from '../../cards/render/block-kit.ts';
import type { Origin } from '../../cards/wire.ts';
import type { Reply } from '../../handlers/handler.ts';
import type { Answered } from '../answer.ts';
import { messageGone } from './client.ts';
import { quiet } from './deliver.ts';

export interface Where {
  channel: string;
  user: string;
  /** Lives three seconds; needed to open a modal. */
  trigger: string | null;
  /** The message that was acted on. */
  origin: Origin | null;
  /** The person whose Home tab was acted on. */
  home: string | null;
}

/** What views.open answers after three seconds. */
const tooLate = ['expired_trigger_id'];

/** Shows a reply where it belongs, or as a new message where that place is gone. */
export async function show(client: WebClient, answered: Answered, where: Where): Promise<void> {
  const { reply } = answered;
  if (reply.reply === 'form' && where.trigger) {
    const origin = reply.at === 'here' ? where.origin : null;
    const view = renderModal(reply.form, randomUUID(), origin);
    await orSay(client.views.open({ trigger_id: where.trigger, view }), tooLate);
  } else if (where.home) {
    await publishHome(client, where.home, answered);
  } else if (answered.isPrivate) {
    await whisper(client, answered, where);
  } else if (reply.reply === 'card' && reply.at === 'here' && where.origin) {
    await orSay(replace(client, answered, where.origin), messageGone);
  } else {
    await say(client, answered, where.channel, null);
  }

  async function orSay(shown: Promise<unknown>, unless: readonly string[]): Promise<void> {
    try {
      await shown;
    } catch (error) {
      const { data } = error as { data?: { error?: string } };
      if (!unless.includes(data?.error ?? '')) throw error;
      if (answered.isPrivate) await whisper(client, answered, where);
      else await say(client, answered, where.channel, null);
    }
  }
}

/**
 * What somebody pressed in a channel is answered to them alone. A card that would take the place of the one pressed is
 * not shown: that one is everybody's, and is brought up to date for all.
 */
async function whisper(client: WebClient, { reply }: Answered, { channel, user }: Where): Promise<void> {
  if (reply.reply === 'card' && reply.at === 'here' && reply.card.about !== undefined) return;
  await client.chat.postEphemeral({ channel, user, ...renderBlocks(cardOf(reply), randomUUID()) });
}

/** Posts a reply, in a thread or not; or brings up to date the card of what an edited message was about. */
export async function say(
  client: WebClient,
  answered: Answered,
  channel: string,
  thread: string | null,
): Promise<void> {
  const { reply, standing } = answered;
  if (standing !== null && reply.at === 'here') return replace(client, answered, { channel, ts: standing });
  const under = thread === null ? {} : { thread_ts: thread };
  const said = { channel, ...renderBlocks(cardOf(reply), randomUUID()), ...quiet, ...under };
  const { ts } = await client.chat.postMessage(said);
  if (ts) await answered.standsAt(ts);
}

async function replace(client: WebClient, answered: Answered, at: Origin): Promise<void> {
  await client.chat.update({ ...at, ...renderBlocks(cardOf(answered.reply), randomUUID()) });
  await answered.standsAt(at.ts);
}

/** A form cannot stand in a message: its button opens it, and the title says what it is. */
function cardOf(reply: Reply): Card {
  if (reply.reply === 'card') return reply.card;
  const { title, intro, open } = reply.form;
  return { name: 'form-opener', title, blocks: intro, actions: [open] };
}

export async function publishHome(client: WebClient, user: string, { reply }: Answered): Promise<void> {
  const { blocks } = renderBlocks(cardOf(reply), randomUUID());
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

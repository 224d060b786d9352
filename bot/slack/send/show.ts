import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../cards/card.ts';
import type { Origin } from '../../../cards/packed-action.ts';
import { formOpener } from '../../../cards/parts.ts';
import { renderBlocks, renderCardModal, renderModal } from '../../../cards/render/block-kit/card.ts';
import type { Reply } from '../../../handlers/handler.ts';
import { isReceipt, type Outgoing } from '../../conversation/handle-arrival.ts';
import { errorOf, messageGone } from './client.ts';
import { quiet } from './deliver.ts';

export interface Where {
  channel: string;
  user: string;
  /** Finds the person's own chat with the bot. */
  ownChat(): Promise<string>;
  /** Lives three seconds; needed to open a modal. */
  trigger: string | null;
  /** The message or the modal that was acted on. */
  origin: Origin | null;
  /**
   * What the person has before them: a conversation, a modal, a modal that lies on another one, or the Home tab or any
   * other place from which they do not see their chat, so that a card comes in a modal.
   */
  from: 'chat' | 'modal' | 'upper-modal' | 'elsewhere';
}

/** What views.open and views.push answer after three seconds. */
const tooLate = ['expired_trigger_id'];

/** What views.update answers when the modal was closed meanwhile. */
const viewGone = ['not_found'];

/** Shows a reply where it belongs, or as a new message where that place is gone. */
export async function show(client: WebClient, outgoing: Outgoing, where: Where): Promise<void> {
  const { reply } = outgoing;
  const { origin, trigger, from } = where;
  if (reply.reply === 'form' && trigger) {
    await orSay(lay(client, renderModal(reply.form, randomUUID(), afterwards()), trigger, from), tooLate);
  } else if (trigger && (from === 'elsewhere' || (from === 'modal' && reply.at === 'below'))) {
    const view = renderCardModal(cardOf(reply), randomUUID(), outgoing.language);
    await orSay(lay(client, view, trigger, from), tooLate);
  } else if (origin && 'view' in origin) {
    const view = renderCardModal(cardOf(reply), randomUUID(), outgoing.language);
    await orSay(client.views.update({ view_id: origin.view, view }), viewGone);
  } else if (outgoing.isPrivate && isReceipt(outgoing)) {
    await say(client, outgoing, await where.ownChat(), null);
  } else if (outgoing.isPrivate) {
    await whisper(client, outgoing, where);
  } else if (reply.reply === 'card' && reply.at === 'here' && origin && origin.ts !== null) {
    await orSay(replace(client, outgoing, { channel: origin.channel, ts: origin.ts }), messageGone);
  } else {
    await say(client, outgoing, where.channel, null);
  }

  /** What comes of a form goes where that was opened, though not in place of a card that stays. */
  function afterwards(): Origin | null {
    if (reply.at === 'here' || isModal(from) || from === 'elsewhere') return origin;
    return { channel: where.channel, ts: null };
  }

  async function orSay(shown: Promise<unknown>, unless: readonly string[]): Promise<void> {
    try {
      await shown;
    } catch (error) {
      if (!unless.includes(errorOf(error))) throw error;
      if (outgoing.isPrivate) await whisper(client, outgoing, where);
      else await say(client, outgoing, where.channel, null);
    }
  }
}

type Modal = ReturnType<typeof renderModal>;

/**
 * Opens a modal, or lays it on the one before the person. Slack lays no more than three on each other: a card on a card,
 * and a form on that.
 */
async function lay(client: WebClient, view: Modal, trigger: string, from: Where['from']): Promise<void> {
  if (isModal(from)) await client.views.push({ trigger_id: trigger, view });
  else await client.views.open({ trigger_id: trigger, view });
}

function isModal(from: Where['from']): boolean {
  return from === 'modal' || from === 'upper-modal';
}

/**
 * What somebody pressed in a channel is answered to them alone. A card that would take the place of the one pressed is
 * not shown: that one is everybody's, and is brought up to date for all.
 */
async function whisper(client: WebClient, { reply }: Outgoing, { channel, user, origin }: Where): Promise<void> {
  const isPlaced = origin !== null && !('view' in origin) && origin.ts !== null;
  if (isPlaced && reply.reply === 'card' && reply.at === 'here' && reply.card.about !== undefined) return;
  await client.chat.postEphemeral({ channel, user, ...renderBlocks(cardOf(reply), randomUUID()) });
}

/** Posts a reply, in a thread or not; or brings up to date the card of what an edited message was about. */
export async function say(
  client: WebClient,
  outgoing: Outgoing,
  channel: string,
  thread: string | null,
): Promise<void> {
  const { reply, standing } = outgoing;
  if (standing !== null && reply.at === 'here' && (await replaced(client, outgoing, { channel, ts: standing }))) return;
  const under = thread === null ? {} : { thread_ts: thread };
  const said = { channel, ...renderBlocks(cardOf(reply), randomUUID()), ...quiet, ...under };
  const { ts } = await client.chat.postMessage(said);
  if (ts) await outgoing.standsAt(ts, channel);
}

/** False when the message cannot be changed any more. */
async function replaced(client: WebClient, outgoing: Outgoing, at: { channel: string; ts: string }): Promise<boolean> {
  try {
    await replace(client, outgoing, at);
    return true;
  } catch (error) {
    if (!messageGone.includes(errorOf(error))) throw error;
    return false;
  }
}

async function replace(client: WebClient, outgoing: Outgoing, at: { channel: string; ts: string }): Promise<void> {
  await client.chat.update({ ...at, ...renderBlocks(cardOf(outgoing.reply), randomUUID()) });
  await outgoing.standsAt(at.ts);
}

/** A form cannot stand in a message. */
function cardOf(reply: Reply): Card {
  return reply.reply === 'card' ? reply.card : formOpener(reply.form);
}

export async function publishHome(client: WebClient, user: string, { reply }: Outgoing): Promise<void> {
  const { blocks } = renderBlocks(cardOf(reply), randomUUID());
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

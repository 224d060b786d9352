import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../../../cards/card.ts';
import type { Origin } from '../../../cards/packed-action.ts';
import { formOpener } from '../../../cards/parts.ts';
import { renderBlocks, renderCardModal, renderModal } from '../../../cards/render/block-kit/card.ts';
import type { Reply } from '../../../handlers/handler.ts';
import type { Outgoing } from '../../conversation/outgoing.ts';
import { errorOf, messageGone } from './client.ts';
import { quiet } from './deliver.ts';
import { type Before, factsOf, type Where, whereElse, whereFor } from './where.ts';

/** The person who is shown something, and the channel in which they did something. */
export interface Viewer {
  client: WebClient;
  channel: string;
  user: string;
  /** Finds the person's own chat with the bot. */
  ownChat(): Promise<string>;
}

/** Slack's errors when a place is gone: the trigger of a modal after three seconds, a modal that was closed, a message. */
const gone: Partial<Record<Where, readonly string[]>> = {
  modal: ['expired_trigger_id'],
  'same-modal': ['not_found'],
  'in-place': messageGone,
};

/** Shows a reply where it belongs, or as a new message where that place is gone. */
export async function show(viewer: Viewer, outgoing: Outgoing, before: Before): Promise<void> {
  const facts = factsOf(outgoing, before);
  const where = whereFor(facts);
  try {
    await showAt(where, viewer, outgoing, before);
  } catch (error) {
    if (!gone[where]?.includes(errorOf(error))) throw error;
    await showAt(whereElse(facts), viewer, outgoing, before);
  }
}

async function showAt(where: Where, viewer: Viewer, outgoing: Outgoing, before: Before): Promise<void> {
  const { client, channel, user } = viewer;
  const { origin } = before;
  switch (where) {
    case 'modal':
      return openModal(viewer, outgoing, before);
    case 'same-modal':
      if (origin === null || !('view' in origin)) throw new Error('no modal was acted on');
      await client.views.update({ view_id: origin.view, view: modalOf(outgoing, before.formFrom ?? null) });
      return;
    case 'own-chat':
      return say(client, outgoing, await viewer.ownChat(), null);
    case 'nowhere':
      return;
    case 'whisper':
      await client.chat.postEphemeral({ channel, user, ...renderBlocks(cardOf(outgoing.reply), randomUUID()) });
      return;
    case 'in-place':
      if (origin === null || 'view' in origin || origin.ts === null) throw new Error('no message was acted on');
      return replace(client, outgoing, { channel: origin.channel, ts: origin.ts });
    case 'below':
      return say(client, outgoing, channel, null);
  }
}

/**
 * Opens a modal, or lays it on the one before the person. Slack lays no more than three on each other: a card on a card,
 * and a form on that.
 */
async function openModal({ client, channel }: Viewer, outgoing: Outgoing, before: Before): Promise<void> {
  const { reply } = outgoing;
  const { trigger, origin, from } = before;
  if (!trigger) throw new Error('nothing opens a modal');
  const isOnModal = from === 'modal' || from === 'upper-modal' || from === 'form';
  // The result of a form goes to the place where the form was opened, though not in place of a card that stays.
  const isInOrigin = reply.at === 'here' || isOnModal || from === 'elsewhere';
  const afterwards: Origin | null = isInOrigin ? origin : { channel, ts: null };
  const view = modalOf(outgoing, afterwards);
  if (isOnModal) await client.views.push({ trigger_id: trigger, view });
  else await client.views.open({ trigger_id: trigger, view });
}

/** @param afterwards the place that the result of a form goes to */
const modalOf = ({ reply, language }: Outgoing, afterwards: Origin | null) =>
  reply.reply === 'form'
    ? renderModal(reply.form, randomUUID(), afterwards)
    : renderCardModal(reply.card, randomUUID(), language);

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
  await outgoing.standsAt(at.ts, undefined, false);
}

/** A form cannot stand in a message. */
function cardOf(reply: Reply): Card {
  return reply.reply === 'card' ? reply.card : formOpener(reply.form);
}

export async function publishHome(client: WebClient, user: string, { reply }: Outgoing): Promise<void> {
  const { blocks } = renderBlocks(cardOf(reply), randomUUID());
  await client.views.publish({ user_id: user, view: { type: 'home', blocks } });
}

import type { ActionRef, Block, Card, LinkRef } from '../../../cards/card.ts';
import { noticeCard } from '../../../cards/notice.ts';
import type { ActionName } from '../../../domain/index.ts';
import { numberPattern } from '../../../domain/requests/record/request.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import { chatTexts, tabTexts } from '../../../locales/edges/tab.ts';
import type { Shown, ShownAction, ShownBlock, ShownLink } from '../../../web/tab/wire.ts';
import type { Outgoing } from '../../conversation/outgoing.ts';

/** The actions that work on the page. All others need a form, and people fill in forms in the chat. */
export const inTab = [
  'acknowledge-request',
  'deliver-request',
  'discard-draft',
  'help',
  'list-digest',
  'list-inbox',
  'list-mine',
  'list-overdue',
  'send-draft',
  'set-language',
  'set-prompts',
  'show-digest',
  'show-draft',
  'show-files',
  'show-home',
  'show-request',
  'open-withdrawal',
  'undo-withdrawal',
  'withdraw-request',
] as const satisfies readonly ActionName[];

/** Gives the address of the person's chat with the bot, with words ready to be sent. */
export type Chat = (words: string) => string;

/** Turns a reply into the answer for the page. */
export function show({ reply, language }: Pick<Outgoing, 'reply' | 'language'>, chat: Chat): Shown {
  const card = reply.reply === 'card' ? reply.card : goOnInChat(language, chat);
  const open = (ref: ActionRef | LinkRef) => inPage(ref, card, language, chat);
  const blocks = card.blocks.map((block: Block): ShownBlock => {
    if (block.block === 'buttons') return { ...block, buttons: block.buttons.map(open) };
    return block.block === 'list'
      ? { ...block, items: block.items.map((item) => ({ ...item, open: item.open && open(item.open) })) }
      : block;
  });
  return { language, card: { title: card.title, blocks, actions: card.actions.map(open) } };
}

function goOnInChat(language: Language, chat: Chat): Card {
  const words = chatTexts[language];
  return noticeCard(words.goOn, [{ url: chat(words.mine), label: tabTexts[language].chat }], words.goOnDetail);
}

function inPage(ref: ActionRef | LinkRef, card: Card, language: Language, chat: Chat): ShownAction | ShownLink {
  if ('url' in ref) return { ...ref, style: 'default' };
  if ((inTab as readonly string[]).includes(ref.action)) return ref;
  return { url: chat(wordsFor(ref, card, language)), label: ref.label, style: ref.style };
}

const number = new RegExp(numberPattern, 'u');

/** Gives the words that bring the same button into the chat; empty where no words do. */
function wordsFor({ action, input }: ActionRef, { title }: Card, language: Language): string {
  const words = chatTexts[language];
  if (action === 'open-campaign-form') return words.campaign;
  if (action === 'open-request-form') return input.draftId === undefined ? words.newRequest : words.mine;
  // Gives a request's number, as people write it in the chat.
  return number.exec(title)?.[0] ?? '';
}

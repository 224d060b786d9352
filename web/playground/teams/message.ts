import type { Message } from '../api.ts';
import type { ChatHost } from '../chat-view.ts';
import { type ClientWords, wordsIn } from '../client-words.ts';
import { timeLabel } from '../dates.ts';
import { editInPlace } from '../editor.ts';
import { button, element } from '../element.ts';
import { fileList } from '../files.ts';
import { type Choice, messageMenu } from '../menu.ts';
import { initials } from '../people.ts';
import { texts } from '../texts.ts';
import { type PressedAction, renderCard } from './card.ts';
import {
  deleteTeamsMessage,
  editTeamsMessage,
  executeTeamsAction,
  openTeamsExtension,
  submitTeamsAction,
} from './requests.ts';

/**
 * A message with its reader's actions. @param reply lets the person answer it: in a chat by a quote, in a channel in
 * its thread
 */
export function teamsMessage(message: Message, host: ChatHost, reply: (message: Message) => void): HTMLElement {
  const { card, quote, files = [] } = message;
  const words = wordsIn(host.person.language);
  const isOwn = message.from === 'person' && (message.author?.email ?? host.person.email) === host.person.email;
  const side = isOwn ? 'person' : 'bot';
  const content = element('div', { class: card ? 'teams-card' : 'teams-bubble' });
  if (quote) content.append(element('blockquote', { class: 'teams-quote' }, quote.text));
  const said = element('p', { class: 'teams-text' }, message.text ?? '');
  if (message.text) content.append(said);
  if (card)
    content.append(...renderCard(card, (pressed) => whileBusy(content, () => press(message.id, pressed, host))));
  if (files.length > 0) content.append(fileList(words, files));
  const menu = message.notice ? [] : [messageMenu(words, choices(message, host, isOwn, said, reply))];
  const meta = element('div', { class: 'teams-meta', lang: words.language }, metaLine(words, message, isOwn), ...menu);
  const body = element('div', { class: 'teams-body' }, meta, content);
  if (card && !host.room) {
    const look = { class: 'quiet', lang: words.language, 'data-testid': 'reply' };
    body.append(button(look, () => reply(message), words.replyWithQuote));
  }
  return element('article', { class: `teams-message teams-from-${side}` }, ...(isOwn ? [] : [avatarOf(message)]), body);
}

function avatarOf({ from, author }: Message): HTMLElement {
  const isBot = from === 'bot';
  const look = { class: isBot ? 'avatar bot-avatar' : 'avatar', 'aria-hidden': 'true' };
  return element('span', look, isBot ? 'F' : initials(author?.name ?? ''));
}

function choices(
  message: Message,
  { person, room, place, act, tell }: ChatHost,
  isOwn: boolean,
  said: HTMLElement,
  reply: (message: Message) => void,
): Choice[] {
  const { id, text = '' } = message;
  const words = wordsIn(person.language);
  const create = async () => {
    const answer = await act(() => openTeamsExtension(place, id));
    if (answer?.notice) tell(answer.notice);
  };
  const always = [
    { name: room ? words.replyInThread : words.replyWithQuote, act: () => reply(message) },
    { name: words.createRequest, act: () => void create() },
  ];
  // Teams tells no bot of edits and deletions in a channel.
  if (!isOwn || room) return always;
  const save = async (changed: string) => (await act(() => editTeamsMessage(place, id, changed))) !== null;
  return [
    ...always,
    ...(text === '' ? [] : [{ name: words.edit, act: () => editInPlace(words, said, text, save) }]),
    { name: words.delete, act: () => void act(() => deleteTeamsMessage(place, id)) },
  ];
}

async function press(
  messageId: string,
  { action, inputs }: PressedAction,
  { place, act, tell, complain }: ChatHost,
): Promise<void> {
  if (action.type === 'Action.Submit') {
    const answer = await act(() => submitTeamsAction(place, messageId, action.data, inputs));
    if (answer?.notice) tell(answer.notice);
    return;
  }
  const answer = await act(() => executeTeamsAction(place, messageId, action, inputs));
  if (answer && answer.status >= 400) complain(answer.notice ?? texts.failed);
  else if (answer?.notice) tell(answer.notice);
}

function metaLine(words: ClientWords, { from, author, at, edited, notice }: Message, isOwn: boolean): string {
  const who = from === 'bot' ? texts.bot : isOwn ? words.you : (author?.name ?? '');
  return [
    who,
    timeLabel(at, words.language),
    ...(edited ? [words.edited] : []),
    ...(notice ? [words.onlyYou] : []),
  ].join(' · ');
}

/** Presses while the bot is thinking are dropped, as Teams drops them. */
export function whileBusy(node: HTMLElement, work: () => Promise<unknown>): void {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  void work().finally(() => node.removeAttribute('aria-busy'));
}

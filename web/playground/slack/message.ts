import type { Message } from '../api.ts';
import type { ChatHost } from '../chat-view.ts';
import { type ClientWords, wordsIn } from '../client-words.ts';
import { timeLabel } from '../dates.ts';
import { editInPlace } from '../editor.ts';
import { element } from '../element.ts';
import { fileList } from '../files.ts';
import { type Choice, messageMenu } from '../menu.ts';
import { initials } from '../people.ts';
import { texts } from '../texts.ts';
import { renderBlocks } from './blocks.ts';
import { plainOf } from './mrkdwn.ts';
import { deleteSlackMessage, editSlackMessage, sendSlackAction, startSlackShortcut } from './requests.ts';
import { readState, type Surface } from './surface.ts';
import { mrkdwn } from './text.ts';

/** The app's shortcut in the menu of a message, as its manifest declares it. */
const messageShortcut = 'create-request-from-message';

/** A message with its reader's actions. */
export function slackMessage(message: Message, host: ChatHost, replyIn: (id: string) => void): HTMLElement {
  const words = wordsIn(host.person.language);
  const isBot = message.from === 'bot';
  const name = isBot ? texts.bot : (message.author?.name ?? host.person.name);
  const said = element('div', { class: 'slack-said' }, ...content(message, host));
  const menu = message.notice ? [] : [messageMenu(words, choices(message, host, said, replyIn))];
  const body = element('div', { class: 'slack-body' }, metaLine(words, message, name, menu), said);
  if (message.files?.length) body.append(fileList(words, message.files));
  return element(
    'article',
    { class: message.notice ? 'slack-message slack-notice' : 'slack-message' },
    element(
      'span',
      { class: isBot ? 'avatar bot-avatar square' : 'avatar square', 'aria-hidden': 'true' },
      isBot ? 'F' : initials(name),
    ),
    body,
  );
}

function content(message: Message, { person, place, act }: ChatHost): Node[] {
  if (!message.blocks?.length) {
    const said = message.text ?? '';
    return said === '' ? [] : [element('div', { class: 'slack-text' }, ...mrkdwn(said))];
  }
  const surface: Surface = {
    fields: [],
    words: wordsIn(person.language),
    kept: {},
    act: (action) => void act(() => sendSlackAction(place, { message: message.id }, action, readState(surface))),
  };
  return renderBlocks(message.blocks, surface);
}

function choices(
  { id, from, author, text = '', thread }: Message,
  { person, place, act }: ChatHost,
  said: HTMLElement,
  replyIn: (id: string) => void,
): Choice[] {
  const words = wordsIn(person.language);
  const reply = { name: words.replyInThread, act: () => replyIn(thread ?? id) };
  const create = {
    name: words.createRequest,
    act: () => void act(() => startSlackShortcut(place, messageShortcut, id)),
  };
  const isOwn = from === 'person' && (author === undefined || author.email === person.email);
  if (!isOwn) return [reply, create];
  const save = async (changed: string) => (await act(() => editSlackMessage(place, id, changed))) !== null;
  return [
    reply,
    create,
    { name: words.edit, act: () => editInPlace(words, said, plainOf(text), save) },
    { name: words.delete, act: () => void act(() => deleteSlackMessage(place, id)) },
  ];
}

function metaLine(
  words: ClientWords,
  { from, at, edited, notice }: Message,
  name: string,
  menu: readonly Node[],
): HTMLElement {
  const line = element('div', { class: 'slack-meta', lang: words.language }, element('strong', {}, name));
  if (from === 'bot') line.append(element('span', { class: 'slack-app' }, words.app));
  line.append(element('time', { datetime: at }, timeLabel(at, words.language)));
  if (edited) line.append(element('span', {}, `(${words.edited.toLowerCase()})`));
  if (notice) line.append(element('span', { class: 'slack-only-you' }, words.onlyYou));
  line.append(...menu);
  return line;
}

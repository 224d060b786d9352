import type { Message, Outgoing } from '../api.ts';
import type { ChatHost, ChatView } from '../chat-view.ts';
import { type ClientWords, wordsIn } from '../client-words.ts';
import { createComposer } from '../composer.ts';
import { button, element } from '../element.ts';
import { createMessageList } from '../message-list.ts';
import { createTabs } from '../tabs.ts';
import { texts } from '../texts.ts';
import { createTeamsDialog } from './dialog.ts';
import { teamsMessage } from './message.ts';
import { createOverview } from './overview.ts';
import { type Answers, sendTeamsMessage } from './requests.ts';

/** A person's chat with the bot, or a channel, as Teams shows it. */
export function createTeamsChat(host: ChatHost): ChatView {
  const { person, room, place, act } = host;
  const words = wordsIn(person.language);
  const mention = room && `@${texts.bot}`;
  let quoted: Message | null = null;

  const send = async (outgoing: Outgoing, answers: Answers) =>
    (await act(() => sendTeamsMessage(place, outgoing, answers))) !== null;
  const sendBelow = async (outgoing: Outgoing) => {
    const isSent = await send(outgoing, { quote: quoted?.id ?? null, thread: null });
    if (isSent) {
      quote(null);
      list.goToEnd();
    }
    return isSent;
  };

  const quote = (message: Message | null) => {
    quoted = message;
    composer.about(message && quotation(wordsIn(person.language), message, () => quote(null)));
    if (message) composer.focus();
  };
  const reply = (message: Message) => {
    if (room) list.openThread(message.thread ?? message.id);
    else quote(message);
  };

  const list = createMessageList(
    words,
    (message) => teamsMessage(message, host, reply),
    room && {
      words,
      name: words.replyInThread,
      send: (root, outgoing) => send(outgoing, { quote: null, thread: root.id }),
      takesFiles: false,
      mention,
      invites: ({ notice }) => notice !== true,
    },
    room ? words.emptyRoom : words.emptyChat,
  );
  const composer = createComposer({
    words,
    placeholder: room ? words.composeIn(room.name) : words.compose,
    send: sendBelow,
    // A bot gets no files of a channel (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).
    takesFiles: room === null,
    mention,
  });
  const conversation = element('div', { class: 'teams-conversation' }, list.node, composer.node);
  const overview = room ? null : createOverview(host);
  const aroundChat = overview
    ? [
        createTabs([
          { name: words.chat, panel: conversation, opened: null },
          { name: words.overview, panel: overview.node, opened: overview.open },
        ]),
        overview.node,
      ]
    : [];
  const top = teamsTop(room?.name ?? null);
  const behind = element('div', { class: 'teams-behind' }, top, ...aroundChat, conversation);
  const dialog = createTeamsDialog(host, behind);
  const node = element('div', { class: 'teams' }, behind, dialog.node);
  const show: ChatView['show'] = (chat) => {
    list.show(chat.messages);
    dialog.show(chat.dialog);
  };
  return { node, show };
}

/** Shows the message that the next one answers, above the field. */
function quotation(words: ClientWords, { text, card }: Message, remove: () => void): HTMLElement {
  const said = text ?? firstWords(card) ?? texts.bot;
  const name = words.removeQuote;
  return element(
    'div',
    { class: 'quotation', 'data-testid': 'quotation' },
    element('span', {}, `${words.quoting} “${said.length > 90 ? `${said.slice(0, 90)} …` : said}”`),
    button({ class: 'plain', 'aria-label': name, title: name }, remove, '✕'),
  );
}

/** The first words that a card shows. */
function firstWords(part: unknown): string | null {
  if (Array.isArray(part)) return part.reduce<string | null>((found, one) => found ?? firstWords(one), null);
  if (typeof part !== 'object' || part === null) return null;
  const { text, ...rest } = part as { text?: unknown };
  if (typeof text === 'string' && text !== '') return text;
  return firstWords(Object.values(rest));
}

function teamsTop(room: string | null): HTMLElement {
  if (room !== null)
    return element(
      'div',
      { class: 'teams-top' },
      element('span', { class: 'avatar square teams-team', 'aria-hidden': 'true' }, room.at(0) ?? ''),
      element('strong', {}, room),
    );
  return element(
    'div',
    { class: 'teams-top' },
    element('span', { class: 'avatar bot-avatar', 'aria-hidden': 'true' }, 'F'),
    element('strong', {}, texts.bot),
  );
}

import type { Chat, Outgoing } from '../api.ts';
import type { ChatHost, ChatView } from '../chat-view.ts';
import { type ClientWords, wordsIn } from '../client-words.ts';
import { createComposer } from '../composer.ts';
import { element } from '../element.ts';
import { createMenu } from '../menu.ts';
import { createMessageList } from '../message-list.ts';
import { createTabs } from '../tabs.ts';
import { texts } from '../texts.ts';
import { createHome } from './home.ts';
import { slackMessage } from './message.ts';
import { createModal } from './modal.ts';
import { openSlackHome, sendSlackCommand, sendSlackMessage, startSlackShortcut } from './requests.ts';

/** The app's only command, and its shortcut that works everywhere, as its manifest declares them. */
const command = '/forenkling';
const globalShortcut = 'create-request';

/** A person's chat with the app, its Home tab and its modals, or a channel, as Slack shows them. */
export function createSlackChat(host: ChatHost): ChatView {
  const { person, room, place, act, complain } = host;
  const words = wordsIn(person.language);
  const mention = room && texts.slackName;

  const send = async ({ text, file }: Outgoing, thread: string | null) => {
    const [, name, rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
    if (name === undefined) return (await act(() => sendSlackMessage(place, { text, file }, thread))) !== null;
    if (name === command) return (await act(() => sendSlackCommand(place, rest))) !== null;
    complain(words.noSuchCommand(name));
    return false;
  };

  const sendBelow = async (outgoing: Outgoing) => {
    const isSent = await send(outgoing, null);
    if (isSent) list.goToEnd();
    return isSent;
  };

  const list = createMessageList(
    words,
    (message) => slackMessage(message, host, (id) => list.openThread(id)),
    {
      words,
      name: words.replyInThread,
      send: (root, outgoing) => send(outgoing, root.id),
      takesFiles: true,
      mention,
      invites: ({ from, blocks, notice }) => from === 'bot' && blocks !== undefined && notice !== true,
    },
    room ? words.emptyRoom : words.emptyChat,
  );
  const conversation = element('div', { class: 'slack-conversation' }, list.node);
  const composer = createComposer({
    words,
    placeholder: room ? words.composeIn(room.name) : words.composeSlack,
    send: sendBelow,
    takesFiles: true,
    mention,
    before: createMenu(words, '⚡', words.shortcuts, [
      { name: words.createRequest, act: () => void act(() => startSlackShortcut(place, globalShortcut, null)) },
    ]),
  });
  conversation.append(composer.node);
  const home = room ? null : createHome(host);
  const tabs =
    home &&
    createTabs([
      { name: words.home, panel: home.node, opened: () => void act(() => openSlackHome(person.email)) },
      { name: words.messages, panel: conversation, opened: null },
    ]);
  const aroundHome = home && tabs ? [tabs, home.node] : [];
  const behind = element(
    'div',
    { class: 'slack-behind' },
    slackTop(words, room?.name ?? null),
    ...aroundHome,
    conversation,
  );
  const modal = createModal(host, behind);
  const node = element('div', { class: 'slack' }, behind, modal.node);

  const show = ({ messages, view, home: homeView }: Chat) => {
    list.show(messages);
    home?.show(homeView);
    modal.show(view);
  };
  return { node, show };
}

function slackTop(words: ClientWords, room: string | null): HTMLElement {
  if (room !== null) return element('div', { class: 'slack-top slack-channel' }, element('strong', {}, room));
  return element(
    'div',
    { class: 'slack-top' },
    element('span', { class: 'avatar bot-avatar square', 'aria-hidden': 'true' }, 'F'),
    element('strong', {}, texts.bot),
    element('span', { class: 'slack-app' }, words.app),
  );
}

import type { Chat, Outgoing } from '../api.ts';
import type { ChatHost, ChatView } from '../chat-view.ts';
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
  const mention = room && texts.slackName;

  const send = async ({ text, file }: Outgoing, thread: string | null) => {
    const [, name, rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
    if (name === undefined) return (await act(() => sendSlackMessage(place, { text, file }, thread))) !== null;
    if (name === command) return (await act(() => sendSlackCommand(place, rest))) !== null;
    complain(texts.noSuchCommand(name));
    return false;
  };

  const sendBelow = async (outgoing: Outgoing) => {
    const isSent = await send(outgoing, null);
    if (isSent) list.goToEnd();
    return isSent;
  };

  const list = createMessageList(
    person.language,
    (message) => slackMessage(message, host, (id) => list.openThread(id)),
    {
      name: texts.replyInThread,
      send: (root, outgoing) => send(outgoing, root.id),
      takesFiles: true,
      mention,
      invites: ({ from, blocks, notice }) => from === 'bot' && blocks !== undefined && notice !== true,
    },
    room ? texts.emptyRoom : texts.emptyChat,
  );
  const conversation = element('div', { class: 'slack-conversation' }, list.node);
  const composer = createComposer({
    placeholder: room ? texts.composeIn(room.name) : texts.composeSlack,
    send: sendBelow,
    takesFiles: true,
    mention,
    before: createMenu('⚡', texts.shortcuts, [
      { name: texts.createRequest, act: () => void act(() => startSlackShortcut(place, globalShortcut, null)) },
    ]),
  });
  conversation.append(composer.node);
  const home = room ? null : createHome(host);
  const tabs =
    home &&
    createTabs([
      { name: texts.home, panel: home.node, opened: () => void act(() => openSlackHome(person.email)) },
      { name: texts.messages, panel: conversation, opened: null },
    ]);
  const aroundHome = home && tabs ? [tabs, home.node] : [];
  const behind = element('div', { class: 'slack-behind' }, slackTop(room?.name ?? null), ...aroundHome, conversation);
  const modal = createModal(host, behind);
  const node = element('div', { class: 'slack' }, behind, modal.node);

  const show = ({ messages, view, home: homeView }: Chat) => {
    list.show(messages);
    home?.show(homeView);
    modal.show(view);
  };
  return { node, show };
}

function slackTop(room: string | null): HTMLElement {
  if (room !== null) return element('div', { class: 'slack-top slack-channel' }, element('strong', {}, room));
  return element(
    'div',
    { class: 'slack-top' },
    element('span', { class: 'avatar bot-avatar square', 'aria-hidden': 'true' }, 'F'),
    element('strong', {}, texts.bot),
    element('span', { class: 'slack-app' }, texts.app),
  );
}

import { type Chat, type Message, openSlackHome, sendSlackAction, sendSlackCommand, sendSlackMessage } from '../api.ts';
import type { ChatHost, ChatView } from '../chat-view.ts';
import { createComposer } from '../composer.ts';
import { timeLabel } from '../dates.ts';
import { element } from '../element.ts';
import { createMessageList } from '../message-list.ts';
import { initials } from '../people.ts';
import { texts } from '../texts.ts';
import { renderBlocks } from './blocks.ts';
import { createHome } from './home.ts';
import { createModal } from './modal.ts';
import { readState, type Surface } from './surface.ts';
import { createTabs } from './tabs.ts';
import { mrkdwn } from './text.ts';

/** The app's only command. */
const command = '/forenkling';

/** A person's chat with the app, its Home tab and its modals, as Slack shows them. */
export function createSlackChat(host: ChatHost): ChatView {
  const { person, act, tell } = host;

  const draw = (message: Message) => {
    const name = message.from === 'bot' ? texts.bot : person.name;
    const avatar = message.from === 'bot' ? 'avatar bot-avatar square' : 'avatar square';
    return element(
      'article',
      { class: message.notice ? 'slack-message slack-notice' : 'slack-message' },
      element('span', { class: avatar, 'aria-hidden': 'true' }, message.from === 'bot' ? 'F' : initials(name)),
      element('div', { class: 'slack-body' }, metaLine(message, name), ...content(message)),
    );
  };

  const content = (message: Message): Node[] => {
    if (!message.blocks?.length) return [element('div', { class: 'slack-text' }, ...mrkdwn(message.text ?? ''))];
    const surface: Surface = {
      fields: [],
      kept: {},
      act: (action) =>
        void act(() => sendSlackAction(person.email, { message: message.id }, action, readState(surface))),
    };
    return renderBlocks(message.blocks, surface);
  };

  const send = async (text: string) => {
    const [, name, rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
    if (name === undefined) return (await act(() => sendSlackMessage(person.email, text))) !== null;
    if (name === command) return (await act(() => sendSlackCommand(person.email, rest))) !== null;
    tell(texts.noSuchCommand(name));
    return false;
  };

  const list = createMessageList(person.language, draw);
  const home = createHome(host);
  const conversation = element('div', { class: 'slack-conversation' }, list.node);
  conversation.append(createComposer(texts.composeSlack, send));
  const tabs = createTabs([
    { name: texts.home, panel: home.node, opened: () => void act(() => openSlackHome(person.email)) },
    { name: texts.messages, panel: conversation, opened: null },
  ]);
  const behind = element('div', { class: 'slack-behind' }, slackTop(), tabs, home.node, conversation);
  const modal = createModal(host, behind);
  const node = element('div', { class: 'slack' }, behind, modal.node);

  const show = ({ messages, view, home: homeView }: Chat) => {
    list.show(messages);
    home.show(homeView);
    modal.show(view);
  };
  return { node, show };
}

function slackTop(): HTMLElement {
  return element(
    'div',
    { class: 'slack-top' },
    element('span', { class: 'avatar bot-avatar square', 'aria-hidden': 'true' }, 'F'),
    element('strong', {}, texts.bot),
    element('span', { class: 'slack-app' }, texts.app),
  );
}

function metaLine({ from, at, edited, notice }: Message, name: string): HTMLElement {
  const line = element('p', { class: 'slack-meta', lang: 'da' }, element('strong', {}, name));
  if (from === 'bot') line.append(element('span', { class: 'slack-app' }, texts.app));
  line.append(element('time', { datetime: at }, timeLabel(at)));
  if (edited) line.append(element('span', {}, `(${texts.edited.toLowerCase()})`));
  if (notice) line.append(element('span', { class: 'slack-only-you' }, texts.onlyYou));
  return line;
}

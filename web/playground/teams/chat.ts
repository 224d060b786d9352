import { executeTeamsAction, type Message, sendTeamsMessage, submitTeamsAction } from '../api.ts';
import type { ChatHost, ChatView } from '../chat-view.ts';
import { createComposer } from '../composer.ts';
import { timeLabel } from '../dates.ts';
import { element } from '../element.ts';
import { createMessageList } from '../message-list.ts';
import { texts } from '../texts.ts';
import { type PressedAction, renderCard } from './card.ts';

/** A person's chat with the bot, as Teams shows it. */
export function createTeamsChat({ person, act, tell }: ChatHost): ChatView {
  const press = async (messageId: string, { action, inputs }: PressedAction) => {
    if (action.type === 'Action.Submit') {
      await act(() => submitTeamsAction(person.email, messageId, action.data, inputs));
      return;
    }
    const answer = await act(() => executeTeamsAction(person.email, messageId, action, inputs));
    if (answer && answer.status >= 400) tell(answer.notice ?? texts.failed);
    else if (answer?.notice) tell(answer.notice);
  };

  const draw = (message: Message) => {
    const { card } = message;
    const content = element('div', { class: card ? 'teams-card' : 'teams-bubble' });
    if (message.text) content.append(element('p', { class: 'teams-text' }, message.text));
    if (card) content.append(...renderCard(card, (pressed) => whileBusy(content, () => press(message.id, pressed))));
    const isBot = message.from === 'bot';
    return element(
      'article',
      { class: `teams-message teams-from-${message.from}` },
      ...(isBot ? [element('span', { class: 'avatar bot-avatar', 'aria-hidden': 'true' }, 'F')] : []),
      element(
        'div',
        { class: 'teams-body' },
        element('p', { class: 'teams-meta', lang: 'da' }, metaLine(message)),
        content,
      ),
    );
  };

  const list = createMessageList(person.language, draw);
  const send = async (text: string) => (await act(() => sendTeamsMessage(person.email, text))) !== null;
  const top = element(
    'div',
    { class: 'teams-top' },
    element('span', { class: 'avatar bot-avatar', 'aria-hidden': 'true' }, 'F'),
    element('strong', {}, texts.bot),
  );
  const node = element('div', { class: 'teams' }, top, list.node, createComposer(texts.compose, send));
  return { node, show: ({ messages }) => list.show(messages) };
}

function metaLine({ from, at, edited, notice }: Message): string {
  const who = from === 'bot' ? texts.bot : texts.you;
  return [who, timeLabel(at), ...(edited ? [texts.edited] : []), ...(notice ? [texts.onlyYou] : [])].join(' · ');
}

/** Presses while the bot is thinking are dropped, as Teams drops them. */
function whileBusy(node: HTMLElement, work: () => Promise<void>): void {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  void work().finally(() => node.removeAttribute('aria-busy'));
}

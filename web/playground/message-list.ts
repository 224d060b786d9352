import type { Message } from './api.ts';
import type { ClientWords } from './client-words.ts';
import { dayLabel } from './dates.ts';
import { element } from './element.ts';
import { createThread, placeChildren, type Thread, type Threading } from './thread.ts';

export interface MessageList {
  node: HTMLElement;
  show: (messages: readonly Message[]) => void;
  /** Goes to the newest message, and stays with those that come. */
  goToEnd: () => void;
  /** Lets the person write in the thread of a message. */
  openThread: (id: string) => void;
}

/** A reader within this many pixels of the end counts as reading the newest message. */
const nearEnd = 80;

interface Drawn {
  source: string;
  node: HTMLElement;
}

/**
 * The messages of a chat under their days, with their threads. A message that has not changed keeps its element, and
 * with it the text that the person has begun in its card.
 * @param draw a new element for a message
 * @param whenEmpty the text for a chat without messages
 */
export function createMessageList(
  words: ClientWords,
  draw: (message: Message) => HTMLElement,
  threading: Threading | null,
  whenEmpty: string,
): MessageList {
  const node = element('div', {
    class: 'messages',
    role: 'log',
    'aria-label': words.messages,
    lang: words.language,
    tabindex: '0',
    'data-testid': 'messages',
  });
  const drawn = new Map<string, Drawn>();
  const threads = new Map<string, Thread>();

  let isAtEnd = true;
  const stayAtEnd = () => {
    if (isAtEnd) node.scrollTop = node.scrollHeight;
  };
  node.addEventListener('scroll', () => {
    isAtEnd = node.scrollHeight - node.scrollTop - node.clientHeight < nearEnd;
  });
  // Pictures get their height late, and a background pane on a phone has no height at all.
  node.addEventListener('load', stayAtEnd, true);
  new ResizeObserver(stayAtEnd).observe(node);

  const show = (messages: readonly Message[]) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-message]')?.dataset.message;
    for (const message of messages) drawAnew(message);
    forgetOthers(messages);
    placeChildren(
      node,
      messages.length === 0 ? [element('p', { class: 'empty', lang: words.language }, whenEmpty)] : underDays(messages),
    );
    stayAtEnd();
    if (focused && document.activeElement === document.body) drawn.get(focused)?.node.focus();
  };

  const drawAnew = (message: Message) => {
    const source = JSON.stringify(message);
    if (drawn.get(message.id)?.source === source) return;
    const one = draw(message);
    one.dataset.message = message.id;
    one.dataset.testid = `message-${message.from}`;
    one.tabIndex = -1;
    drawn.set(message.id, { source, node: one });
  };

  const forgetOthers = (messages: readonly Message[]) => {
    const ids = new Set(messages.map(({ id }) => id));
    for (const kept of [drawn, threads]) for (const id of kept.keys()) if (!ids.has(id)) kept.delete(id);
  };

  const underDays = (messages: readonly Message[]): HTMLElement[] => {
    const ids = new Set(messages.map(({ id }) => id));
    const isReply = ({ thread }: Message) => threading !== null && thread !== undefined && ids.has(thread);
    const roots = messages.filter((message) => !isReply(message));
    const replies = Map.groupBy(messages.filter(isReply), ({ thread }) => thread);
    return roots.flatMap((message, index) => {
      const before = roots[index - 1];
      const day = dayLabel(message.at, words.language);
      const begins = !before || dayLabel(before.at, words.language) !== day;
      const thread = threading && threadOf(message, threading);
      thread?.show(nodesOf(replies.get(message.id) ?? []));
      return [
        ...(begins ? [element('p', { class: 'day', lang: words.language }, day)] : []),
        ...nodesOf([message]),
        ...(thread ? [thread.node] : []),
      ];
    });
  };

  const nodesOf = (messages: readonly Message[]) => messages.flatMap(({ id }) => drawn.get(id)?.node ?? []);

  const threadOf = (root: Message, how: Threading): Thread => {
    const thread = threads.get(root.id) ?? createThread(root, how);
    threads.set(root.id, thread);
    return thread;
  };

  const goToEnd = () => {
    isAtEnd = true;
    stayAtEnd();
  };

  return { node, show, goToEnd, openThread: (id) => threads.get(id)?.open() };
}

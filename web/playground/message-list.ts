import type { Message } from './api.ts';
import { dayLabel } from './dates.ts';
import { element } from './element.ts';
import { texts } from './texts.ts';

export interface MessageList {
  node: HTMLElement;
  show: (messages: readonly Message[]) => void;
}

/** So many pixels from the end still count as reading the newest message. */
const nearEnd = 80;

/**
 * The messages of a chat under their days. A message that has not changed keeps its element, and with it what the person
 * has begun to write in its card.
 * @param draw a new element for a message
 */
export function createMessageList(language: string, draw: (message: Message) => HTMLElement): MessageList {
  const node = element('div', {
    class: 'messages',
    role: 'log',
    'aria-label': texts.messages,
    lang: language,
    tabindex: '0',
    'data-testid': 'messages',
  });
  let drawn = new Map<string, { source: string; node: HTMLElement }>();

  let isAtEnd = true;
  const stayAtEnd = () => {
    if (isAtEnd) node.scrollTop = node.scrollHeight;
  };
  node.addEventListener('scroll', () => {
    isAtEnd = node.scrollHeight - node.scrollTop - node.clientHeight < nearEnd;
  });
  // Pictures get their height late, and a pane in the background of a phone has none at all.
  node.addEventListener('load', stayAtEnd, true);
  new ResizeObserver(stayAtEnd).observe(node);

  const show = (messages: readonly Message[]) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-message]')?.dataset.message;
    const next = new Map<string, { source: string; node: HTMLElement }>();
    for (const message of messages) {
      const source = JSON.stringify(message);
      const before = drawn.get(message.id);
      next.set(message.id, before?.source === source ? before : { source, node: drawOne(message) });
    }
    place(node, underDays(messages, next));
    drawn = next;
    stayAtEnd();
    if (focused && document.activeElement === document.body) next.get(focused)?.node.focus();
  };

  const drawOne = (message: Message) => {
    const one = draw(message);
    one.dataset.message = message.id;
    one.dataset.testid = `message-${message.from}`;
    one.tabIndex = -1;
    return one;
  };

  return { node, show };
}

function underDays(messages: readonly Message[], drawn: ReadonlyMap<string, { node: HTMLElement }>): HTMLElement[] {
  if (messages.length === 0) return [element('p', { class: 'empty', lang: 'da' }, texts.emptyChat)];
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const day = dayLabel(message.at);
    const begins = !before || dayLabel(before.at) !== day;
    const one = drawn.get(message.id)?.node;
    return [...(begins ? [element('p', { class: 'day', lang: 'da' }, day)] : []), ...(one ? [one] : [])];
  });
}

/** Elements that stay are not moved, since a moved element loses the focus and is read aloud again. */
function place(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const staying = new Set<Element>(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((child, index) => {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
}

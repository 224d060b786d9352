import type { Message, Outgoing } from './api.ts';
import type { ClientWords } from './client-words.ts';
import { createComposer } from './composer.ts';
import { button, element } from './element.ts';

/** The replies under a message and the field for another one. */
export interface Thread {
  node: HTMLElement;
  /** @param replies as they are drawn, oldest first */
  show: (replies: readonly HTMLElement[]) => void;
  /** Lets the person write. */
  open: () => void;
}

/** Sends a reply; null in a chat without threads. */
export interface Threading {
  words: ClientWords;
  name: string;
  send: (root: Message, outgoing: Outgoing) => Promise<boolean>;
  takesFiles: boolean;
  mention: string | null;
  /** Whether the reply button is shown under a message that has no replies yet. */
  invites: (root: Message) => boolean;
}

export function createThread(root: Message, threading: Threading): Thread {
  const { words } = threading;
  const list = element('div', { class: 'thread-replies' });
  const count = element('p', { class: 'thread-count', lang: words.language });
  const reply = button({ class: 'quiet', 'data-testid': 'reply-in-thread' }, () => open(), threading.name);
  const cancel = () => {
    composer?.node.remove();
    composer = null;
    reply.hidden = false;
    reply.focus();
  };
  let composer: ReturnType<typeof createComposer> | null = null;
  const node = element('div', { class: 'thread', role: 'group', 'aria-label': words.thread, 'data-testid': 'thread' });
  node.append(count, list, reply);

  const open = () => {
    if (!composer) {
      const { send, takesFiles, mention } = threading;
      composer = createComposer({
        words,
        placeholder: words.reply,
        send: (outgoing) => send(root, outgoing),
        takesFiles,
        mention,
      });
      composer.node.addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') cancel();
      });
      node.append(composer.node);
      reply.hidden = true;
      show(drawn);
    }
    composer.focus();
    composer.node.scrollIntoView({ block: 'nearest' });
  };

  let drawn: readonly HTMLElement[] = [];
  const show: Thread['show'] = (replies) => {
    drawn = replies;
    node.hidden = replies.length === 0 && !composer && !threading.invites(root);
    count.hidden = replies.length === 0;
    count.textContent = words.replies(replies.length);
    placeChildren(list, replies);
  };
  return { node, show, open };
}

/** Elements that stay keep their place, since a moved element loses the focus and is read aloud again. */
export function placeChildren(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const staying = new Set<Element>(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((child, index) => {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
}

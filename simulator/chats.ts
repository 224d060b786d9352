import { EventEmitter } from 'node:events';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export type Platform = 'teams' | 'slack';
export type Json = Record<string, unknown>;

/** A message as the person sees it. */
export interface Message {
  id: string;
  from: 'bot' | 'person';
  at: string;
  text?: string;
  /** Adaptive Card. */
  card?: Json;
  /** Slack blocks. */
  blocks?: Json[];
  edited?: boolean;
  /** A word of the client itself, which goes away. */
  notice?: boolean;
}

/** An open modal or a Home tab, as Slack's server keeps it. */
export interface View extends Json {
  id: string;
  blocks: Json[];
}

interface Chat {
  messages: Message[];
  view: View | null;
  home: View | null;
}

type Change =
  | { change: 'message'; message: Message }
  | { change: 'remove'; id: string }
  | { change: 'home'; home: View };

/** All chats of all people on both platforms. With a journal they outlive the process, also when it is killed. */
export class Chats {
  private readonly chats = new Map<string, Chat>();
  private readonly journal: string | undefined;
  private readonly changes = new EventEmitter().setMaxListeners(0);

  constructor(journal?: string) {
    this.journal = journal;
    if (journal && existsSync(journal)) this.replay(readFileSync(journal, 'utf8'));
  }

  of(platform: Platform, email: string): Chat {
    const key = `${platform}:${email}`;
    const chat = this.chats.get(key) ?? { messages: [], view: null, home: null };
    this.chats.set(key, chat);
    return chat;
  }

  /** Adds a message, or replaces the one with its id. */
  put(platform: Platform, email: string, message: Message): void {
    this.write(platform, email, { change: 'message', message });
  }

  remove(platform: Platform, email: string, id: string): void {
    this.write(platform, email, { change: 'remove', id });
  }

  /** Modals are not kept over a restart, as in Slack. */
  showView(email: string, view: View | null): void {
    this.of('slack', email).view = view;
    this.changed('slack', email);
  }

  showHome(email: string, home: View): void {
    this.write('slack', email, { change: 'home', home });
  }

  onChange(listener: (platform: Platform, email: string) => void): () => void {
    this.changes.on('change', listener);
    return () => this.changes.off('change', listener);
  }

  private write(platform: Platform, email: string, change: Change): void {
    if (this.journal) appendFileSync(this.journal, `${JSON.stringify({ platform, email, ...change })}\n`);
    this.apply(platform, email, change);
    this.changed(platform, email);
  }

  private apply(platform: Platform, email: string, change: Change): void {
    const chat = this.of(platform, email);
    if (change.change === 'home') {
      chat.home = change.home;
      return;
    }
    const id = change.change === 'remove' ? change.id : change.message.id;
    const index = chat.messages.findIndex((one) => one.id === id);
    if (change.change === 'remove') chat.messages = chat.messages.filter((one) => one.id !== id);
    else if (index >= 0) chat.messages[index] = { ...change.message, edited: true };
    else chat.messages.push(change.message);
  }

  /** A line that a kill cut in the middle is the last one, and what it held was not acknowledged. */
  private replay(text: string): void {
    const lines = text.split('\n');
    if (lines.at(-1) !== '') lines.pop();
    for (const line of lines) {
      if (line === '') continue;
      const { platform, email, ...change } = JSON.parse(line) as { platform: Platform; email: string } & Change;
      this.apply(platform, email, change as Change);
    }
  }

  private changed(platform: Platform, email: string): void {
    this.changes.emit('change', platform, email);
  }
}

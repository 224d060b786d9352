import { EventEmitter } from 'node:events';
import { type Journal, openJournal } from './journal.ts';

export type Platform = 'teams' | 'slack';
export type Json = Record<string, unknown>;

/** The content of a message. */
export interface Content {
  text?: string;
  /** Adaptive Card. */
  card?: Json;
  /** Slack blocks. */
  blocks?: Json[];
}

/** A message as the person sees it. */
export interface Message extends Content {
  /** Slack's ts, Teams' activity id. */
  id: string;
  from: 'bot' | 'person';
  /** ISO 8601. */
  at: string;
  /** The client writes "edited" beside it. */
  edited?: boolean;
  /** The first message of the thread that it is in. */
  thread?: string;
  /** The files that came with it. */
  files?: ReadonlyArray<{ name: string; size: number }>;
  /** The message that it quotes, and the beginning of that message. */
  quote?: { id: string; text: string };
  /** Only this person sees it: an ephemeral message, or a word of the client itself. */
  notice?: boolean;
  /** The person who sees the notice, in a channel. */
  only?: string;
  /** The writer, in a channel. */
  by?: string;
  /** The facts about its message that the app tells Slack alone. */
  metadata?: Json;
}

/** An open modal or a Home tab, as Slack's server keeps it. */
export interface View extends Json {
  id: string;
  blocks: Json[];
}

export interface Chat {
  messages: Message[];
  /** The modal in front. */
  view: View | null;
  home: View | null;
}

type Change =
  | { change: 'message'; message: Message }
  | { change: 'remove'; id: string }
  | { change: 'home'; home: View };

type Entry = Change & { platform: Platform; email: string };

/** All chats of all people on both platforms. With a journal they outlive the process, also one that is killed. */
export class Chats {
  private readonly chats = new Map<string, Chat>();
  private readonly journal: Journal | null;
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private lastMoment = 0;

  constructor(journal?: string) {
    this.journal = journal ? openJournal(journal) : null;
    for (const entry of this.journal?.entries ?? []) this.apply(entry as Entry);
  }

  of(platform: Platform, email: string): Chat {
    const key = `${platform}:${email}`;
    const chat = this.chats.get(key) ?? { messages: [], view: null, home: null };
    this.chats.set(key, chat);
    return chat;
  }

  find(platform: Platform, email: string, id: string): Message | undefined {
    return this.of(platform, email).messages.find((message) => message.id === id);
  }

  /**
   * An id of the platform's own kind, which is a time: always later than all before, also when the clock stands still.
   */
  newId(platform: Platform, now: Date): string {
    this.lastMoment = Math.max(this.lastMoment + 1, now.getTime());
    return platform === 'slack' ? (this.lastMoment / 1000).toFixed(6) : String(this.lastMoment);
  }

  /** Adds a message. @returns its id */
  add(platform: Platform, email: string, message: Omit<Message, 'id' | 'at'>, now: Date): string {
    const id = this.newId(platform, now);
    this.put(platform, email, { ...message, id, at: now.toISOString() });
    return id;
  }

  /** Adds a message, or replaces the one with its id, which then counts as edited. */
  put(platform: Platform, email: string, message: Message): void {
    const isKnown = this.find(platform, email, message.id) !== undefined;
    this.write({ platform, email, change: 'message', message: isKnown ? { ...message, edited: true } : message });
  }

  remove(platform: Platform, email: string, id: string): void {
    this.write({ platform, email, change: 'remove', id });
  }

  /** A restart drops modals, as in Slack. */
  showView(email: string, view: View | null): void {
    this.of('slack', email).view = view;
    this.changes.emit('change', { platform: 'slack', email });
  }

  showHome(email: string, home: View): void {
    this.write({ platform: 'slack', email, change: 'home', home });
  }

  /** Tells of a change in what somebody sees that is no message, such as a dialog of Teams. */
  looksDifferent(platform: Platform, email: string): void {
    this.changes.emit('change', { platform, email });
  }

  /** @returns a function that ends it */
  onChange(listener: (chat: { platform: Platform; email: string }) => void): () => void {
    this.changes.on('change', listener);
    return () => this.changes.off('change', listener);
  }

  private write(entry: Entry): void {
    this.journal?.append(entry);
    this.apply(entry);
    this.changes.emit('change', { platform: entry.platform, email: entry.email });
  }

  private apply(entry: Entry): void {
    const chat = this.of(entry.platform, entry.email);
    switch (entry.change) {
      case 'home':
        chat.home = entry.home;
        return;
      case 'remove':
        chat.messages = chat.messages.filter(({ id }) => id !== entry.id);
        return;
      case 'message': {
        const { message } = entry;
        const index = chat.messages.findIndex(({ id }) => id === message.id);
        if (index >= 0) chat.messages[index] = message;
        else chat.messages.push(message);
        const moment = Number(message.id) * (entry.platform === 'slack' ? 1000 : 1);
        this.lastMoment = Math.max(this.lastMoment, Math.round(moment));
        return;
      }
    }
    entry satisfies never;
  }
}

import { createHash } from 'node:crypto';
import type { Json, Platform } from './chats.ts';
import { type Journal, openJournal } from './journal.ts';

/** A message or a change of one that a platform has accepted from the bot. */
export interface Accepted {
  line: 'accepted';
  /** The machine's time, ISO 8601. */
  at: string;
  platform: Platform;
  does: 'post' | 'update';
  /** The platform's own ids of the chat or channel, and of the message there. */
  conversation: string;
  message: string;
  /** Its first words. */
  title: string;
  /** The number of the request that it is about, the first in it; null when there is none. */
  reference: string | null;
  /** The facts that the bot tells the platform about it (Slack's `metadata`); null when there are none. */
  metadata: Json | null;
  /** SHA-256 of all its words, in hex: two messages with one digest read the same. */
  digest: string;
}

/** The bot never got the platform's answer to something that was accepted, or got one that does not say so. */
export interface Unanswered {
  line: 'unanswered';
  at: string;
  platform: Platform;
  message: string;
}

export type LedgerLine = Accepted | Unanswered;

/** Numbers of requests, as FØ-2026-0213; an organisation chooses the letters. */
const numbers = /\p{Lu}{1,6}-\d{4}-\d{4,}/u;

/**
 * All that the platforms have accepted from the bot, oldest first. With a file it outlives every process: a line is
 * written before the bot gets the answer.
 */
export class Ledger {
  readonly lines: LedgerLine[];
  private readonly journal: Journal | null;

  constructor(file?: string) {
    this.journal = file === undefined ? null : openJournal(file);
    this.lines = (this.journal?.entries ?? []) as LedgerLine[];
  }

  /** @param words all that a person reads in it */
  accept(
    what: Pick<Accepted, 'platform' | 'does' | 'conversation' | 'message' | 'metadata'>,
    words: readonly string[],
  ): void {
    const text = words.join('\n');
    const reference = numbers.exec(text)?.[0] ?? null;
    const title = words.find((line) => line !== '') ?? '';
    const digest = createHash('sha256').update(text).digest('hex');
    this.write({ line: 'accepted', at: new Date().toISOString(), ...what, title, reference, digest });
  }

  unanswered(platform: Platform, message: string): void {
    this.write({ line: 'unanswered', at: new Date().toISOString(), platform, message });
  }

  private write(line: LedgerLine): void {
    this.lines.push(line);
    this.journal?.append(line);
  }
}

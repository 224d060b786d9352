import type { Database } from '../../bot/database/database.ts';

export interface SentFile {
  name: string;
  type: string;
  content: Uint8Array;
}

/** A channel or group chat, as one person sees it. */
export interface InRoom {
  brings(): Promise<unknown>;
  mentions(text: string, inThread?: string): Promise<unknown>;
  /** Edits a message of one's own that mentions the bot. */
  corrects(messageText: string, newText: string): Promise<unknown>;
  presses(label: string): Promise<unknown>;
  fills(fields: Record<string, string>, submit: string): Promise<unknown>;
  reads(): string;
  all(): string[];
  thread(rootText: string): string[];
}

/** A person with a chat open; tests/contracts/channel.ts says what every channel must do for them. */
export interface Participant {
  says(text: string): Promise<unknown>;
  presses(label: string): Promise<unknown>;
  fills(fields: Record<string, string>, submit: string): Promise<unknown>;
  /** Leaves the form in front without sending it. */
  leavesForm(): Promise<unknown>;
  reads(): string;
  /** The text in front: an open form, or the newest message. */
  seesNow(): string;
  all(): string[];
  edits(messageText: string, newText: string): Promise<unknown>;
  deletes(messageText: string): Promise<unknown>;
  sendsFile(file: SentFile, text?: string): Promise<unknown>;
  repliesTo(cardText: string, text: string): Promise<unknown>;
  room(name: string): InRoom;
}

/** The sample municipality with one way into its people's chats. */
export interface ContractBot {
  database: Database;
  clock: { now: Date };
  on(email: string): Participant;
  /** From now on the platform says of this person that they were invited from outside. */
  isGuest(email: string): void;
  delivers(): Promise<void>;
  close(): Promise<void>;
}

import type { Chat, Person, Place, Room } from './api.ts';

/** One platform's way of showing a chat. */
export interface ChatView {
  node: HTMLElement;
  show: (chat: Chat) => void;
}

/** The functions of a pane that its view may use. */
export interface ChatHost {
  person: Person;
  /** Null in the person's own chat with the bot. */
  room: Room | null;
  place: Place;
  /**
   * Does something on the server, tells the person when it fails, and reloads the chat afterwards. @returns the result
   * of `work`, null when it failed
   */
  act: <Answer>(work: () => Promise<Answer>) => Promise<Answer | null>;
  /** Says something that is not part of the chat. */
  tell: (text: string) => void;
  /** Says that something went wrong. */
  complain: (text: string) => void;
}

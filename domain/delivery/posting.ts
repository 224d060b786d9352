import type { AboutId, PersonId, RoomId } from '../ids.ts';
import type { Platform } from '../vocabulary.ts';

/** A message in a conversation of a platform. `conversation` and `message` are the platform's own ids. */
export interface MessagePlace {
  platform: Platform;
  conversation: string;
  message: string;
}

/** Names a message, so that it is the same one for outcomes and for postings. */
export function nameOfMessage({ platform, conversation, message }: MessagePlace): string {
  return `${platform}:${conversation}:${message}`;
}

/**
 * A message that people can reply to. `about` is the id of a draft or a request: a draft that is sent becomes the
 * request with the same id, so a posting stays true.
 */
export interface Posting extends MessagePlace {
  about: AboutId;
  /**
   * `card`: the bot's card, kept up to date. `words`: the person's own message that became the draft or request.
   * `files`: a message of theirs that held files alone, which belong to it. `reply`: a passing remark of the bot about it.
   */
  kind: 'card' | 'words' | 'files' | 'reply';
  /** The id of the person or room that has the message. */
  to: PersonId | RoomId;
  /** Absent for words, and in postings of version 0.1. */
  shown?: ShownCard;
}

/** The facts about a card that stands in a chat by which it is kept up to date. */
export interface ShownCard {
  /** The card's name. */
  card: string;
  /** Holds no more than the request's number and words of ours. */
  title: string;
  /** The version of the request that it was made from; absent for a card of something else. */
  version?: number;
  /** Tells whether two cards show the same, without what they show. */
  digest: string;
}

/**
 * Gives the newest card in the same conversation that shows the draft or request that a person's message became; null
 * when there is none. The result of an edit replaces that card.
 */
export async function standingCard(
  postings: { at(place: MessagePlace): Promise<Posting | null>; of(about: string): Promise<Posting[]> },
  words: MessagePlace,
): Promise<string | null> {
  const made = await postings.at(words);
  const all = made ? await postings.of(made.about) : [];
  const here = all.filter(({ kind, conversation }) => kind === 'card' && conversation === words.conversation);
  return here.at(-1)?.message ?? null;
}

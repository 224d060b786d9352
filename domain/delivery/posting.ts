import type { AboutId, PersonId, RoomId } from '../ids.ts';
import type { Platform } from '../vocabulary.ts';

/** A message in a conversation of a platform. `conversation` and `message` are the platform's own ids. */
export interface MessagePlace {
  platform: Platform;
  conversation: string;
  message: string;
}

/**
 * Where something stands that people can reply to. `about` is the id of a draft or a request: a draft that is sent
 * becomes the request with the same id, so a posting stays true.
 */
export interface Posting extends MessagePlace {
  about: AboutId;
  /**
   * `card`: the bot shows it there, as it stands. `words`: the person's own message that it was made of. `reply`: what
   * the bot said about it in passing.
   */
  kind: 'card' | 'words' | 'reply';
  /** Whose it is: a person's or a room's id. */
  to: PersonId | RoomId;
}

/**
 * The newest card in the same conversation that shows what a message of a person's was made into; null where none stands.
 * What comes of editing the message takes that card's place.
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

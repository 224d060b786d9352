import { findCprNumbers } from './cpr/find.ts';

/** Numbers that stand for the meaning of a text: texts that mean something alike have vectors that point alike. */
export type Vector = ArrayLike<number>;

/** Models of this kind read a text in one of two ways: as a question, or as one of those texts in which it is looked up. */
export type ReadAs = 'query' | 'passage';

/**
 * Gives the meaning of texts as vectors. It is a service beside the bot, and all that it does for a reader must also go
 * without it.
 */
export interface Embedder {
  /** The model's name; vectors of different models cannot be compared. */
  readonly model: string;
  /** A vector for each text, in order; null when the service is missing, too slow or wrong. It is never rejected. */
  embed(texts: readonly string[], as: ReadAs): Promise<readonly Vector[] | null>;
}

/** The model for whose vectors the readers have weights; `npm run train -- --embedder local` makes them. */
const trainedModel = /(?:^|\/)multilingual-e5-small(?:-q4)?$/i;

/** The number of its numbers. */
export const dimensions = 384;

/** A longer text is read by its words alone; it says what it means more than once. */
const longest = 4000;

/** The vector by which the readers tell area, kind and intent; null where words alone must do. */
export async function vectorOf(embedder: Embedder | null, text: string): Promise<Vector | null> {
  if (embedder === null || !trainedModel.test(embedder.model) || text === '' || text.length > longest) return null;
  // The service may be somebody else's.
  if (findCprNumbers(text).length > 0) return null;
  const [vector] = (await embedder.embed([text], 'query')) ?? [];
  return vector?.length === dimensions ? vector : null;
}

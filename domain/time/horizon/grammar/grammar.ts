import type { Token } from '../words/tokens.ts';
import type { Term } from './term.ts';

/** The words of a phrase, and the ISO date that relative times count from. */
export type Phrase = Readonly<{ tokens: readonly Token[]; today: string }>;

/** A time that was read, and the index of the first token after it. */
export type Found = { term: Term; next: number };

/** Reads one sort of time at a token, or nothing. */
export type Reader = (phrase: Phrase, at: number) => Found | null;

/** The first reader that finds something at a token. */
export function firstOf(readers: readonly Reader[], phrase: Phrase, at: number): Found | null {
  for (const reader of readers) {
    const found = reader(phrase, at);
    if (found) return found;
  }
  return null;
}

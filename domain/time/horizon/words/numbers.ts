import { numberWords, ordinalEndings, ordinalWords, romanNumbers } from './lexicon.ts';
import { findPhrase, type Match } from './phrase-table.ts';
import type { Token } from './tokens.ts';

/** "2", "to", "a couple of", "1,5"; but not "2.", which is the second. */
export function readCount(tokens: readonly Token[], at: number): Match<number> | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return findPhrase(numberWords, tokens, at);
  if (token.text.length > 3) return null;
  const comma = tokens[at + 1]?.text === ',' && tokens[at + 1]?.joined;
  const fraction = tokens[at + (comma ? 2 : 1)];
  if ((comma || token.dot) && fraction?.text === '5' && fraction.joined) {
    return { meaning: token.value + 0.5, next: at + (comma ? 3 : 2) };
  }
  return token.dot ? null : { meaning: token.value, next: at + 1 };
}

/** "1.", "1", "1st", "første"; also where the full stop was forgotten. */
export function readOrdinal(tokens: readonly Token[], at: number): Match<number> | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return findPhrase(ordinalWords, tokens, at) ?? findPhrase(romanNumbers, tokens, at);
  if (token.text.length > 2) return null;
  const ending = tokens[at + 1]?.joined ? findPhrase(ordinalEndings, tokens, at + 1) : null;
  return { meaning: token.value, next: ending?.next ?? at + 1 };
}

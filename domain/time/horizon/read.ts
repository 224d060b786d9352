import { readTime } from './grammar/expression.ts';
import type { Phrase } from './grammar/grammar.ts';
import { readBareLength } from './grammar/relative.ts';
import { skipNumber, skipReference } from './grammar/skip.ts';
import { resolve, type Term } from './grammar/term.ts';
import { openPhrases } from './words/lexicon-noise.ts';
import { fillers, now } from './words/lexicon-relations.ts';
import { findPhrase } from './words/phrase-table.ts';
import { tokenize } from './words/tokens.ts';

/** Tidshorisont: the owner's words, and the ISO dates that they mean, both included. */
export type Horizon = { text: string; start: string | null; end: string | null };

/**
 * The meaning of a phrase. `open` says that there is no date ("løbende"), `impossible` names a day that does not exist
 * (31 February) or a year outside 2000–2099, `unknown` is not understood. An `end` of null means "and onwards".
 */
type ReadHorizon =
  | { found: 'period'; start: string; end: string | null }
  | { found: 'open' }
  | { found: 'impossible' }
  | { found: 'unknown' };

/**
 * Reads a time horizon the way people write it, in Danish or English: "ultimo marts", "senest 1/4-27", "Q3 2027".
 * Of several times the last one counts. The first 400 characters are read.
 * @param today ISO date that relative times, and times without a year, are counted from.
 */
export function readHorizon(text: string, today: string): ReadHorizon {
  const phrase = { tokens: tokenize(text), today };
  const term = lastTime(phrase) ?? readBareLength(phrase);
  if (term) {
    const span = resolve(term, today);
    return span
      ? { found: 'period', start: span.start, end: term.openEnded ? null : span.end }
      : { found: 'impossible' };
  }
  const at = phrase.tokens.map((_, index) => index);
  if (at.some((index) => findPhrase(openPhrases, phrase.tokens, index))) return { found: 'open' };
  if (at.some((index) => findPhrase(now, phrase.tokens, index))) return { found: 'period', start: today, end: today };
  return { found: 'unknown' };
}

/** The last time of a phrase, "because that is when the full effect is there". */
function lastTime(phrase: Phrase): Term | null {
  let last: Term | null = null;
  let at = 0;
  while (at < phrase.tokens.length) {
    const found = readTime(phrase, at);
    if (found) {
      last = found.term;
      at = found.next;
    } else {
      at = skipReference(phrase, at) ?? findPhrase(fillers, phrase.tokens, at)?.next ?? skipNumber(phrase, at);
    }
  }
  return last;
}

import { readTime } from './grammar/expression.ts';
import type { Found, Phrase } from './grammar/grammar.ts';
import { isNoPromise } from './grammar/promise.ts';
import { readBareLength } from './grammar/relative.ts';
import { skipNumber, skipReference } from './grammar/skip.ts';
import { resolve, type Term } from './grammar/term.ts';
import { shift } from './span.ts';
import { openPhrases } from './words/lexicon-noise.ts';
import { alternatives, fillers, holidays, now } from './words/lexicon-relations.ts';
import { findPhrase, type PhraseTable } from './words/phrase-table.ts';
import { correctSpelling } from './words/spelling.ts';
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

/** What a phrase holds: its last promised time, how many times it names, and whether one of them is no promise. */
type Times = { last: { at: number; found: Found } | null; count: number; unpromised: number };

/**
 * Reads a time horizon the way people write it, in Danish or English: "ultimo marts", "senest 1/4-27", "Q3 2027".
 * Of several times the last one counts. A misspelt word is read as the one it means, or the phrase is not understood.
 * The first 400 characters are read.
 * @param today ISO date that relative times, and times without a year, are counted from.
 */
export function readHorizon(text: string, today: string): ReadHorizon {
  const phrase = phraseOf(text, today);
  return meaningOf(phrase, timesOf(phrase));
}

/**
 * Whether the words themselves tell the days that were read, whenever they are read and by whomever: "1. halvår 2027",
 * "senest 1. juni 2027". They do not where a typing error was corrected, a year added or a day counted from today, and
 * where they leave a choice: a second time, a time that is no promise, "efter sommerferien 2027".
 * @param today ISO date that the phrase was read on.
 */
export function isPlainHorizon(text: string, today: string): boolean {
  const phrase = phraseOf(text, today);
  const times = timesOf(phrase);
  const read = meaningOf(phrase, times);
  if (read.found !== 'period') return times.unpromised === 0;
  if (times.count + times.unpromised > 1 || phrase.tokens.some(({ spelling }) => spelling)) return false;
  if (hasPhrase(holidays, phrase) || hasPhrase(alternatives, phrase)) return false;
  return laterDays.every((days) => {
    const later = readHorizon(text, shift(today, { days }));
    const isDeadline = read.start === today && read.end !== null && read.end !== today;
    return later.found === 'period' && later.end === read.end && (isDeadline || later.start === read.start);
  });
}

/** Days from which a phrase must mean the same: in another month, and in another year. */
const laterDays = [45, 400];

function phraseOf(text: string, today: string): Phrase {
  return { tokens: correctSpelling(tokenize(text)), today };
}

function hasPhrase(table: PhraseTable<unknown>, { tokens }: Phrase): boolean {
  return tokens.some((_, at) => findPhrase(table, tokens, at));
}

function meaningOf(phrase: Phrase, { last, unpromised }: Times): ReadHorizon {
  const { today } = phrase;
  const term = last?.found.term ?? (unpromised === 0 ? readBareLength(phrase) : null);
  if (last && isBesideDoubt(phrase, last.at, last.found.next)) return { found: 'unknown' };
  if (term) return daysOf(term, today);
  if (unpromised > 0 || hasPhrase(openPhrases, phrase)) return { found: 'open' };
  return hasPhrase(now, phrase) ? { found: 'period', start: today, end: today } : { found: 'unknown' };
}

function daysOf(term: Term, today: string): ReadHorizon {
  const span = resolve(term, today);
  return span ? { found: 'period', start: span.start, end: term.openEnded ? null : span.end } : { found: 'impossible' };
}

/** Of the times of a phrase the last one counts, "because that is when the full effect is there". */
function timesOf(phrase: Phrase): Times {
  const times: Times = { last: null, count: 0, unpromised: 0 };
  let at = 0;
  while (at < phrase.tokens.length) {
    const found = readTime(phrase, at);
    if (!found) {
      at = skipReference(phrase, at) ?? findPhrase(fillers, phrase.tokens, at)?.next ?? skipNumber(phrase, at);
      continue;
    }
    if (isNoPromise(phrase, at, found)) {
      times.unpromised += 1;
    } else {
      times.last = { at, found };
      times.count += 1;
    }
    at = found.next;
  }
  return times;
}

/** Whether a word that may be a misspelt one of time stands beside a time, so that it may be another time: "4. kvoltal 2027". */
function isBesideDoubt({ tokens }: Phrase, at: number, next: number): boolean {
  const before = findPhrase(fillers, tokens, at - 1) ? at - 2 : at - 1;
  return [before, at - 1, next].some((beside) => tokens[beside]?.spelling === 'doubtful');
}

import type { Found, Phrase } from '../grammar/grammar.ts';
import { skipFillers, skipMarks } from '../grammar/skip.ts';
import { type Term, withYear } from '../grammar/term.ts';
import { yearOf } from '../span.ts';
import { steps, yearWords } from '../words/lexicon.ts';
import { countedThings } from '../words/lexicon-noise.ts';
import { findPhrase, type Match } from '../words/phrase-table.ts';

/** Two digits are read as a year from two years back until this many years ahead: "marts 27", but not "March 15". */
const yearsAhead = 23;

/** Whether the number before a token goes on in digits: "27/4", "2027-4098", "27.500". */
function runsOn({ tokens }: Phrase, next: number, marks: string): boolean {
  const after = tokens[next];
  if (after?.kind === 'number') return after.joined && tokens[next - 1]?.dot === true;
  const tail = tokens[next + 1];
  return after?.joined === true && marks.includes(after.text) && tail?.kind === 'number' && tail.joined;
}

/** A year in four digits that is not a count ("2000 elever") or part of a number; "2027-28" and "2027-2029" are ranges. */
export function readFullYear(phrase: Phrase, at: number): Match<number> | null {
  const { tokens } = phrase;
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4 || isCount(phrase, at + 1)) return null;
  const tail = tokens[at + 2];
  const isRange = tail?.text.length === 2 || (tail?.text.length === 4 && tail.value > token.value);
  return runsOn(phrase, at + 1, isRange ? '' : '-/,') ? null : { meaning: token.value, next: at + 1 };
}

/** Two digits as a year: "'27", or "-27" and "27" where they stand for a year near today. */
export function readShortYear(phrase: Phrase, at: number): Match<number> | null {
  const { tokens, today } = phrase;
  const apostrophe = tokens[at]?.text === "'";
  const next = apostrophe ? at + 2 : at + 1;
  const token = tokens[next - 1];
  if (token?.kind !== 'number' || token.text.length !== 2) return null;
  if (runsOn(phrase, next, '-/') || isCount(phrase, next)) return null;
  const year = 2000 + token.value;
  const near = year >= yearOf(today) - 2 && year <= yearOf(today) + yearsAhead;
  return apostrophe || near ? { meaning: year, next } : null;
}

function isCount({ tokens }: Phrase, next: number): boolean {
  return tokens[next]?.text === '%' || findPhrase(countedThings, tokens, next) !== null;
}

/** "i år", "næste år", "the coming year": the year it means. */
export function readSaidYear({ tokens, today }: Phrase, at: number): Match<number> | null {
  const start = skipFillers(tokens, at, ['i']);
  const step = findPhrase(steps, tokens, start);
  const word = step && findPhrase(yearWords, tokens, step.next);
  return step && word ? { meaning: yearOf(today) + step.meaning, next: word.next } : null;
}

/** The year that follows a time: "1. kvartal 27", "marts i næste år", "uge 7 (2027)", "okt.-27". */
export function readYearAfter(phrase: Phrase, at: number): Match<number> | null {
  const { tokens } = phrase;
  const lead = tokens[at];
  const isTied = lead?.text === '-' || lead?.text === '/';
  if (isTied && !lead.joined && !tokens[at + 1]?.joined) return null;
  const direct = lead?.text === "'" ? at : skipMarks(tokens, at, '-/,(');
  const start = skipFillers(tokens, direct, []);
  const said = isTied ? null : (readSaidYear(phrase, direct) ?? readSaidYear(phrase, start));
  const year = said ?? (lead?.text === ',' && start !== direct ? null : readDigits(phrase, direct, start));
  return year && { meaning: year.meaning, next: skipMarks(tokens, year.next, ')') };
}

/** Four digits may follow small words ("af 2027"), two must follow at once. */
function readDigits(phrase: Phrase, direct: number, start: number): Match<number> | null {
  const word = findPhrase(yearWords, phrase.tokens, start);
  return (
    readFullYear(phrase, start) ??
    (word && readFullYear(phrase, word.next)) ??
    (start === direct && phrase.tokens[direct - 1]?.text !== ',' ? readShortYear(phrase, start) : null)
  );
}

/** A term with the year that follows it, where one does. */
export function datedTerm(phrase: Phrase, term: Term, at: number): Found {
  const year = readYearAfter(phrase, at);
  return year ? { term: withYear(term, year.meaning), next: year.next } : { term, next: at };
}

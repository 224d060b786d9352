import type { Found, Phrase, Reader } from '../grammar/grammar.ts';
import { impossible, rangeOf, type Term, yearly } from '../grammar/term.ts';
import { monthsSpan, type Span, thirdOf, weekSpan } from '../span.ts';
import {
  halfWords,
  lastWords,
  months,
  quarterWords,
  schoolStarts,
  seasons,
  seasonThirds,
  steps,
  weekWords,
} from '../words/lexicon.ts';
import { alternatives, rangeWords } from '../words/lexicon-relations.ts';
import { readOrdinal } from '../words/numbers.ts';
import { findPhrase, type Match, type PhraseTable } from '../words/phrase-table.ts';
import type { Token } from '../words/tokens.ts';
import { isAfterBetween, isMonthWord } from '../words/two-meanings.ts';
import { datedTerm } from './year-suffix.ts';

/** A period that a year has several of, by number. */
type Numbered = Readonly<{
  word: PhraseTable<true>;
  last: number;
  spanIn: (year: number, number: number) => Span | null;
}>;

const quarters: Numbered = {
  word: quarterWords,
  last: 4,
  spanIn: (year, number) => monthsSpan(year, number * 3 - 2, 3),
};
const halves: Numbered = { word: halfWords, last: 2, spanIn: (year, number) => monthsSpan(year, number * 6 - 5, 6) };
const weeks: Numbered = { word: weekWords, last: 53, spanIn: weekSpan };

function numberedTerm({ last, spanIn }: Numbered, number: number): Term {
  return number >= 1 && number <= last ? yearly((year) => spanIn(year, number)) : impossible();
}

/** One letter ("Q", "h", "u") names a period only where it is written close to its number. */
function wordAt({ tokens }: Phrase, at: number, { word }: Numbered): Match<true> | null {
  const found = findPhrase(word, tokens, at);
  return found && tokens[at]?.text.length === 1 && !tokens[at]?.joined ? null : found;
}

/** The number after "-", "til", "og" or "eller"; "1. og 3. kvartal" is no range, but "mellem 1. og 3. kvartal" is. */
function readSecondNumber({ tokens }: Phrase, at: number, first: number, start: number): Match<number> | null {
  const tie = findPhrase(rangeWords, tokens, at) ?? findPhrase(alternatives, tokens, at);
  const second = tie && readOrdinal(tokens, tie.next);
  const isTied = tie?.meaning === 'plain' || second?.meaning === first + 1 || isAfterBetween(tokens, start);
  return isTied ? second : null;
}

/** From one number to another of the same sort, with a year that counts for both. */
function numberedRange(phrase: Phrase, sort: Numbered, from: number, to: number, next: number): Found | null {
  const last = datedTerm(phrase, numberedTerm(sort, to), next);
  const term = rangeOf(numberedTerm(sort, from), last.term, phrase.today);
  return term && { term, next: last.next };
}

/** "1. kvartal", "third quarter", "3.-4. kvt.", "1H27". */
function readNumberFirst(phrase: Phrase, at: number, sort: Numbered): Found | null {
  const { tokens } = phrase;
  const last = findPhrase(lastWords, tokens, at);
  const first = last ? { meaning: sort.last, next: last.next } : readOrdinal(tokens, at);
  if (!first) return null;
  const second = readSecondNumber(phrase, first.next, first.meaning, at);
  const secondWord = second && wordAt(phrase, second.next, sort);
  if (second && secondWord) return numberedRange(phrase, sort, first.meaning, second.meaning, secondWord.next);
  const dashed = tokens[first.next]?.text === '-' && tokens[first.next]?.joined;
  const word = wordAt(phrase, dashed ? first.next + 1 : first.next, sort);
  return word && datedTerm(phrase, numberedTerm(sort, first.meaning), word.next);
}

/** "Q1", "kvartal 1", "uge 40-41", "Q3-4 2027". */
function readNumberLast(phrase: Phrase, at: number, sort: Numbered): Found | null {
  const { tokens } = phrase;
  const word = findPhrase(sort.word, tokens, at);
  if (!word) return null;
  const number = tokens[word.next];
  if (number?.kind !== 'number' || number.text.length > 2 || !isTiedTo(number, tokens[at])) return null;
  const next = word.next + 1;
  const second = readSecondNumber(phrase, next, number.value, at);
  if (second && second.meaning >= 1 && second.meaning <= sort.last && !findPhrase(months, tokens, second.next)) {
    return numberedRange(phrase, sort, number.value, second.meaning, second.next);
  }
  return datedTerm(phrase, numberedTerm(sort, number.value), next);
}

/** "Q 3", "kv. 3" and "uge 3" may have a space, "h 3" and "k 3" may not. */
function isTiedTo(number: Token, word: Token | undefined): boolean {
  return number.joined || word?.text.length !== 1 || word.text === 'q' || word.dot;
}

/** "2027 Q3", "2027-W07": the year comes first. */
const readYearFirst: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const year = tokens[at];
  if (year?.kind !== 'number' || year.text.length !== 4) return null;
  const start = at + (tokens[at + 1]?.text.match(/^[-/,]$/) ? 2 : 1);
  for (const sort of [quarters, halves, weeks]) {
    const found = readNumberLast(phrase, start, sort) ?? readNumberFirst(phrase, start, sort);
    if (found?.term.year === null) return { term: { ...found.term, year: year.value }, next: found.next };
  }
  return null;
};

const readQuarter: Reader = (phrase, at) =>
  readNumberFirst(phrase, at, quarters) ?? readNumberLast(phrase, at, quarters);
const readHalf: Reader = (phrase, at) => readNumberFirst(phrase, at, halves) ?? readNumberLast(phrase, at, halves);
/** "uge 7", "uge 40-41 2027", "uge 8 eller 9". */
export const readWeek: Reader = (phrase, at) => readNumberLast(phrase, at, weeks);

/** "marts", "okt.-27", "sept 2027", "april måned". */
const readMonth: Reader = (phrase, at) => {
  const month = findPhrase(months, phrase.tokens, at);
  if (!month || !isMonthWord(phrase, at)) return null;
  const after = phrase.tokens[month.next];
  const next = after?.text === 'måned' || after?.text === 'month' ? month.next + 1 : month.next;
  return datedTerm(
    phrase,
    yearly((year) => monthsSpan(year, month.meaning, 1)),
    next,
  );
};

/** "skolestart", "skolestarten 2028": Danish schools begin in August. */
const readSchoolStart: Reader = (phrase, at) => {
  const found = findPhrase(schoolStarts, phrase.tokens, at);
  return (
    found &&
    datedTerm(
      phrase,
      yearly((year) => monthsSpan(year, 8, 1)),
      found.next,
    )
  );
};

const readSeason: Reader = (phrase, at) => {
  const third = findPhrase(seasonThirds, phrase.tokens, at);
  const season = findPhrase(seasons, phrase.tokens, at);
  const found = third ?? season;
  if (!found) return null;
  const term = third
    ? yearly((year) => thirdOf(monthsSpan(year, third.meaning.season, 3), third.meaning.third))
    : yearly((year) => monthsSpan(year, season?.meaning ?? 0, 3));
  return datedTerm(phrase, term, found.next);
};

/** "næste forår", "next March": the first that has not begun. "denne sommer" is the one not yet over. */
const readNextNamed: Reader = (phrase, at) => {
  const { tokens, today } = phrase;
  const step = findPhrase(steps, tokens, at);
  if (!step || step.meaning < 0 || tokens[at]?.text === 'i') return null;
  const named = readSeason(phrase, step.next) ?? readMonth(phrase, step.next);
  if (named?.term.year !== null || step.meaning === 0) return named;
  const { spanIn } = named.term;
  const upcoming = (year: number) => {
    const span = spanIn(year);
    return span && span.start > today ? span : null;
  };
  return { term: yearly(spanIn, upcoming), next: named.next };
};

/** "første kvartal" and the like come before "first of March", which begins in the same way. */
export const namedPeriodReaders: readonly Reader[] = [
  readYearFirst,
  readHalf,
  readQuarter,
  readWeek,
  readNextNamed,
  readSchoolStart,
  readSeason,
  readMonth,
];

import { readDay } from '../calendar/dates.ts';
import { readHoliday } from '../calendar/holidays.ts';
import { namedPeriodReaders } from '../calendar/named-periods.ts';
import { readShortYearAlone, readYear, spanningYearReaders } from '../calendar/years.ts';
import { halfOf, monthsSpan, type Span, shift, type Third, thirdOf, unitAround } from '../span.ts';
import { firstWords, halfOfWords, halfWords, lastWords, units, unitsWeAreIn } from '../words/lexicon.ts';
import { rangeWords, thirds, thirdsAfter, unitEnds } from '../words/lexicon-relations.ts';
import { readCount, readOrdinal } from '../words/numbers.ts';
import { findPhrase, type Match } from '../words/phrase-table.ts';
import { type Found, firstOf, type Phrase, type Reader } from './grammar.ts';
import { relativeReaders } from './relative.ts';
import { skipFillers } from './skip.ts';
import { fixed, mapTerm, yearly } from './term.ts';

/** Days come before months ("March 3"), and years that span New Year before plain ones ("2027/28"). */
const periodReaders = [
  ...spanningYearReaders,
  readDay,
  ...namedPeriodReaders,
  ...relativeReaders,
  readYear,
  readHoliday,
];

/** A whole period or a day. */
const readPeriod: Reader = (phrase, at) => firstOf(periodReaders, phrase, at);

/** "årets", "the month": the unit we are in, where the words around it say that a time is meant. */
export const readUnitWeAreIn: Reader = ({ tokens, today }, at) => {
  const unit = findPhrase(unitsWeAreIn, tokens, at);
  return unit && { term: fixed(unitAround(today, unit.meaning, 0)), next: unit.next };
};

/** A part of the unit we are in, or of the next one when the part is over: "midt på året" lies ahead. */
function readPartOfUnit({ tokens, today }: Phrase, at: number, cut: (span: Span) => Span): Found | null {
  const unit = findPhrase(unitsWeAreIn, tokens, at);
  if (!unit) return null;
  const now = cut(unitAround(today, unit.meaning, 0));
  return { term: fixed(now.end < today ? cut(unitAround(today, unit.meaning, 1)) : now), next: unit.next };
}

/** "primo 27". */
function readPartOfShortYear(phrase: Phrase, at: number, cut: (span: Span) => Span): Found | null {
  const year = readShortYearAlone(phrase, at);
  return year && { term: mapTerm(year.term, cut), next: year.next };
}

/** Ordinal of a half: 0 for the first, 1 for the second or the last. */
function readHalfNumber({ tokens }: Phrase, at: number): Match<0 | 1> | null {
  const last = findPhrase(lastWords, tokens, at);
  if (last) return { meaning: 1, next: last.next };
  const ordinal = readOrdinal(tokens, at);
  if (ordinal?.meaning !== 1 && ordinal?.meaning !== 2) return null;
  return { meaning: ordinal.meaning === 1 ? 0 : 1, next: ordinal.next };
}

/** "første halvdel af marts", "second half 2027"; with nothing after it, of a year. */
const readHalfOf: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const half = readHalfNumber(phrase, at);
  const word = half && findPhrase(halfOfWords, tokens, half.next);
  if (!half || !word || findPhrase(halfWords, tokens, half.next)) return null;
  const start = skipFillers(tokens, word.next, ['i']);
  const whole = readPeriod(phrase, start) ?? readPeriod(phrase, skipFillers(tokens, start, []));
  const ofWhole = whole ?? readUnitWeAreIn(phrase, start);
  return ofWhole
    ? { term: mapTerm(ofWhole.term, (span) => halfOf(span, half.meaning)), next: ofWhole.next }
    : { term: yearly((year) => halfOf(monthsSpan(year, 1, 12), half.meaning)), next: word.next };
};

/** "primo marts", "end of Q2", "primo til medio marts". */
const readThirdFirst: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const from = findPhrase(thirds, tokens, at);
  if (!from) return null;
  const tie = findPhrase(rangeWords, tokens, from.next);
  const second = tie && findPhrase(thirds, tokens, tie.next);
  const to = second && second.meaning > from.meaning ? second : from;
  const start = skipFillers(tokens, tokens[to.next]?.text === '-' ? to.next + 1 : to.next, ['i']);
  const cut = (span: Span): Span => ({
    start: thirdOf(span, from.meaning).start,
    end: thirdOf(span, to.meaning).end,
  });
  const whole = readHalfOf(phrase, start) ?? readPeriod(phrase, start);
  if (whole) return { term: mapTerm(whole.term, cut), next: whole.next };
  return readPartOfUnit(phrase, start, cut) ?? readPartOfShortYear(phrase, start, cut);
};

/** "de første 3 måneder af 2027", "the last two months of the year". */
const readEdgeMonths: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const last = findPhrase(lastWords, tokens, at);
  const edge = last ?? findPhrase(firstWords, tokens, at);
  const count = edge && readCount(tokens, edge.next);
  const unit = count && findPhrase(units, tokens, count.next);
  if (!count || unit?.meaning !== 'month' || !Number.isInteger(count.meaning)) return null;
  const start = skipFillers(tokens, unit.next, ['i']);
  const whole = readPeriod(phrase, start) ?? readUnitWeAreIn(phrase, start);
  const edgeOf = (span: Span): Span =>
    last
      ? { start: shift(shift(span.end, { days: 1 }), { months: -count.meaning }), end: span.end }
      : { start: span.start, end: shift(span.start, { months: count.meaning, days: -1 }) };
  return whole && { term: mapTerm(whole.term, edgeOf), next: whole.next };
};

/** A third of the unit we are in, or of the year written after it: "year-end 2027", "EOY". */
function thirdOfUnit(phrase: Phrase, unit: Found, third: Third, at: number): Found {
  const year = readYear(phrase, skipFillers(phrase.tokens, at, []));
  const whole = year ?? { term: unit.term, next: at };
  return { term: mapTerm(whole.term, (span) => thirdOf(span, third)), next: whole.next };
}

/** "årets udgang", "year-end 2027", "marts' slutning", "EOY". */
const readThirdLast: Reader = (phrase, at) => {
  const { tokens, today } = phrase;
  const end = findPhrase(unitEnds, tokens, at);
  if (end) {
    const unit = { term: fixed(unitAround(today, end.meaning, 0)), next: end.next };
    return thirdOfUnit(phrase, unit, 2, end.next);
  }
  const unit = readUnitWeAreIn(phrase, at);
  const whole = unit ?? readPeriod(phrase, at);
  if (!whole) return null;
  const third = findPhrase(thirdsAfter, tokens, tokens[whole.next]?.text === '-' ? whole.next + 1 : whole.next);
  if (!third) return null;
  if (unit) return thirdOfUnit(phrase, unit, third.meaning, third.next);
  return { term: mapTerm(whole.term, (span) => thirdOf(span, third.meaning)), next: third.next };
};

/** Whether the time that was read at a token allows its last day after "inden": "udgangen af marts", "årets udgang". */
export function isLateThird({ tokens }: Phrase, at: number, next: number): boolean {
  if (findPhrase(unitEnds, tokens, at) || findPhrase(thirds, tokens, at)?.meaning === 2) return true;
  for (let from = at + 1; from < next; from += 1) {
    if (findPhrase(thirdsAfter, tokens, from)?.meaning === 2) return true;
  }
  return false;
}

/** "den sidste dag i februar", "første uge i marts"; a week that lies in two months gives the whole month. */
const readEdgeUnit: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const last = findPhrase(lastWords, tokens, at);
  const edge = last ?? findPhrase(firstWords, tokens, at);
  const unit = edge && findPhrase(units, tokens, edge.next);
  if (!unit || (unit.meaning !== 'day' && unit.meaning !== 'week')) return null;
  const whole = readPeriod(phrase, skipFillers(tokens, unit.next, []));
  if (!whole) return null;
  const edgeOf = (span: Span): Span => {
    const part = unitAround(last ? span.end : span.start, unit.meaning, 0);
    return part.start >= span.start && part.end <= span.end ? part : span;
  };
  return { term: mapTerm(whole.term, edgeOf), next: whole.next };
};

const partReaders = [readEdgeUnit, readEdgeMonths, readThirdFirst, readThirdLast, readHalfOf, readPeriod];

/** A period or a day, or a third or a half of one. */
export const readPart: Reader = (phrase, at) => firstOf(partReaders, phrase, at);

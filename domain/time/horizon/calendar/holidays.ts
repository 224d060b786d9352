import type { Found, Phrase, Reader } from '../grammar/grammar.ts';
import { skipFillers } from '../grammar/skip.ts';
import { type Term, withYear, yearly } from '../grammar/term.ts';
import { daySpan, easterSunday, monthsSpan, type Span, shift, weekSpan } from '../span.ts';
import { steps } from '../words/lexicon.ts';
import { holidays, summersAsHoliday } from '../words/lexicon-relations.ts';
import { findPhrase, type Match } from '../words/phrase-table.ts';
import { datedTerm } from './year-suffix.ts';
import { readYearPair } from './years.ts';

/** A school holiday: its days, the last day before it that counts, and the month that follows it. */
type Holiday = Readonly<{
  spanIn: (year: number) => Span | null;
  lastDayBefore: (year: number) => Span | null;
  monthAfter: (year: number) => Span;
}>;

const oneDay = (date: string): Span => ({ start: date, end: date });

function easterDays(year: number, from: number, to: number): Span {
  const sunday = easterSunday(year);
  return { start: shift(sunday, { days: from }), end: shift(sunday, { days: to }) };
}

function weekHoliday(week: number, monthAfter: number): Holiday {
  return {
    spanIn: (year) => weekSpan(year, week),
    lastDayBefore: (year) => {
      const span = weekSpan(year, week);
      return span && oneDay(shift(span.start, { days: -1 }));
    },
    monthAfter: (year) => monthsSpan(year, monthAfter, 1),
  };
}

/** Winter and autumn holidays lie in ISO weeks 7 and 42; the deadline before Easter is the Wednesday. */
const calendar: Record<'christmas' | 'newYear' | 'easter' | 'winter' | 'summer' | 'autumn', Holiday> = {
  christmas: {
    spanIn: (year) => ({ start: `${year}-12-24`, end: `${year}-12-31` }),
    lastDayBefore: (year) => daySpan(year, 12, 23),
    monthAfter: (year) => monthsSpan(year + 1, 1, 1),
  },
  newYear: {
    spanIn: (year) => daySpan(year, 1, 1),
    lastDayBefore: (year) => daySpan(year - 1, 12, 31),
    monthAfter: (year) => monthsSpan(year, 1, 1),
  },
  easter: {
    spanIn: (year) => easterDays(year, -3, 1),
    lastDayBefore: (year) => easterDays(year, -4, -4),
    monthAfter: (year) => monthsSpan(year, 4, 1),
  },
  winter: weekHoliday(7, 3),
  summer: {
    spanIn: (year) => monthsSpan(year, 7, 1),
    lastDayBefore: (year) => daySpan(year, 6, 30),
    monthAfter: (year) => monthsSpan(year, 8, 1),
  },
  autumn: weekHoliday(42, 11),
};

function holidayAt({ tokens }: Phrase, at: number): Match<Holiday> | null {
  const step = findPhrase(steps, tokens, at);
  const found =
    findPhrase(holidays, tokens, at) ?? (step?.meaning === 1 ? findPhrase(holidays, tokens, step.next) : null);
  return found && { meaning: calendar[found.meaning], next: found.next };
}

/** Before and after, "sommeren" is the holiday and not the season. */
function holidayOrSummerAt(phrase: Phrase, at: number): Match<Holiday> | null {
  const summer = findPhrase(summersAsHoliday, phrase.tokens, at);
  return holidayAt(phrase, at) ?? (summer && { meaning: calendar.summer, next: summer.next });
}

/** The holiday of the year that follows it; "årsskiftet 2027/28" and "vinterferien 2027/28" lie in the second year. */
function datedHoliday(phrase: Phrase, term: Term, at: number): Found {
  const pair = readYearPair(phrase, skipFillers(phrase.tokens, at, []));
  return pair ? { term: withYear(term, pair.meaning + 1), next: pair.next } : datedTerm(phrase, term, at);
}

/** "i vinterferien", "i påsken 2027". */
export const readHoliday: Reader = (phrase, at) => {
  const found = holidayAt(phrase, at);
  return found && datedHoliday(phrase, yearly(found.meaning.spanIn), found.next);
};

/** After "inden": the last day before a holiday. */
export const readBeforeHoliday: Reader = (phrase, at) => {
  const found = holidayOrSummerAt(phrase, skipFillers(phrase.tokens, at, []));
  return found && datedHoliday(phrase, yearly(found.meaning.lastDayBefore), found.next);
};

/** After "efter": the month after the next such holiday. */
export const readAfterHoliday: Reader = (phrase, at) => {
  const found = holidayOrSummerAt(phrase, skipFillers(phrase.tokens, at, []));
  return found && datedHoliday(phrase, yearly(found.meaning.monthAfter, found.meaning.spanIn), found.next);
};

/** After "senest": a holiday is a deadline before it, but the summer is a season. */
export const readHolidayDeadline: Reader = (phrase, at) => {
  const found = holidayAt(phrase, skipFillers(phrase.tokens, at, []));
  return found && datedHoliday(phrase, yearly(found.meaning.lastDayBefore), found.next);
};

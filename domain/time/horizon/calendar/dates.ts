import { type Found, firstOf, type Phrase, type Reader } from '../grammar/grammar.ts';
import { skipFillers } from '../grammar/skip.ts';
import { fixed, impossible, mapTerm, rangeOf } from '../grammar/term.ts';
import { dateOf, daySpan, type Span, shift, unitAround } from '../span.ts';
import { months, steps, units, weekdays } from '../words/lexicon.ts';
import { rangeWords } from '../words/lexicon-relations.ts';
import { readOrdinal } from '../words/numbers.ts';
import { findPhrase } from '../words/phrase-table.ts';
import { isAfterBetween, isMonthWord } from '../words/two-meanings.ts';
import { readWeek } from './named-periods.ts';
import { dayTerm, readIsoDate, readNumericDate } from './numeric-dates.ts';
import { datedTerm, readYearAfter } from './year-suffix.ts';

/** "1. oktober", "den 3. maj", "the 3rd of March", "1.-15. marts", "den 1. i næste måned". */
const readDayAndMonth: Reader = (phrase, at) => {
  const { tokens, today } = phrase;
  const first = readOrdinal(tokens, at);
  if (!first) return null;
  const mark = findPhrase(rangeWords, tokens, first.next);
  const second =
    mark && (mark.meaning === 'plain' || isAfterBetween(tokens, at))
      ? readOrdinal(tokens, skipFillers(tokens, mark.next, []))
      : null;
  const isRange = second && findPhrase(months, tokens, skipFillers(tokens, second.next, []));
  const day = second && isRange ? second : first;
  const start = skipJoining(phrase, day.next);
  const month = findPhrase(months, tokens, start);
  if (!month || !isMonthWord(phrase, start)) return dayOfMonthAround(phrase, start, day.meaning);
  const dated = datedTerm(phrase, dayTerm(month.meaning, day.meaning), month.next);
  if (!isRange) return dated;
  const term = rangeOf(dayTerm(month.meaning, first.meaning), dated.term, today);
  return term && { term, next: dated.next };
};

/** The words between a day and its month: "3rd of March", "1-okt". */
function skipJoining({ tokens }: Phrase, at: number): number {
  const mark = tokens[at]?.text;
  return skipFillers(tokens, (mark === '-' || mark === '/') && tokens[at]?.joined ? at + 1 : at, []);
}

/** "den 15. i næste måned", "the 1st of this month". */
function dayOfMonthAround({ tokens, today }: Phrase, at: number, day: number): Found | null {
  const step = findPhrase(steps, tokens, at);
  const unit = step && findPhrase(units, tokens, step.next);
  if (!step || unit?.meaning !== 'month') return null;
  const month = dateOf(unitAround(today, 'month', step.meaning).start);
  const span = daySpan(month.year, month.month, day);
  return { term: span ? fixed(span) : impossible(), next: unit.next };
}

/** "March 3rd, 2027", "October 1"; "March 27" is the month of a year. */
const readMonthAndDay: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const month = findPhrase(months, tokens, at);
  const start = month && (tokens[month.next]?.text === 'the' ? month.next + 1 : month.next);
  const day = start && tokens[start]?.kind === 'number' ? readOrdinal(tokens, start) : null;
  if (!month || !day || !start || !isMonthWord(phrase, at) || day.meaning > 31 || day.meaning < 1) return null;
  const comma = tokens[day.next]?.text === ',' && tokens[day.next + 1]?.text.length === 4;
  const dated = datedTerm(phrase, dayTerm(month.meaning, day.meaning), comma ? day.next + 1 : day.next);
  const isDay = day.next > start + 1 || dated.term.year !== null || !readYearAfter(phrase, start);
  const opensRange = tokens[start + 1]?.text === '-' && !comma;
  return isDay && !opensRange ? dated : null;
};

const dateReaders = [readIsoDate, readNumericDate, readDayAndMonth, readMonthAndDay];

const readDate: Reader = (phrase, at) => firstOf(dateReaders, phrase, at);

/** "fredag den 1. oktober" is the date; "på fredag" is the next one after today. */
const readWeekday: Reader = (phrase, at) => {
  const { tokens, today } = phrase;
  const start = findPhrase(steps, tokens, at)?.next ?? at;
  const day = findPhrase(weekdays, tokens, start);
  const isShort = tokens[start]?.text.length === 3;
  if (!day || (isShort && !tokens[start]?.dot)) return null;
  const date = readDate(phrase, skipFillers(tokens, tokens[day.next]?.text === ',' ? day.next + 1 : day.next, []));
  if (date) return date;
  const week = readWeek(phrase, skipFillers(tokens, day.next, []));
  if (week) {
    const ofWeek = ({ start }: Span) => unitAround(start, 'day', day.meaning - 1);
    return { term: mapTerm(week.term, ofWeek), next: week.next };
  }
  const ahead = (day.meaning - dateOf(today).weekday + 7) % 7 || 7;
  const span = { start: shift(today, { days: ahead }), end: shift(today, { days: ahead }) };
  return { term: fixed(span), next: day.next };
};

/** One day, however it is written. */
export const readDay: Reader = (phrase, at) => readDate(phrase, at) ?? readWeekday(phrase, at);

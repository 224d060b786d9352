import { readAfterHoliday, readBeforeHoliday, readHolidayDeadline } from '../calendar/holidays.ts';
import { readYear } from '../calendar/years.ts';
import { type Span, shift } from '../span.ts';
import { betweenWords, limits, limitsAfter, rangeWords } from '../words/lexicon-relations.ts';
import { findPhrase } from '../words/phrase-table.ts';
import type { Found, Phrase, Reader } from './grammar.ts';
import { isLateThird, readPart, readUnitWeAreIn } from './parts.ts';
import { readLengthFromToday } from './relative.ts';
import { skipFillers } from './skip.ts';
import { adjoins, mapTerm, rangeOf, type Term, withYear } from './term.ts';

const dayAround = (isoDate: string, days: number): Span => {
  const date = shift(isoDate, { days });
  return { start: date, end: date };
};

/** From today until the last day allowed; a deadline that has passed is that day alone. */
function deadline(found: Found | null, today: string): Found | null {
  const untilEnd = ({ end }: Span): Span => ({ start: end < today ? end : today, end });
  return found && { term: mapTerm(found.term, untilEnd), next: found.next };
}

/** A first day, and no last. */
function openEnded(found: Found | null): Found | null {
  return found && { term: { ...found.term, openEnded: true }, next: found.next };
}

/** "sept.-nov. 2027", "fra marts til maj", "between May and July", "marts og april"; or one time alone. */
const readRange: Reader = (phrase, at) => {
  const { tokens, today } = phrase;
  const between = findPhrase(betweenWords, tokens, at);
  const first = readPart(phrase, between ? skipFillers(tokens, between.next, []) : at);
  if (!first) return null;
  const tie = findPhrase(rangeWords, tokens, first.next);
  if (!tie) return first;
  const isTight = tie.meaning === 'pair' && !between;
  const last =
    readPart(phrase, isTight ? tie.next : skipFillers(tokens, tie.next, ['i'])) ??
    (isTight ? null : readPart(phrase, skipFillers(tokens, tie.next, [])));
  if (isTight && last && !adjoins(first.term, last.term, today)) return first;
  const term = last && rangeOf(first.term, last.term, today);
  return term && last ? { term, next: last.next } : first;
};

/** A time without a limit; "i" may lead it, which is also the beginning of "i år". */
const readSaid: Reader = (phrase, at) => {
  const found = readRange(phrase, at);
  return found || phrase.tokens[at]?.text !== 'i' ? found : readRange(phrase, skipFillers(phrase.tokens, at, []));
};

/** "tidligst efter sommerferien": a limit on the month after a holiday. */
const readAfterInLimit: Reader = (phrase, at) => {
  const limit = findPhrase(limits, phrase.tokens, at);
  return limit?.meaning === 'after' ? readAfterHoliday(phrase, limit.next) : null;
};

/** "inden X" is the day before X, but "inden udgangen af X" and "inden ultimo X" allow its last day. */
const readBefore: Reader = (phrase, at) => {
  const found = readSaid(phrase, at) ?? readUnitWeAreIn(phrase, at);
  if (!found || isLateThird(phrase, at, found.next)) return found;
  return { term: mapTerm(found.term, ({ start }) => dayAround(start, -1)), next: found.next };
};

/** "efter 1. maj 2027": from the day after, without an end. */
const readAfter: Reader = (phrase, at) => {
  const found = readSaid(phrase, at);
  return openEnded(found && { term: mapTerm(found.term, ({ end }) => dayAround(end, 1)), next: found.next });
};

/** "senest 1. maj", "inden udgangen af marts", "within 3 months", "tidligst 2028", "efter påske". */
const readLimited: Reader = (phrase, at) => {
  const { tokens, today } = phrase;
  const limit = findPhrase(limits, tokens, at);
  if (!limit) return null;
  const colon = tokens[limit.next]?.text === ':' ? limit.next + 1 : limit.next;
  const start = skipFillers(tokens, colon, ['i']);
  const said = () => readSaid(phrase, start) ?? readAfterInLimit(phrase, start);
  switch (limit.meaning) {
    case 'latest':
      return deadline(readHolidayDeadline(phrase, start) ?? said() ?? readUnitWeAreIn(phrase, start), today);
    case 'before':
      return deadline(readBeforeHoliday(phrase, start) ?? readBefore(phrase, start), today);
    case 'within':
      return readLengthFromToday(phrase, limit.next, false) ?? said() ?? readUnitWeAreIn(phrase, start);
    case 'during':
      return readLengthFromToday(phrase, limit.next, true) ?? said() ?? readUnitWeAreIn(phrase, start);
    case 'earliest':
      return openEnded(said());
    case 'after':
      return readAfterHoliday(phrase, start) ?? readAfter(phrase, start);
  }
};

function isWholeYear({ year, spanIn }: Term): boolean {
  const span = year === null ? null : spanIn(year);
  return span?.start === `${year}-01-01` && span.end === `${year}-12-31`;
}

/** "i 2027, forventeligt 3. kvartal": a year that leads the period it belongs to. */
const readYearThenPeriod: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const year = readYear(phrase, at);
  if (!year || year.term.year === null || !isWholeYear(year.term)) return null;
  const mark = tokens[year.next]?.text ?? '';
  const start = skipFillers(tokens, [',', '(', ':'].includes(mark) ? year.next + 1 : year.next, []);
  const period = readLimited(phrase, start) ?? readPart(phrase, start);
  return period?.term.year === null ? { term: withYear(period.term, year.term.year), next: period.next } : null;
};

/** One whole time with everything that belongs to it: of several in a phrase the last one counts. */
export function readTime(phrase: Phrase, at: number): Found | null {
  const found = readLimited(phrase, at) ?? readYearThenPeriod(phrase, at) ?? readRange(phrase, at);
  if (!found) return null;
  const after = findPhrase(limitsAfter, phrase.tokens, found.next);
  if (!after || readLimited(phrase, found.next)) return found;
  const limited = after.meaning === 'latest' ? deadline(found, phrase.today) : openEnded(found);
  return limited && { term: limited.term, next: after.next };
}

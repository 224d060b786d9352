import type { Language } from '../../domain/vocabulary.ts';
import { inBoth } from '../texts.ts';
import { formatDate } from './dates.ts';

const words = inBoth({
  da: {
    none: 'uden fast tidspunkt',
    earliest: (date: string) => `tidligst ${date}`,
    latest: (date: string) => `senest ${date}`,
    half: (number: number, year: number) => `${number}. halvår ${year}`,
    quarter: (number: number, year: number) => `${number}. kvartal ${year}`,
    season: { 3: 'foråret', 6: 'sommeren', 9: 'efteråret', 12: 'vinteren' },
    week: (number: string, year: number) => `uge ${number}, ${year}`,
    days: (first: number, last: number, month: string) => `${first}.–${last}. ${month}`,
    said: (text: string) => `”${text}”`,
    saidOn: (text: string, date: string) => `”${text}”, skrevet ${date}`,
    schoolYear: (year: string) => `skoleåret ${year}`,
    third: ['primo', 'medio', 'ultimo'],
  },
  en: {
    none: 'no set time',
    earliest: (date) => `no earlier than ${date}`,
    latest: (date) => `by ${date}`,
    half: (number, year) => `${number === 1 ? 'first' : 'second'} half of ${year}`,
    quarter: (number, year) => `${['first', 'second', 'third', 'fourth'][number - 1]} quarter of ${year}`,
    season: { 3: 'spring', 6: 'summer', 9: 'autumn', 12: 'winter' },
    week: (number, year) => `${number.includes('–') ? 'weeks' : 'week'} ${number}, ${year}`,
    days: (first, last, month) => `${first}–${last} ${month}`,
    said: (text) => `“${text}”`,
    saidOn: (text, date) => `“${text}”, written ${date}`,
    schoolYear: (year) => `school year ${year}`,
    third: ['early', 'mid', 'late'],
  },
});

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Names the days of a horizon as people say them: "1. halvår 2027", "uge 7 2027", "primo marts 2027", "tidligst 1. april
 * 2028". Others are written as a range, with what both ends share said once: "september–december 2026", "1.–15. marts
 * 2027", "22. februar – 14. marts 2027", "22. november 2026 – 1. maj 2027". `readHorizon` reads each back to the same days.
 * @param start ISO date, or null when no time was given.
 * @param end ISO date of the last day, or null for "and onwards".
 */
export function describePeriod(start: string | null, end: string | null, language: Language): string {
  if (start === null) return words[language].none;
  if (end === null) return words[language].earliest(formatDate(start, language));
  if (start === end) return formatDate(start, language);
  const first = new Date(start);
  const afterLast = new Date(Date.parse(end) + dayMs);
  return (
    nameOfMonths(first, afterLast, language) ??
    nameOfWeek(first, afterLast, language) ??
    nameOfThird(first, afterLast, language) ??
    nameOfMonthRange(first, new Date(end), afterLast, language) ??
    nameOfDays(start, end, language)
  );
}

/** Names a deadline, whose last day is an ISO date: "senest 1. maj 2027". */
export function describeDeadline(end: string, language: Language): string {
  return words[language].latest(formatDate(end, language));
}

/** The words of an owner as they were written, with the day on which that was, if there is more to say than the words. */
export function saidOn(text: string, date: string | null, language: Language): string {
  return date === null ? words[language].said(text) : words[language].saidOn(text, formatDate(date, language));
}

/** Whole months or years in a row: "september–december 2026", "december 2026 – januar 2027", "2027–2029". */
function nameOfMonthRange(first: Date, last: Date, afterLast: Date, language: Language): string | null {
  if (first.getUTCDate() !== 1 || afterLast.getUTCDate() !== 1) return null;
  const [from, to] = [first.getUTCFullYear(), last.getUTCFullYear()];
  if (from === to) return `${monthAlone(first, language)}–${monthName(last, language)}`;
  if (first.getUTCMonth() === 0 && last.getUTCMonth() === 11) return `${from}–${to}`;
  return `${monthName(first, language)} – ${monthName(last, language)}`;
}

/** Days of one month, of one year, or of several. */
function nameOfDays(start: string, end: string, language: Language): string {
  const [first, last] = [new Date(start), new Date(end)];
  const year = start.slice(0, 4);
  if (start.slice(0, 7) === end.slice(0, 7)) {
    return words[language].days(first.getUTCDate(), last.getUTCDate(), monthName(last, language));
  }
  const from = formatDate(start, language);
  const begins = year === end.slice(0, 4) ? from.slice(0, -year.length).trimEnd() : from;
  return `${begins} – ${formatDate(end, language)}`;
}

/** A year, half, quarter, month, season or school year. */
function nameOfMonths(first: Date, afterLast: Date, language: Language): string | null {
  if (first.getUTCDate() !== 1 || afterLast.getUTCDate() !== 1) return null;
  const say = words[language];
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth() + 1;
  const yearPair = `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  const count = (afterLast.getUTCFullYear() - year) * 12 + afterLast.getUTCMonth() + 1 - month;
  if (count === 1) return monthName(first, language);
  if (count === 3 && month % 3 === 1) return say.quarter((month + 2) / 3, year);
  if (count === 3) return seasonName(month, year, yearPair, language);
  if (count === 6 && month % 6 === 1) return say.half((month + 5) / 6, year);
  if (count === 12 && month === 1) return String(year);
  return count === 12 && month === 8 ? say.schoolYear(yearPair) : null;
}

function seasonName(month: number, year: number, yearPair: string, language: Language): string | null {
  const begins = ([3, 6, 9, 12] as const).find((first) => first === month);
  const name = begins && words[language].season[begins];
  return name ? `${name} ${month === 12 ? yearPair : year}` : null;
}

function monthAlone(date: Date, language: Language): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date);
}

function monthName(date: Date, language: Language): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** An ISO week, which belongs to the year of its Thursday, or two of a year; more are easier to read as dates. */
function nameOfWeek(first: Date, afterLast: Date, language: Language): string | null {
  const monday = 1;
  const weeks = (afterLast.getTime() - first.getTime()) / (7 * dayMs);
  if (first.getUTCDay() !== monday || (weeks !== 1 && weeks !== 2)) return null;
  const thursday = new Date(first.getTime() + 3 * dayMs);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  if (weeks === 1) return words[language].week(String(number), year);
  const isOfYear = new Date(thursday.getTime() + 7 * dayMs).getUTCFullYear() === year;
  return isOfYear ? words[language].week(`${number}–${number + 1}`, year) : null;
}

/** Days 1–10, 11–20 or 21–last of a month. */
function nameOfThird(first: Date, afterLast: Date, language: Language): string | null {
  const third = (first.getUTCDate() - 1) / 10;
  const isWhole = third === 2 ? afterLast.getUTCDate() === 1 : afterLast.getTime() - first.getTime() === 10 * dayMs;
  const spansDays = afterLast.getTime() - first.getTime() <= 11 * dayMs;
  const name = words[language].third[third];
  return name && isWhole && spansDays ? `${name} ${monthName(first, language)}` : null;
}

import { DateTime } from 'luxon';

/** A stretch of days as ISO dates, both included. */
export type Span = Readonly<{ start: string; end: string }>;

/** A third of a period: primo, medio, ultimo. */
export type Third = 0 | 1 | 2;

/** A calendar unit that "next" and "this" can count in. */
export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** ISO date of a luxon date. */
function iso(date: DateTime): string {
  return date.toFormat('yyyy-MM-dd');
}

/** The date in UTC, where summer time moves no day. */
export function dateOf(isoDate: string): DateTime {
  return DateTime.fromISO(isoDate, { zone: 'utc' });
}

export function yearOf(isoDate: string): number {
  return Number(isoDate.slice(0, 4));
}

/** The date a number of days, weeks or months later; the 31st becomes the last day of a shorter month. */
export function shift(isoDate: string, by: { days?: number; weeks?: number; months?: number }): string {
  return iso(dateOf(isoDate).plus(by));
}

/** One day, or null when the calendar has no such day (31 February). */
export function daySpan(year: number, month: number, day: number): Span | null {
  const date = DateTime.utc(year, month, day);
  return date.isValid ? { start: iso(date), end: iso(date) } : null;
}

/** Whole months; month counts from 1 and may run past December. */
export function monthsSpan(year: number, month: number, count: number): Span {
  const start = DateTime.utc(year, 1, 1).plus({ months: month - 1 });
  return { start: iso(start), end: iso(start.plus({ months: count }).minus({ days: 1 })) };
}

/** An ISO week, Monday to Sunday, or null when the year has no such week. */
export function weekSpan(weekYear: number, weekNumber: number): Span | null {
  const monday = DateTime.fromObject({ weekYear, weekNumber, weekday: 1 }, { zone: 'utc' });
  return monday.isValid ? { start: iso(monday), end: iso(monday.plus({ days: 6 })) } : null;
}

/** The calendar unit that a date falls in, moved a number of units. */
export function unitAround(isoDate: string, unit: TimeUnit, moved: number): Span {
  const date = dateOf(isoDate);
  switch (unit) {
    case 'day':
      return { start: shift(isoDate, { days: moved }), end: shift(isoDate, { days: moved }) };
    case 'week': {
      const monday = date.startOf('week').plus({ weeks: moved });
      return { start: iso(monday), end: iso(monday.plus({ days: 6 })) };
    }
    case 'month':
      return monthsSpan(date.year, date.month + moved, 1);
    case 'quarter':
      return monthsSpan(date.year, (date.quarter + moved) * 3 - 2, 3);
    case 'half':
      return monthsSpan(date.year, (date.month > 6 ? 7 : 1) + moved * 6, 6);
    case 'year':
      return monthsSpan(date.year + moved, 1, 12);
  }
}

/** The number of whole months in a span; 0 when it does not begin on a 1st and end on a last day. */
function wholeMonths({ start, end }: Span): number {
  const from = dateOf(start);
  const after = dateOf(end).plus({ days: 1 });
  return from.day === 1 && after.day === 1 ? (after.year - from.year) * 12 + after.month - from.month : 0;
}

/**
 * Primo, medio or ultimo of a span: days 1–10, 11–20 and 21–last of a month, otherwise a third of the months
 * (one of a quarter, four of a year). A week or a day has no thirds and is given back whole.
 */
export function thirdOf(span: Span, third: Third): Span {
  const months = wholeMonths(span);
  if (months === 1) {
    const start = shift(span.start, { days: third * 10 });
    return { start, end: third === 2 ? span.end : shift(start, { days: 9 }) };
  }
  if (months === 0 || months % 3 !== 0) return span;
  const start = shift(span.start, { months: (third * months) / 3 });
  return { start, end: shift(start, { months: months / 3, days: -1 }) };
}

/** The first (0) or the second (1) half of a span; an odd month is split after its 15th. */
export function halfOf(span: Span, half: 0 | 1): Span {
  const months = wholeMonths(span);
  if (months === 0) return span;
  const lastOfFirst = shift(span.start, { months: Math.floor(months / 2), days: months % 2 === 0 ? -1 : 14 });
  return half === 0
    ? { start: span.start, end: lastOfFirst }
    : { start: shift(lastOfFirst, { days: 1 }), end: span.end };
}

/** Easter Sunday of a year in the Gregorian calendar, by the anonymous computus of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const daysFromMarch = moon + weekday - 7 * late + 22;
  return iso(DateTime.utc(year, 3, 1).plus({ days: daysFromMarch - 1 }));
}

import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { zone } from './local-time.ts';

/**
 * Days on which Danish municipalities keep their offices closed without being public holidays by law: Grundlovsdag,
 * Christmas Eve and New Year's Eve (month-day).
 */
const customaryDaysOff = ['06-05', '12-24', '12-31'];

/** The public holidays by law; Store Bededag is among them up to 2023 only (lov nr. 214 af 06/03/2023). */
const publicHolidays = new Holidays('DK', { types: ['public'] });

/** Each year's holidays are kept, since working them out takes about 2 ms and a deadline asks for many days. */
const daysOffByYear = new Map<number, ReadonlySet<string>>();

/** Working hours as local times of day, `to` excluded: `{ from: '08:00', to: '16:00' }`. */
interface WorkingHours {
  from: string;
  to: string;
}

/** Tells whether an ISO date is a working day of Danish municipalities: neither weekend nor holiday. */
export function isWorkingDay(date: string): boolean {
  return isWorking(parseDate(date));
}

/**
 * The ISO date `count` working days after an ISO date. A count of 0 gives the date itself, working day or not.
 * Throws `RangeError` unless it gets an ISO date and a whole number from 0 on.
 */
export function addWorkingDays(date: string, count: number): string {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let day = parseDate(date);
  for (let left = count; left > 0; ) {
    day = day.plus({ days: 1 });
    if (isWorking(day)) left -= 1;
  }
  return day.toFormat('yyyy-MM-dd');
}

/** The instant itself when it falls within Danish working hours, otherwise the start of the next ones. */
export function nextWorkingMoment(instant: Date, hours: WorkingHours): Date {
  const now = DateTime.fromJSDate(instant, { zone });
  if (!now.isValid) throw new RangeError('not an instant');
  const timeOfDay = now.toFormat('HH:mm');
  if (isWorking(now) && timeOfDay >= hours.from && timeOfDay < hours.to) return instant;
  const opensToday = isWorking(now) && timeOfDay < hours.from;
  const today = now.toFormat('yyyy-MM-dd');
  return DateTime.fromISO(`${opensToday ? today : addWorkingDays(today, 1)}T${hours.from}`, { zone }).toJSDate();
}

/** The minutes within Danish working hours from one instant to a later one; 0 when it is not later. */
export function workingMinutesBetween(from: Date, to: Date, hours: WorkingHours): number {
  let ms = 0;
  for (let start = nextWorkingMoment(from, hours); start < to; ) {
    const day = DateTime.fromJSDate(start, { zone }).toFormat('yyyy-MM-dd');
    const end = DateTime.fromISO(`${day}T${hours.to}`, { zone }).toJSDate();
    ms += Math.min(end.getTime(), to.getTime()) - start.getTime();
    start = nextWorkingMoment(end, hours);
  }
  return ms / 60_000;
}

function isWorking(day: DateTime): boolean {
  return day.weekday <= 5 && !daysOff(day.year).has(day.toFormat('yyyy-MM-dd'));
}

function daysOff(year: number): ReadonlySet<string> {
  let days = daysOffByYear.get(year);
  if (!days) {
    days = new Set([
      ...publicHolidays.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)),
      ...customaryDaysOff.map((monthAndDay) => `${year}-${monthAndDay}`),
    ]);
    daysOffByYear.set(year, days);
  }
  return days;
}

/** Dates are counted in UTC, where every day has 24 hours. */
function parseDate(date: string): DateTime {
  const day = DateTime.fromFormat(date, 'yyyy-MM-dd', { zone: 'utc' });
  if (!day.isValid) throw new RangeError(`not an ISO date: ${date}`);
  return day;
}

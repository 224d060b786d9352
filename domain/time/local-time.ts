import { DateTime } from 'luxon';

/** All Danish municipalities are in one time zone. */
export const zone = 'Europe/Copenhagen';

/** The ISO date in Denmark at an instant. */
export function localDate(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd');
}

/** The ISO date of the Monday of an instant's week in Denmark. */
export function mondayOf(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone }).startOf('week').toFormat('yyyy-MM-dd');
}

/** The instant at which a local date begins. */
export function startOfDate(date: string): Date {
  return DateTime.fromISO(date, { zone }).toJSDate();
}

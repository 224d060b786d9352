import { DateTime } from 'luxon';

/** Danish municipalities keep one time. */
export const zone = 'Europe/Copenhagen';

/** The ISO date it is in Denmark at an instant. */
export function localDate(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd');
}

/** The ISO date of the Monday of the week that an instant falls in. */
export function mondayOf(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone }).startOf('week').toFormat('yyyy-MM-dd');
}

/** The instant at which a local date begins. */
export function startOfDate(date: string): Date {
  return DateTime.fromISO(date, { zone }).toJSDate();
}

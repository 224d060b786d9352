import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingMoment,
  workingMinutesBetween,
} from '../../../domain/time/working-days.ts';

const officeHours = { from: '08:00', to: '16:00' };
const at = (local: string) => DateTime.fromISO(local, { zone: 'Europe/Copenhagen' }).toJSDate();
const next = (local: string) => nextWorkingMoment(at(local), officeHours);

const anyDate = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a working day', () => {
  it.each([
    ['2026-11-24', 'an ordinary Tuesday'],
    ['2026-05-01', '1 May, which is no general day off'],
    ['2024-04-26', 'the day Store Bededag would have been'],
    ['2026-02-16', 'fastelavn'],
    ['2026-12-30', 'the day before New Year’s Eve'],
  ])('is %s, %s', (date) => {
    expect(isWorkingDay(date)).toBe(true);
  });

  it.each([
    ['2026-11-21', 'a Saturday'],
    ['2026-11-22', 'a Sunday'],
    ['2026-04-02', 'skærtorsdag'],
    ['2026-04-03', 'langfredag'],
    ['2026-04-06', '2. påskedag'],
    ['2026-05-14', 'Kristi himmelfartsdag'],
    ['2026-05-25', '2. pinsedag'],
    ['2026-06-05', 'Grundlovsdag'],
    ['2026-12-24', 'Christmas Eve'],
    ['2026-12-25', 'Christmas Day'],
    ['2026-12-31', 'New Year’s Eve'],
    ['2027-01-01', 'New Year’s Day'],
    ['2023-05-05', 'the last Store Bededag'],
  ])('is not %s, %s', (date) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  it.each(['2026-02-30', '24-11-2026', ''])('refuses %j, which is no date', (date) => {
    expect(() => isWorkingDay(date)).toThrow(RangeError);
  });
});

describe('counting working days', () => {
  it('passes over Christmas and New Year', () => {
    expect(addWorkingDays('2026-12-22', 5)).toBe('2027-01-04');
  });

  it('passes over Easter', () => {
    expect(addWorkingDays('2026-04-01', 1)).toBe('2026-04-07');
  });

  it('adds nothing to a day off when asked for no days', () => {
    expect(addWorkingDays('2026-11-22', 0)).toBe('2026-11-22');
  });

  it.each([-1, 1.5, Number.NaN])('refuses to add %d days', (count) => {
    expect(() => addWorkingDays('2026-11-24', count)).toThrow(RangeError);
  });

  it('lands on a working day, exactly that many working days later', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const later = addWorkingDays(date, count);
        expect(isWorkingDay(later)).toBe(true);
        const passed = daysAfter(date, later).filter(isWorkingDay);
        expect(passed).toHaveLength(count);
      }),
    );
  });

  it('can be split into two counts', () => {
    fc.assert(
      fc.property(anyDate, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (date, first, second) => {
        expect(addWorkingDays(addWorkingDays(date, first), second)).toBe(addWorkingDays(date, first + second));
      }),
    );
  });
});

describe('the next working moment', () => {
  it('is now, to the millisecond, within working hours', () => {
    const instant = new Date('2026-11-24T10:15:30.123Z');
    expect(nextWorkingMoment(instant, officeHours)).toEqual(instant);
  });

  it.each([
    ['2026-11-24T07:59:59', '2026-11-24T08:00', 'the same morning'],
    ['2026-11-24T16:00', '2026-11-25T08:00', 'the next day, once the office has closed'],
    ['2026-11-27T18:00', '2026-11-30T08:00', 'Monday, after the weekend'],
    ['2026-12-23T16:30', '2026-12-28T08:00', 'the first day after Christmas'],
    ['2026-03-28T12:00', '2026-03-30T08:00', 'past the start of summer time'],
    ['2026-10-24T12:00', '2026-10-26T08:00', 'past the end of summer time'],
  ])('after %s is %s: %s', (from, to) => {
    expect(next(from)).toEqual(at(to));
  });

  it('uses the date in Denmark, not in UTC', () => {
    expect(nextWorkingMoment(new Date('2026-07-05T22:30:00Z'), officeHours)).toEqual(new Date('2026-07-06T06:00:00Z'));
  });

  it('is never before the instant, always within hours, and its own next moment', () => {
    const anyInstant = fc.date({ min: new Date('2023-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const moment = nextWorkingMoment(instant, officeHours);
        const local = DateTime.fromJSDate(moment, { zone: 'Europe/Copenhagen' });
        expect(moment.getTime()).toBeGreaterThanOrEqual(instant.getTime());
        expect(isWorkingDay(local.toFormat('yyyy-MM-dd'))).toBe(true);
        expect(local.hour).toBeGreaterThanOrEqual(8);
        expect(local.hour).toBeLessThan(16);
        expect(nextWorkingMoment(moment, officeHours)).toEqual(moment);
      }),
    );
  });
});

describe('the working minutes between two instants', () => {
  it.each([
    ['2026-11-24T09:00', '2026-11-24T09:16', 16],
    ['2026-11-24T07:00', '2026-11-24T08:01', 1],
    ['2026-11-24T15:59', '2026-11-25T08:02', 3],
    ['2026-11-27T15:00', '2026-11-30T09:00', 120],
    ['2026-12-23T15:00', '2026-12-28T09:00', 120],
    ['2027-03-24T08:00', '2027-03-31T08:00', 2 * 480],
    ['2026-11-28T09:00', '2026-11-29T09:00', 0],
    ['2026-11-24T09:00', '2026-11-24T09:00', 0],
    ['2026-11-24T10:00', '2026-11-24T09:00', 0],
  ])('from %s to %s are %d', (from, to, minutes) => {
    expect(workingMinutesBetween(at(from), at(to), officeHours)).toBe(minutes);
  });
});

/** Each ISO date after `from`, up to and including `to`. */
function daysAfter(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = new Date(from); day < new Date(to); ) {
    day = new Date(day.getTime() + 24 * 3600 * 1000);
    days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

import {
  easterSunday,
  halfOf,
  monthsSpan,
  thirdOf,
  unitAround,
  weekSpan,
} from '../../../../domain/time/horizon/span.ts';

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

test('a year has week 53 only when it is long', () => {
  expect(weekSpan(2026, 53)).toEqual({ start: '2026-12-28', end: '2027-01-03' });
  expect(weekSpan(2027, 53)).toBeNull();
});

test('the last third of February ends on the leap day', () => {
  expect(thirdOf(monthsSpan(2028, 2, 1), 2)).toEqual({ start: '2028-02-21', end: '2028-02-29' });
});

test('a quarter is halved after the 15th of its middle month', () => {
  expect(halfOf(monthsSpan(2027, 1, 3), 0)).toEqual({ start: '2027-01-01', end: '2027-02-15' });
  expect(halfOf(monthsSpan(2027, 1, 3), 1)).toEqual({ start: '2027-02-16', end: '2027-03-31' });
});

test('the quarter after the last one of a year is in the next year', () => {
  expect(unitAround('2026-11-22', 'quarter', 1)).toEqual({ start: '2027-01-01', end: '2027-03-31' });
});

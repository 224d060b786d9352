import fc from 'fast-check';
import { suggestHorizons } from '../../../../domain/time/horizon/suggest.ts';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('offers a month, coming quarters, halves and years, the soonest first', () => {
  expect(suggestHorizons('2026-11-22')).toEqual([
    { start: '2026-11-22', end: '2026-12-22' },
    { start: '2027-01-01', end: '2027-03-31' },
    { start: '2027-04-01', end: '2027-06-30' },
    { start: '2027-01-01', end: '2027-06-30' },
    { start: '2027-07-01', end: '2027-09-30' },
    { start: '2027-07-01', end: '2027-12-31' },
    { start: '2027-01-01', end: '2027-12-31' },
    { start: '2028-01-01', end: '2028-12-31' },
  ]);
});

test('offers at most eight different periods, none of which is over, on any day', () => {
  fc.assert(
    fc.property(days, (today) => {
      const offered = suggestHorizons(today);
      expect(offered.length).toBeLessThanOrEqual(8);
      expect(new Set(offered.map(({ start, end }) => `${start}/${end}`)).size).toBe(offered.length);
      expect(offered.every(({ start, end }) => start >= today && end > today)).toBe(true);
    }),
  );
});

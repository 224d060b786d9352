import fc from 'fast-check';
import { readHorizon } from '../../../../domain/time/horizon/read.ts';
import { suggestHorizons } from '../../../../domain/time/horizon/suggest.ts';
import { languages } from '../../../../domain/vocabulary.ts';
import { describePeriod } from '../../../../locales/time/horizon.ts';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const named = (today: string, time?: 'promised' | 'since') =>
  suggestHorizons(today, time).map(({ start, end }) => describePeriod(start, end, 'da'));

test('offers a month, the running quarter and what comes, the soonest first', () => {
  expect(named('2026-11-22')).toEqual([
    '22. november – 22. december 2026',
    '4. kvartal 2026',
    '1. kvartal 2027',
    '2. kvartal 2027',
    '1. halvår 2027',
    '3. kvartal 2027',
    '2. halvår 2027',
    '2027',
  ]);
});

test('offers the running quarter, half-year and year when they have just begun', () => {
  expect(named('2027-01-11')).toEqual([
    '11. januar – 11. februar 2027',
    '1. kvartal 2027',
    '2. kvartal 2027',
    '1. halvår 2027',
    '3. kvartal 2027',
    '4. kvartal 2027',
    '2. halvår 2027',
    '2027',
  ]);
});

test('offers today and what is past, the latest first, for what is done', () => {
  expect(named('2027-01-11', 'since')).toEqual([
    '11. januar 2027',
    'januar 2027',
    'december 2026',
    'november 2026',
    '4. kvartal 2026',
    '3. kvartal 2026',
    '2026',
  ]);
});

test('offers at most eight different periods that fit, on any day, in words that the reader reads as the same days', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('promised', 'until', 'since'), (today, time) => {
      const offered = suggestHorizons(today, time);
      expect(offered.length).toBeLessThanOrEqual(8);
      expect(new Set(offered.map(({ start, end }) => `${start}/${end}`)).size).toBe(offered.length);
      expect(offered.every(({ start, end }) => (time === 'since' ? start <= today : end > today))).toBe(true);
      for (const { start, end } of offered)
        for (const language of languages)
          expect(readHorizon(describePeriod(start, end, language), today)).toEqual({ found: 'period', start, end });
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { readHorizon } from '../../../../domain/time/horizon/read.ts';
import { daySpan, monthsSpan, type Span, shift, thirdOf, weekSpan } from '../../../../domain/time/horizon/span.ts';
import { describePeriod } from '../../../../locales/time/horizon.ts';

const today = '2026-11-22';
const years = fc.integer({ min: 2001, max: 2098 });
const upTo = (max: number) => fc.integer({ min: 1, max });
const third = fc.constantFrom(0 as const, 1 as const, 2 as const);

const named: Record<string, fc.Arbitrary<Span | null>> = {
  years: years.map((year) => monthsSpan(year, 1, 12)),
  halves: fc.tuple(years, upTo(2)).map(([year, half]) => monthsSpan(year, half * 6 - 5, 6)),
  quarters: fc.tuple(years, upTo(4)).map(([year, quarter]) => monthsSpan(year, quarter * 3 - 2, 3)),
  months: fc.tuple(years, upTo(12)).map(([year, month]) => monthsSpan(year, month, 1)),
  weeks: fc.tuple(years, upTo(53)).map(([year, week]) => weekSpan(year, week)),
  seasons: fc.tuple(years, upTo(4)).map(([year, season]) => monthsSpan(year, season * 3, 3)),
  'school years': years.map((year) => monthsSpan(year, 8, 12)),
  days: fc.tuple(years, upTo(12), upTo(31)).map(([year, month, day]) => daySpan(year, month, day)),
  'thirds of months': fc.tuple(years, upTo(12), third).map(([y, m, part]) => thirdOf(monthsSpan(y, m, 1), part)),
  'thirds of years': fc.tuple(years, third).map(([year, part]) => thirdOf(monthsSpan(year, 1, 12), part)),
  'months in a row': fc
    .tuple(fc.integer({ min: 2001, max: 2096 }), upTo(12), upTo(20))
    .map(([year, month, count]) => monthsSpan(year, month, count)),
  'years in a row': fc
    .tuple(fc.integer({ min: 2001, max: 2090 }), upTo(8))
    .map(([year, count]) => monthsSpan(year, 1, count * 12)),
  'two weeks': fc.tuple(years, upTo(52)).map(([year, week]) => {
    const first = weekSpan(year, week);
    return first && { start: first.start, end: shift(first.end, { weeks: 1 }) };
  }),
  'days of a month': fc.tuple(years, upTo(12), upTo(28), upTo(28)).map(([year, month, one, other]) => {
    const [first, last] = [daySpan(year, month, Math.min(one, other)), daySpan(year, month, Math.max(one, other))];
    return first && last && { start: first.start, end: last.end };
  }),
  'other ranges': fc.tuple(fc.integer({ min: 2001, max: 2096 }), upTo(300), upTo(500)).map(([year, after, length]) => {
    const start = shift(`${year}-01-01`, { days: after });
    return { start, end: shift(start, { days: length }) };
  }),
};

describe.each(['da', 'en'] as const)('in %s', (language) => {
  test.each(Object.entries(named))('reads the names of %s back to the same days', (_, spans) => {
    fc.assert(
      fc.property(spans, (span) => {
        fc.pre(span !== null);
        const text = describePeriod(span.start, span.end, language);
        expect({ text, ...readHorizon(text, today) }).toEqual({ text, found: 'period', ...span });
      }),
      { numRuns: 300 },
    );
  });

  test('reads a first day without an end back to the same day', () => {
    const text = describePeriod('2028-04-01', null, language);
    expect(readHorizon(text, today)).toEqual({ found: 'period', start: '2028-04-01', end: null });
  });

  test('no date reads back as open-ended', () => {
    expect(readHorizon(describePeriod(null, null, language), today)).toEqual({ found: 'open' });
  });
});

test.each([
  ['2027-01-01', '2027-06-30', '1. halvår 2027', 'first half of 2027'],
  ['2027-01-01', '2027-03-31', '1. kvartal 2027', 'first quarter of 2027'],
  ['2027-03-01', '2027-03-31', 'marts 2027', 'March 2027'],
  ['2027-02-15', '2027-02-21', 'uge 7, 2027', 'week 7, 2027'],
  ['2027-10-01', '2027-10-01', '1. oktober 2027', '1 October 2027'],
  ['2027-03-01', '2027-05-31', 'foråret 2027', 'spring 2027'],
  ['2027-12-01', '2028-02-29', 'vinteren 2027/28', 'winter 2027/28'],
  ['2027-01-01', '2027-12-31', '2027', '2027'],
  ['2027-08-01', '2028-07-31', 'skoleåret 2027/28', 'school year 2027/28'],
  ['2027-03-01', '2027-03-10', 'primo marts 2027', 'early March 2027'],
  ['2028-04-01', null, 'tidligst 1. april 2028', 'no earlier than 1 April 2028'],
  ['2027-02-22', '2027-03-14', '22. februar – 14. marts 2027', '22 February – 14 March 2027'],
  ['2026-09-01', '2026-12-31', 'september–december 2026', 'September–December 2026'],
  ['2026-12-01', '2027-01-31', 'december 2026 – januar 2027', 'December 2026 – January 2027'],
  ['2027-02-22', '2027-03-07', 'uge 8–9, 2027', 'weeks 8–9, 2027'],
  ['2027-03-02', '2027-03-15', '2.–15. marts 2027', '2–15 March 2027'],
  ['2027-01-01', '2029-12-31', '2027–2029', '2027–2029'],
  ['2026-11-22', '2027-05-01', '22. november 2026 – 1. maj 2027', '22 November 2026 – 1 May 2027'],
])('%s to %s is "%s" and "%s"', (start, end, danish, english) => {
  expect(describePeriod(start, end, 'da')).toBe(danish);
  expect(describePeriod(start, end, 'en')).toBe(english);
});

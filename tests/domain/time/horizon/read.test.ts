import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readHorizon } from '../../../../domain/time/horizon/read.ts';
import { dateOf } from '../../../../domain/time/horizon/span.ts';

const today = '2026-11-22';
const fixtures = join(import.meta.dirname, '../../../fixtures/horizons');
/** The lines on which the reader was tuned; those beside them were put aside and are counted by `.ci/run`. */
const development = '../horizons-unseen/development.jsonl';

type Line = { text: string; today: string; start: string | null; end: string | null };

function linesOf(file: string): Line[] {
  const lines = readFileSync(join(fixtures, file), 'utf8').trim().split('\n');
  return lines.map((line): Line => JSON.parse(line));
}

function rangeOf(text: string, day: string): [string | null, string | null] {
  const read = readHorizon(text, day);
  return read.found === 'period' ? [read.start, read.end] : [null, null];
}

describe.each([...readdirSync(fixtures), development].map((file) => ({ file })))(
  'the labelled phrases of $file',
  ({ file }) => {
    test.each(linesOf(file))('reads "$text"', ({ text, today: day, start, end }) => {
      expect(rangeOf(text, day)).toEqual([start, end]);
    });
  },
);

describe('a phrase that names no range', () => {
  test.each([
    'løbende',
    'når udbuddet er afsluttet',
    'ingen tidshorisont',
    'as soon as possible',
    'uden fast tidspunkt',
  ])('reads "%s" as open-ended', (text) => {
    expect(readHorizon(text, today)).toEqual({ found: 'open' });
  });

  test.each([
    '31. februar',
    '31/4-27',
    'i 9999',
    '1. maj 1999',
    'uge 60',
    '5. kvartal',
    'marts 2150',
    '27 til 7 uger',
    'om 6-2 måneder',
  ])('knows "%s" as impossible', (text) => {
    expect(readHorizon(text, today)).toEqual({ found: 'impossible' });
  });

  test.each(['', '900 kr.', '61 lejekontrakter', 'sag 24/4098', 'hej med dig', '🙂'])(
    'does not understand "%s"',
    (text) => {
      expect(readHorizon(text, today)).toEqual({ found: 'unknown' });
    },
  );
});

describe('a time without a year', () => {
  test.each([
    ['2026-02-10', 'februar', '2026-02-01', '2026-02-28'],
    ['2026-03-01', 'februar', '2027-02-01', '2027-02-28'],
    ['2026-01-05', 'vinter', '2025-12-01', '2026-02-28'],
    ['2026-01-05', 'efter nytår', '2027-01-01', '2027-01-31'],
    ['2026-12-28', 'uge 53', '2026-12-28', '2027-01-03'],
    ['2027-01-02', 'uge 53', '2026-12-28', '2027-01-03'],
    ['2027-03-25', 'inden påske', '2027-03-25', '2028-04-12'],
    ['2026-12-24', 'inden jul', '2026-12-24', '2027-12-23'],
    ['2027-07-01', 'inden sommerferien', '2027-07-01', '2028-06-30'],
    ['2026-12-31', 'i morgen', '2027-01-01', '2027-01-01'],
    ['2027-01-31', 'om 1 måned', '2027-02-01', '2027-02-28'],
    ['2028-08-31', 'inden for 6 måneder', '2028-08-31', '2029-02-28'],
    ['2026-12-31', 'næste kvartal', '2027-01-01', '2027-03-31'],
    ['2027-07-31', 'næste skoleår', '2027-08-01', '2028-07-31'],
  ])('on %s "%s" begins %s and ends %s', (day, text, start, end) => {
    expect(readHorizon(text, day)).toEqual({ found: 'period', start, end });
  });

  test('a deadline that has passed is that day alone', () => {
    expect(readHorizon('senest 1. maj 2025', today)).toEqual({
      found: 'period',
      start: '2025-05-01',
      end: '2025-05-01',
    });
  });
});

describe('any text', () => {
  const vocabulary =
    'senest inden for fra til og med den 1. 31 2027 27 marts maj may uge 7 q1 halvår kvartal primo ultimo - / , ( ) jul næste år om 3 efter påske within by the end of not before 2027/28 første halvdel'.split(
      ' ',
    );
  const phrases = fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 }).map((words) => words.join(' '));
  const dates = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('gives real dates in order, or none', () => {
    const texts = fc.oneof(phrases, fc.string({ unit: 'grapheme', maxLength: 80 }));
    fc.assert(
      fc.property(texts, dates, (text, day) => {
        const read = readHorizon(text, day);
        if (read.found !== 'period') return;
        expect(dateOf(read.start).isValid).toBe(true);
        if (read.end === null) return;
        expect(dateOf(read.end).isValid).toBe(true);
        expect(read.start <= read.end).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '1/',
    'by ',
    'the ',
    '2027-',
    'from 1 to ',
    'sept.-',
    '((',
    'inden for ',
    'i 2027, ',
    'end of ',
    ' ',
    "'",
  ])('reads 30,000 characters of "%s" like its first 400', (unit) => {
    const long = unit.repeat(Math.ceil(30_000 / unit.length)).slice(0, 30_000);
    expect(readHorizon(long, today)).toEqual(readHorizon(long.slice(0, 400), today));
  });
});

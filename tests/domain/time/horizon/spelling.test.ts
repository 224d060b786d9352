import fc from 'fast-check';
import { isPlainHorizon, readHorizon } from '../../../../domain/time/horizon/read.ts';
import { growth } from '../../../growth.ts';

const today = '2026-11-22';
const read = (text: string) => readHorizon(text, today);

test.each([
  ['1. hlavår 2027', '2027-01-01', '2027-06-30'],
  ['4. kvaltal 2027', '2027-10-01', '2027-12-31'],
  ['Novemer 2027', '2027-11-01', '2027-11-30'],
  ['senst 1. juni', '2026-11-22', '2027-06-01'],
  ['skoleårtet 2027/28', '2027-08-01', '2028-07-31'],
  ['foer efteraarsferien', '2026-11-22', '2027-10-17'],
])('reads "%s" as what it means', (text, start, end) => {
  expect(read(text)).toEqual({ found: 'period', start, end });
});

test.each(['juki 2027', 'mraj 2028', '4. kvoltal 2027', 'seotenmer 2027'])(
  'does not know "%s", rather than reading the whole year',
  (text) => {
    expect(read(text)).toEqual({ found: 'unknown' });
  },
);

test.each([
  'vi agter at gøre det i 2027',
  'sletning af data i 2027',
  'en ny skolegård 2027',
  'summen er fundet i 2027',
])('does not take a word of the dictionary in "%s" for a time', (text) => {
  expect(read(text)).toEqual({ found: 'period', start: '2027-01-01', end: '2027-12-31' });
  // Nobody is asked about a word that was none.
  expect(isPlainHorizon(text, today)).toBe(true);
});

test.each(['vi venter til 2027', 'kommer i 2027', 'starter 2027', 'slutter 2027', 'sommerfesten er i 2027'])(
  'leaves the ordinary word in "%s" as it is',
  (text) => {
    expect(read(text)).toEqual(expect.objectContaining({ found: 'period', end: '2027-12-31' }));
  },
);

/** One slip of the fingers in a word: two letters swapped, one left out, one twice, or one of its neighbours. */
const slips = [
  (word: string, at: number) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
  (word: string, at: number) => word.slice(0, at + 1) + (word[at] ?? '') + word.slice(at + 1),
  (word: string, at: number, letter: string) => word.slice(0, at) + letter + word.slice(at + 1),
];

const promises = [
  ['1. ', 'halvår', ' 2027'],
  ['4. ', 'kvartal', ' 2027'],
  ['', 'september', ' 2027'],
  ['', 'november', ' 2027'],
  ['medio ', 'oktober', ' 2027'],
  ['', 'efteråret', ' 2027'],
  ['3. ', 'februar', ' 2028'],
  ['efter ', 'sommerferien', ''],
  ['', 'skoleåret', ' 2027/28'],
  ['', 'senest', ' 1. juni 2027'],
  ['', 'slutningen', ' af 2027'],
  ['', 'begyndelsen', ' af marts 2027'],
  ['', 'second', ' quarter of 2027'],
  ['by the end of ', 'december', ' 2027'],
] as const;

test('a slip in a word of time is read as what it means, or asked about, or not known', () => {
  const slipped = fc
    .tuple(fc.constantFrom(...promises), fc.constantFrom(...slips), fc.nat(20), fc.constantFrom(...'abdeiknorstuy'))
    .map(([[before, word, after], slip, at, letter]) => ({
      meant: `${before}${word}${after}`,
      text: `${before}${slip(word, at % (word.length - 1), letter)}${after}`,
    }));
  fc.assert(
    fc.property(slipped, ({ text, meant }) => {
      const found = read(text);
      if (found.found !== 'period' || !isPlainHorizon(text, today)) return;
      expect({ text, found }).toEqual({ text, found: read(meant) });
    }),
    { numRuns: 3000 },
  );
});

test('most slips are read as what they mean', () => {
  const letters = [...'abdeiknorstuy'];
  const texts = promises.flatMap(([before, word, after]) =>
    slips.flatMap((slip, one) =>
      Array.from({ length: word.length - 1 }, (_, at) => ({
        text: `${before}${slip(word, at, letters[(at + one) % letters.length] ?? 'a')}${after}`,
        meant: read(`${before}${word}${after}`),
      })),
    ),
  );
  const right = texts.filter(({ text, meant }) => JSON.stringify(read(text)) === JSON.stringify(meant));
  expect(right.length / texts.length).toBeGreaterThan(0.95);
});

test('no text makes the reader fail, and the question whether it is plain has an answer for each', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      expect(['period', 'open', 'impossible', 'unknown']).toContain(read(text).found);
      expect([true, false]).toContain(isPlainHorizon(text, today));
    }),
    { numRuns: 500 },
  );
});

test('takes no longer for a long text, however badly it is spelt', () => {
  const spelt = (length: number) => read('kvoltaxal sepxtembxr '.repeat(length));
  expect(growth(spelt, 20)).toBeLessThan(3);
});

describe('words that do not tell their days', () => {
  test.each([
    'senst 1. juni 2027',
    'om ca. 3 måneder',
    'næste kvartal',
    'november',
    '27. marts',
    'uge 8 eller 9, 2027',
    'test i januar, drift fra 1. marts 2027',
    'efter sommerferien 2027',
    'efter kommunalvalget i 2029',
    'besluttet i 2024 og venter stadig',
  ])('"%s" is not plain', (text) => {
    expect(isPlainHorizon(text, today)).toBe(false);
  });

  test.each([
    '1. halvår 2027',
    'senest 1. juni 2027',
    'senest den 1/4-27',
    'Q2/27',
    'marts 27',
    'uge 8-9 2027',
    'fra og med skoleåret 2027/28',
    '20270501',
    'tidligst 2028',
    'Vi forventer, at den nye aftale træder i kraft den 1. september 2027, hvis alt går vel.',
    'by the end of Q2 2027',
    'løbende',
  ])('"%s" is plain', (text) => {
    expect(isPlainHorizon(text, today)).toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cprNumbersIn, findCprNumbers } from '../../../domain/text/cpr/find.ts';
import { growth } from '../../growth.ts';

interface LabelledText {
  text: string;
  spans: Array<[number, number]>;
}

const labelled = readFileSync(join(import.meta.dirname, '../../fixtures/shared/cpr.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): LabelledText => JSON.parse(line));

const foundIn = (text: string) => findCprNumbers(text).map(([start, end]) => text.slice(start, end));

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** A number of someone born 1900–2026 by the CPR office's table of centuries, a replacement number now and then. */
const cprParts = fc
  .record({
    born: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-24'), noInvalidDate: true }),
    pick: fc.nat({ max: 99 }),
    rest: fc.integer({ min: 100, max: 999 }),
    isReplacement: fc.boolean(),
  })
  .map(({ born, pick, rest, isReplacement }) => {
    const year = born.getUTCFullYear();
    const centuryDigits = year < 1937 ? [0, 1, 2, 3] : year < 2000 ? [0, 1, 2, 3, 4, 9] : [4, 5, 6, 7, 8, 9];
    return {
      day: twoDigits(born.getUTCDate() + (isReplacement ? 60 : 0)),
      month: twoDigits(born.getUTCMonth() + 1),
      year: String(year),
      serial: `${centuryDigits[pick % centuryDigits.length]}${rest}`,
    };
  });

describe('CPR numbers', () => {
  it.each(labelled)('are found where they stand, and only there: $text', ({ text, spans }) => {
    expect(findCprNumbers(text)).toEqual(spans);
  });

  it('are found in all common writings in the middle of a text', () => {
    const dateGap = fc.constantFrom('', ' ', '.', '-', '/');
    const serialGap = fc.constantFrom('', '-', ' ', ' - ', '–', '—', '.', '\u00A0', '\u2011', ' – ');
    const before = fc.constantFrom('', 'Borgeren ', 'cpr: ', 'hun hedder Åse (', '😬 ', 'Vedr.\n', 'nr. ');
    const after = fc.constantFrom('', ' mangler i KAS', ', tak', '.', ') på stue 12', '\n– vikar');
    fc.assert(
      fc.property(cprParts, dateGap, serialGap, fc.boolean(), before, after, (parts, gap, last, isLong, head, tail) => {
        const year = isLong ? parts.year : parts.year.slice(2);
        const dateIsSplit = gap !== '' && gap !== ' ';
        fc.pre(!(dateIsSplit && last.trim() === '' && /^([01]\d|2[0-3])[0-5]\d$/.test(parts.serial)));
        const written = `${parts.day}${gap}${parts.month}${gap}${year}${last}${parts.serial}`;
        expect(findCprNumbers(head + written + tail)).toEqual([[head.length, head.length + written.length]]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['CPR0101901234 i emnefeltet', '0101901234'],
    ['Personnummer: 12 03 98 1234', '12 03 98 1234'],
    ['Fakturaen for borgeren 120398-1234 er afvist', '120398-1234'],
    ['hendes cprnr er 120398/1234', '120398/1234'],
    ['sagen om 290204-4123 (skuddag)', '290204-4123'],
    ['cpr-nr. 12.05.26 1430', '12.05.26 1430'],
    ['cpr 12052016-1430, forkert århundrede', '12052016-1430'],
    ['varetager 120398-1234', '120398-1234'],
    ['1/010190-1234', '010190-1234'],
    ['den 120526 1490', '120526 1490'],
    ['født den 120398 1230', '120398 1230'],
    ['Lønnr. 44721/250888-2778', '250888-2778'],
    ['Varenr. 120398-1234', '120398-1234'],
    ['sagsnr. 120398-1234', '120398-1234'],
    ['tlf. 120398 – 1234', '120398 – 1234'],
    ['Ordre 4500198765 til cpr 1203981234', '1203981234'],
    ['født 120398\n\n1234', '120398\n\n1234'],
    ['120398 og de sidste fire cifre er 1234', '120398 og de sidste fire cifre er 1234'],
    ['born 12 March 1998, 1234', '12 March 1998, 1234'],
    ['12.3.98-1234', '12.3.98-1234'],
    ['1998-03-12-1234', '1998-03-12-1234'],
    ['19980312-1234', '19980312-1234'],
    ['１２０３９８－１２３４ fra telefonen', '１２０３９８－１２３４'],
    ['1️⃣2️⃣0️⃣3️⃣9️⃣8️⃣1️⃣2️⃣3️⃣4', '1️⃣2️⃣0️⃣3️⃣9️⃣8️⃣1️⃣2️⃣3️⃣4'],
    ['Hansen1203981234.pdf', '1203981234'],
    ['sagen på Jensen1203981234', '1203981234'],
    ['sagen på 1203981234', '1203981234'],
    ['vi må ikke bruge 1203981234', '1203981234'],
    ['de kan svare 1203981234', '1203981234'],
    ['120398, de sidste fire er 1936', '120398, de sidste fire er 1936'],
    ['cpr 203981234 uden nul', '203981234'],
    ['cpr: 1203 981 234', '1203 981 234'],
  ])('are found in %j', (text, number) => {
    expect(foundIn(text)).toEqual([number]);
  });

  it.each([
    'Ordrenummeret er 1203981234',
    'Indkøbsordre 1203981234 og fakturanr. 1203985678',
    'P-nr. 1003456789, P-nummer: 1012123456',
    'Konto 2191 1203981234, reg. og kontonr. 2191-1203981234',
    'Ring på +45 12 03 98 1234 eller +4612039812',
    'Sagsnr. 1203981234 og sag 26/1203981234',
    'Mødet er 12.05.26 1430 på rådhuset',
    'Fra 12.05.2026-1905 og 12052026-1430',
    'Lønnr. 1203981234 og medarbejder-id 1203985678',
    'PSP-element XG-1203981234-00001',
    'ordrenumrene 1203981234, 1203985678 og 1303981234',
    '1203981234 (sagsnr.) er lukket',
    '1203981234 rækker i arket',
    'Uge 12 03 98 12 34',
    '308430 120398 1234 5',
    'IMG_20260312_143015.jpg',
    'Født 120398, ansat 2010',
    '12.03.98, 2010',
    'KLE 27.03.00-1234',
    'Beløbet er 1203981234 kr. eller 1203981234,50',
    'EAN 5790001203981 og IBAN DK5000400440116243',
    'Kortnr. 1203 9812 3412 0398',
    '120398-XXXX og 120398-12XX og XXXXXX-1234',
    '310298-1234, 290201-4123 og 011398-1234 er ingen datoer',
    'Perioden 010126-311226',
    'f0101901234 er et id',
    'ticket id 1203981234',
    'Faktura nr. F-120398-1234',
    'den 120526 1430 og torsdag 140526 0930',
    'sag 2026-120398-1234',
  ])('are not found in %j', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it('counts offsets in UTF-16 units, past emoji', () => {
    expect(findCprNumbers('😬120398-1234')).toEqual([[2, 13]]);
  });

  it.each([
    ['cpr 1203981234', true],
    ['personnummer: 12 03 98 1234', true],
    ['120398-1234', true],
    ['sagsnr. 120398 – 1234', true],
    ['1203981234', false],
    ['120398 1234', false],
    ['12.03.98-1234', false],
  ])('are sure where a label says so or they have the form with a hyphen: %j', (text, isSure) => {
    expect(cprNumbersIn(text)).toMatchObject([{ isSure }]);
  });

  it('have their digits beside them, however they were written', () => {
    expect(cprNumbersIn('nr. １２ 03 98 12 34')).toMatchObject([{ digits: '1203981234' }]);
  });

  it.each([
    ['digits', '1'.repeat(30_000), 0],
    ['blanks between digits', '12 '.repeat(10_000), 0],
    ['numbers with wide gaps', '0101 90 - '.repeat(3_000), 1_500],
    ['numbers', '120398-1234 '.repeat(2_500), 2_500],
    ['label words', 'ordrenr. er '.repeat(2_500), 0],
  ])('are found in 30,000 characters of %s', (_what, text, count) => {
    expect(findCprNumbers(text)).toHaveLength(count);
  });

  it.each([
    '1',
    '12 ',
    '0101 90 - ',
    '120398-1234 ',
    '1203981234, ',
    '010190 og ',
    '1. maj 98 ',
    'ordrenr. er ',
    'personnummer ',
    '\u200b',
    'O1',
    'æ',
    '1/1-',
  ])('take a time in proportion to the length of a text of %j', (piece) => {
    const work = (length: number) => findCprNumbers(piece.repeat(Math.ceil(length / piece.length)));
    expect(growth(work, 4000)).toBeLessThan(40);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type SuggestedFields, suggestFields } from '../../../domain/requests/suggest-fields/suggest-fields.ts';
import { growth } from '../../growth.ts';

type Labelled = { text: string } & Pick<SuggestedFields, 'area' | 'kind'>;

const labelled = (name: string): Labelled[] =>
  readFileSync(join(import.meta.dirname, '../../fixtures/shared', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The share of texts for which the proposed field is right, and the share for which it is wrong. */
function outcome(texts: readonly Labelled[], field: 'area' | 'kind') {
  const proposals = texts.map((wish) => ({ proposed: suggestFields(wish.text)[field], meant: wish[field] }));
  const right = proposals.filter(({ proposed, meant }) => proposed === meant).length;
  const wrong = proposals.filter(({ proposed, meant }) => proposed !== null && proposed !== meant).length;
  return { right: right / texts.length, wrong: wrong / texts.length };
}

describe('the area and the kind that are proposed', () => {
  it.each([
    ['requests.jsonl', 0.85, 0.7],
    ['other-voices.jsonl', 0.9, 0.75],
  ])('are mostly right, and more often left open than wrong: %s', (name, areas, kinds) => {
    const texts = labelled(name);
    const area = outcome(texts, 'area');
    const kind = outcome(texts, 'kind');
    expect(area.right).toBeGreaterThanOrEqual(areas);
    expect(area.wrong).toBeLessThanOrEqual(0.1);
    expect(kind.right).toBeGreaterThanOrEqual(kinds);
    expect(kind.wrong).toBeLessThanOrEqual(0.15);
  });

  it.each(['', 'Hej', 'Tak for sidst!', '😬😬', 'asdf qwerty', 'Det hele er bare for besværligt.'])(
    'stay open when the text does not tell: %j',
    (text) => {
      expect(suggestFields(text)).toEqual({
        area: null,
        areas: [],
        system: null,
        kind: null,
        minutesPerTime: null,
        timesPerMonth: null,
        peopleAffected: null,
      });
    },
  );

  it('are offered together when two areas are about equally likely', () => {
    expect(suggestFields('budget og barsel').areas).toEqual(expect.arrayContaining(['oekonomi', 'personale']));
  });

  it('are found inside Danish compounds, in capitals and in decomposed letters', () => {
    expect(suggestFields('LANGTIDSSYGEFRAVÆRET').area).toBe('personale');
    expect(suggestFields('bygningsvedligeholdelsen'.normalize('NFD')).area).toBe('ejendom');
    expect(suggestFields('et nyt køkkenvindue'.normalize('NFD')).area).toBe('ejendom');
  });

  it('do not find a word where a longer one happens to contain it', () => {
    expect(suggestFields('Skabelonen til referatet er grim').area).not.toBe('it');
  });

  it('do not take the English word “it” for a field', () => {
    expect(suggestFields('it is what it is').area).toBeNull();
  });
});

describe('the burden that is read', () => {
  it.each<[string, number | null, number | null]>([
    ['Det tager 10 minutter hver gang.', 10, null],
    ['Det tager en halv time', 30, null],
    ['Jeg bruger 2 timer om ugen på det', 120, 4],
    ['Vi gør det tre gange om måneden', null, 3],
    ['Det sker dagligt', null, 20],
    ['Det sker hver uge', null, 4],
    ['Halvanden time hver anden uge', 90, 2],
    ['2,5 timer pr. gang', 150, null],
    ['Det tager 1 ½ time', 90, null],
    ['Hver 14. dag bruger jeg et kvarter', 15, 2],
    ['Det tager 4-6 min. at komme ind, 20 gange i døgnet', 5, 600],
    ['3 min. pr. mail, og jeg har ca. 40 om måneden', 3, 40],
    ['To gange dagligt', null, 40],
    ['It takes 20 minutes every time, twice a week', 20, 8],
    ['Half an hour a day', 30, 20],
    ['Det koster mig en time hver mandag', 60, 4],
    ['Sekretæren bruger tre timer hver uge på noget, der tager ti minutter i en webshop', 180, 4],
    ['Det tager elleve minutter hver gang', 11, null],
    ['Det tager to en halv time om ugen', 150, 4],
    ['Det sker hver 3. måned', null, 0.33],
    ['Det sker hver tiende dag', null, 2.8],
    ['It happens every other week', null, 2],
    ['Det sker hver første mandag i måneden', null, null],
    ['Det tager en hel dag hvert forår', 444, 0.08],
    ['Jeg bruger en formiddag på det om mandagen', 222, 4],
    ['3 gange årligt bruger vi to timer', 120, 0.25],
    ['2-3 gange pr mdr skal jeg ringe om det', null, 2.5],
    ['60 fakturaer pr. md, 8 minutter hver', 8, 60],
    ['A sidder en halv time wær uge å glo', 30, 4],
    ['Det ta’r 20 minutter hver tirsdag og torsdag', 20, 8],
    ['Det tager en time og et kvarter', 75, null],
    ['It takes three quarters of an hour', 45, null],
    ['Det tager 2 timer i døgnet', 120, 30],
    ['Det tager ti til femten minutter hver dag', 13, 20],
    ['To-tre timer om ugen til hver', 150, 4],
    ['Det tager mellem 10 og 20 minutter pr. gang', 15, null],
    ['Tre kvarter hver dag', 45, 20],
    ['En halv snes minutter pr. sag', 10, null],
    ['Det tager et kvarters tid', 15, null],
    ['Indberetningen tager 2 timer og 15 minutter og skal ske månedligt', 135, 1],
    ['1t 20 min hver uge', 80, 4],
    ['En times skriveri hver uge', 60, 4],
    ['It takes an hour and a half every week', 90, 4],
    ['It takes two to three hours a month', 150, 1],
    ['It takes 10 minutes, about five times a day', 10, 100],
    ['Næsten en time hver mandag og hver onsdag', 60, 8],
    ['10 minutter, 3 gange i døgnet på hverdage, altså 63 gange om måneden', 10, 63],
    ['40 minutter den sidste i måneden', 40, 1],
    ['Vi taster de samme varer ind hver uge, det er 50 min.', 50, 4],
  ])('of “%s” is %s minutes, %s times a month', (text, minutesPerTime, timesPerMonth) => {
    expect(suggestFields(text)).toMatchObject({ minutesPerTime, timesPerMonth });
  });

  it.each([
    ['a wait', 'Vi har ventet 3 uger, og mødet varer 2 timer'],
    ['a vague count', 'Det sker flere gange om ugen'],
    ['a wish', 'Kunne vi få én besked om ugen?'],
    ['the hours of an employment', 'Stillingen er på 32 timer om ugen fra 1. maj'],
    ['an employment that is named otherwise', 'Ansættelsen er på 30 timer om ugen'],
    ['two rival durations', 'Det tager 10 minutter. Det tager 20 minutter.'],
    ['amounts, dates and times of day', 'Den 12.05.2026 kl. 14.30 kostede det 1.200 kr.'],
  ])('does not come from %s', (_what, text) => {
    expect(suggestFields(text).minutesPerTime).toBeNull();
  });

  it.each([
    ['Vi er 6 ledere, der taster det samme', 6],
    ['Det rammer alle 40 medarbejdere', 40],
    ['Os tolv, der har nattevagt, gør det', 12],
    ['Three of us do it every day', 3],
    ['Der er 120 børn i huset', null],
    ['Vi er 4 lærere og 9 pædagoger', null],
    ['Det tager 20 minutter', null],
    ['os alle 14 skriver det samme', 14],
    ['mine tre sekretærer sidder med det', 3],
    ['samtlige 40 ansatte skal igennem det', 40],
    ['Begge mine souschefer gør det', 2],
    ['Mine 9 vejfolk skal holde ferie', 9],
    ['alle 31 i huset bander over det', 31],
    ['Tre af os taster det hver fredag', 3],
    ['Fem ud af mine 19 medarbejdere venter', 5],
    ['Three of my nurses do it', 3],
    ['Vi er 6 ledere, og mere end et par stykker kan ikke logge ind', 6],
    ['Jeg sidder alene med det', 1],
    ['Vi er under ti ansatte om natten', null],
    ['Jeg har spurgt fire folk', null],
    ['Tre af mine nattevagter kan ikke åbne skabet', 3],
    ['De 16 dagplejere skal registrere kørsel', 16],
    ['Alle seks pædagoger gør det', 6],
    ['Vi er otte ledere, der hver bruger en time', 8],
    ['It affects all 9 team leaders', 9],
    ['0,5 t pr. gang, 5 pers.', 5],
    ['Jeg og mine to afdelingsledere gør det', 3],
    ['Sekretæren og mig taster det', 2],
    ['to timer om måneden, det er kun mig', 1],
    ['10 minutter hver dag for mig alene', 1],
  ])('names of “%s” %s people', (text, people) => {
    expect(suggestFields(text).peopleAffected).toBe(people);
  });

  it('does not take the hours of a day for a count', () => {
    expect(suggestFields('Der er lukket mellem 10 og 12 hver dag').timesPerMonth).toBe(20);
  });

  it('is a positive number or left open for any text', () => {
    const words = fc.constantFrom(
      '10',
      'ti',
      'min',
      'timer',
      'hver',
      'uge',
      'om',
      'ugen',
      '.',
      'bruger',
      '½',
      '-',
      'a',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { minutesPerTime, timesPerMonth } = suggestFields(text);
        for (const value of [minutesPerTime, timesPerMonth]) expect(value === null || value > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test.each(['jeg ', 'i ', 'alene, ', '12 ', 'en dag '])(
  'reads a burden in a time in proportion to the length of a text of %j',
  (piece) => {
    const work = (length: number) => suggestFields(piece.repeat(length / piece.length));
    expect(growth(work, 4000)).toBeLessThan(40);
  },
);

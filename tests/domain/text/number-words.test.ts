import { suggestFields } from '../../../domain/requests/suggest-fields/suggest-fields.ts';
import { numberOf, numberPattern, ordinalOf, ordinalPattern } from '../../../domain/text/number-words.ts';
import { readHorizon } from '../../../domain/time/horizon/read.ts';
import { readCount, readOrdinal } from '../../../domain/time/horizon/words/numbers.ts';
import { tokenize } from '../../../domain/time/horizon/words/tokens.ts';

/** Written out by hand, so that the rules which make the words are held to the words. */
const words = {
  danish: `en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve
    enogtyve toogtyve treogtyve fireogtyve femogtyve seksogtyve syvogtyve otteogtyve niogtyve tredive
    enogtredive toogtredive treogtredive fireogtredive femogtredive seksogtredive syvogtredive otteogtredive
    niogtredive fyrre enogfyrre toogfyrre treogfyrre fireogfyrre femogfyrre seksogfyrre syvogfyrre otteogfyrre
    niogfyrre halvtreds enoghalvtreds tooghalvtreds treoghalvtreds fireoghalvtreds femoghalvtreds seksoghalvtreds
    syvoghalvtreds otteoghalvtreds nioghalvtreds tres enogtres toogtres treogtres fireogtres femogtres seksogtres
    syvogtres otteogtres niogtres halvfjerds enoghalvfjerds tooghalvfjerds treoghalvfjerds fireoghalvfjerds
    femoghalvfjerds seksoghalvfjerds syvoghalvfjerds otteoghalvfjerds nioghalvfjerds firs enogfirs toogfirs treogfirs
    fireogfirs femogfirs seksogfirs syvogfirs otteogfirs niogfirs halvfems enoghalvfems tooghalvfems treoghalvfems
    fireoghalvfems femoghalvfems seksoghalvfems syvoghalvfems otteoghalvfems nioghalvfems hundrede`,
  english: `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven
    twenty-eight twenty-nine thirty thirty-one thirty-two thirty-three thirty-four thirty-five thirty-six thirty-seven
    thirty-eight thirty-nine forty forty-one forty-two forty-three forty-four forty-five forty-six forty-seven
    forty-eight forty-nine fifty fifty-one fifty-two fifty-three fifty-four fifty-five fifty-six fifty-seven
    fifty-eight fifty-nine sixty sixty-one sixty-two sixty-three sixty-four sixty-five sixty-six sixty-seven
    sixty-eight sixty-nine seventy seventy-one seventy-two seventy-three seventy-four seventy-five seventy-six
    seventy-seven seventy-eight seventy-nine eighty eighty-one eighty-two eighty-three eighty-four eighty-five
    eighty-six eighty-seven eighty-eight eighty-nine ninety ninety-one ninety-two ninety-three ninety-four ninety-five
    ninety-six ninety-seven ninety-eight ninety-nine hundred`,
  danishOrdinals: `første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende
    fjortende femtende sekstende syttende attende nittende tyvende enogtyvende toogtyvende treogtyvende fireogtyvende
    femogtyvende seksogtyvende syvogtyvende otteogtyvende niogtyvende tredivte enogtredivte toogtredivte treogtredivte
    fireogtredivte femogtredivte seksogtredivte syvogtredivte otteogtredivte niogtredivte fyrretyvende`,
  englishOrdinals: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
    thirty-second thirty-third thirty-fourth thirty-fifth thirty-sixth thirty-seventh thirty-eighth thirty-ninth
    fortieth`,
};

const counted = (text: string) => text.split(/\s+/).map((word, index): [string, number] => [word, index + 1]);
const danish = counted(words.danish);
const english = counted(words.english);
const danishOrdinals = counted(words.danishOrdinals);
const englishOrdinals = counted(words.englishOrdinals);

/** 2026-11-22 and so many days. */
const daysOn = (days: number) => new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10);
const today = daysOn(0);

const minutesOf = (text: string) => suggestFields(text).minutesPerTime;
const timesOf = (text: string) => suggestFields(text).timesPerMonth;

test('the lists go to a hundred', () => {
  expect([danish, english].map((list) => list.at(-1)?.[1])).toEqual([100, 100]);
});

describe('every reader reads every number from 1 to 100', () => {
  it.each(danish)('“%s” is %d in Danish', (word, value) => {
    const when = daysOn(value);
    expect(readHorizon(`om ${word} dage`, today)).toEqual({ found: 'period', start: when, end: when });
    expect(minutesOf(`Det tager ${word} minutter hver gang.`)).toBe(value);
    expect(timesOf(`Vi gør det ${word} gange om måneden.`)).toBe(value);
  });

  it.each(english)('“%s” is %d in English', (word, value) => {
    for (const written of [word, word.replace('-', ' '), word.replace('-', '')]) {
      const when = daysOn(value);
      expect(readHorizon(`in ${written} days`, today)).toEqual({ found: 'period', start: when, end: when });
      expect(minutesOf(`It takes ${written} minutes every time.`)).toBe(value);
      expect(timesOf(`We do it ${written} times a month.`)).toBe(value);
    }
  });

  it.each([...danishOrdinals, ...englishOrdinals])('“%s” is the ordinal of %d', (word, value) => {
    expect(readOrdinal(tokenize(word), 0)?.meaning).toBe(value);
    expect(ordinalOf(new RegExp(`^${ordinalPattern}$`, 'u').exec(word)?.[0] ?? '')).toBe(value);
  });

  it.each(danishOrdinals.slice(1))('“hver %s uge” is every %dth week', (word, value) => {
    expect(timesOf(`Det sker hver ${word} uge.`)).toBe(Math.round(400 / value) / 100);
  });

  it.each(englishOrdinals.slice(1))('“every %s week” is every %dth week', (word, value) => {
    expect(timesOf(`It happens every ${word} week.`)).toBe(Math.round(400 / value) / 100);
  });
});

describe('what else people count with', () => {
  it.each([
    ['halvanden', 1.5],
    ['halvandet', 1.5],
    ['et par', 2],
    ['a couple of', 2],
    ['én', 1],
    ['to en halv', 2.5],
    ['to og en halv', 2.5],
    ['two and a half', 2.5],
    ['et hundrede', 100],
    ['one hundred', 100],
    ['femoghalvfjerdsindstyve', 75],
    ['fyrretyve', 40],
    ['halvtres', 50],
    ['halvfjers', 70],
  ])('“%s” is %d', (written, value) => {
    expect(numberOf(new RegExp(`^${numberPattern}$`, 'u').exec(written)?.[0] ?? '')).toBe(value);
    expect(readCount(tokenize(written), 0)).toEqual({ meaning: value, next: written.split(' ').length });
  });

  it.each([
    ['foerste', 1],
    ['forste', 1],
    ['tredie', 3],
    ['elvte', 11],
    ['femoghalvfemsindstyvende', 95],
    ['hundredende', 100],
  ])('“%s” is the ordinal of %d', (written, value) => {
    expect(readOrdinal(tokenize(written), 0)?.meaning).toBe(value);
  });

  it('does not find a number at the beginning of a longer word', () => {
    expect(minutesOf('Det tager femmerminutter hver gang.')).toBeNull();
    expect(minutesOf('Det tager tresindstyveminutter hver gang.')).toBeNull();
  });
});

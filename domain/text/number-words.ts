/** A number and its spellings. Writers may replace a space in a spelling by a hyphen or leave it out ("twenty-one"). */
type Spelt = readonly [value: number, spellings: readonly string[]];

/** Numbers at equal steps, in order; a slash separates the spellings of one number. */
const series = (first: number, step: number, words: string): Spelt[] =>
  words.split(' ').map((spellings, index) => [first + index * step, spellings.split('/')]);

const alike = (value: number, ...spellings: string[]): Spelt => [value, spellings];

const danishUnits = series(1, 1, 'en/et/én/ét/een/eet to tre fire fem seks syv otte ni');
const danishTeens = series(13, 1, 'tretten fjorten femten seksten sytten atten nitten');
/** The tens include the old forms with "-indstyve" and the spellings that follow the sound. */
const danishTens = [
  ...series(20, 10, 'tyve tredive/tredve fyrre/fyrretyve halvtreds/halvtres/halvtredsindstyve tres/tresindstyve'),
  ...series(70, 10, 'halvfjerds/halvfjers/halvfjerdsindstyve firs/firsindstyve halvfems/halvfemsindstyve'),
];
const danishTenths = [
  ...series(20, 10, 'tyvende tredivte/tredvte fyrretyvende halvtredsindstyvende tresindstyvende'),
  ...series(70, 10, 'halvfjerdsindstyvende firsindstyvende halvfemsindstyvende'),
];
const englishUnits = series(1, 1, 'one two three four five six seven eight nine');
const englishUnitOrdinals = series(1, 1, 'first second third fourth fifth sixth seventh eighth ninth');
const englishTeens = series(13, 1, 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen');
const englishTens = series(20, 10, 'twenty thirty forty/fourty fifty sixty seventy eighty ninety');

/** Every ten with every unit: "femogtyve", where the unit comes first, or "twenty-five". */
const compounds = (tens: readonly Spelt[], units: readonly Spelt[], join: (ten: string, unit: string) => string) =>
  tens.flatMap(([ten, tenWords]) =>
    units.map(([unit, unitWords]): Spelt => {
      return [ten + unit, tenWords.flatMap((tenWord) => unitWords.map((unitWord) => join(tenWord, unitWord)))];
    }),
  );
const danish = (ten: string, unit: string) => `${unit}og${ten}`;
const english = (ten: string, unit: string) => `${ten} ${unit}`;

/** The numbers with an ending after each, which adds to their value. */
const followed = (numbers: readonly Spelt[], added: number, endings: readonly string[]): Spelt[] =>
  numbers.map(([value, words]) => [value + added, words.flatMap((word) => endings.map((ending) => word + ending))]);

/** The counting words from 1 to 100 and for the halves below 10, in Danish and English, in lower case. */
export const cardinals: readonly Spelt[] = [
  ...danishUnits,
  ...series(10, 1, 'ti elleve tolv'),
  ...danishTeens,
  ...danishTens,
  ...compounds(danishTens, danishUnits, danish),
  alike(100, 'hundrede', 'hundred', 'et hundrede', 'et hundred'),
  alike(1.5, 'halvanden', 'halvandet'),
  ...followed(danishUnits, 0.5, [' en halv', ' et halvt', ' og en halv', ' og et halvt']),
  alike(2, 'et par', 'a couple of', 'a couple'),
  alike(20, 'en snes', 'et snes'),
  alike(10, 'en halv snes', 'et halvt snes'),
  alike(12, 'et dusin', 'a dozen'),
  alike(6, 'et halvt dusin', 'half a dozen'),
  alike(1, 'a', 'an'),
  ...englishUnits,
  ...series(10, 1, 'ten eleven twelve'),
  ...englishTeens,
  ...englishTens,
  ...compounds(englishTens, englishUnits, english),
  alike(100, 'a hundred', 'one hundred'),
  ...followed(englishUnits, 0.5, [' and a half']),
];

/** The ordinals from 1 to 100, in Danish and English, in lower case. */
export const ordinals: readonly Spelt[] = [
  ...series(1, 1, 'første/foerste/forste anden/andet tredje/tredie fjerde femte sjette syvende ottende niende tiende'),
  ...series(11, 1, 'ellevte/elvte tolvte'),
  ...followed(danishTeens, 0, ['de']),
  ...danishTenths,
  ...compounds(danishTenths, danishUnits, danish),
  alike(100, 'hundrede', 'hundredende'),
  ...englishUnitOrdinals,
  ...series(10, 1, 'tenth eleventh twelfth'),
  ...followed(englishTeens, 0, ['th']),
  ...englishTens.map(([value, words]): Spelt => [value, words.map((word) => word.replace(/y$/, 'ieth'))]),
  ...compounds(englishTens, englishUnitOrdinals, english),
  alike(100, 'hundredth', 'one hundredth'),
];

const withoutGaps = (written: string) => written.replaceAll(/[\s-]/g, '');

const valuesOf = (numbers: readonly Spelt[]): ReadonlyMap<string, number> =>
  new Map(numbers.flatMap(([value, spellings]) => spellings.map((word) => [withoutGaps(word), value] as const)));

/** Matches any of the spellings and tries the longest first, so that "to en halv" is not read as "to". */
const patternOf = (numbers: readonly Spelt[]) =>
  numbers
    .flatMap(([, spellings]) => spellings)
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(' ', '[\\s-]?'))
    .join('|');

const cardinalValues = valuesOf(cardinals);
const ordinalValues = valuesOf(ordinals);

const digits = '\\d{1,3}(?:[.,]\\d)?';

const cardinalWords = `(?:${patternOf(cardinals)})(?!\\p{L})`;
/** The words between the ends of a span: "to til tre", "10 eller 12"; "fem-seks". */
const between = '\\s?(?:[-–]|(?<=\\s|-)(?:til|eller|or|to)(?=\\s))\\s?';

/**
 * A number in digits ("2,5", "4-6", "1 ½", "½") or in Danish or English words ("to til tre"), to be read by `numberOf`.
 */
export const numberPattern = `(?:(?<![\\p{L}\\p{N},.])(?:(?:${digits}|${cardinalWords})${between}(?:${digits}|${cardinalWords})|\\d{1,3}\\s?½|½|${digits}|${cardinalWords}))`;

/** An ordinal in digits ("14.", "3rd") or in Danish or English words, to be read by `ordinalOf`. */
export const ordinalPattern = `(?:\\d{1,2}(?:\\.|st|nd|rd|th)|(?:${patternOf(ordinals)}))`;

/** The value of what `numberPattern` matched in a lower-case text; of a span ("4-6") its middle. */
export function numberOf(written: string): number {
  const known = cardinalValues.get(withoutGaps(written));
  if (known !== undefined) return known;
  const parts = written.split(/\s?[-–]\s?|\s(?:til|eller|or|to)\s/).map((part) => {
    const said = cardinalValues.get(withoutGaps(part));
    if (said !== undefined) return said;
    const half = part.endsWith('½') ? 0.5 : 0;
    return Number(part.replace('½', '').trim().replace(',', '.') || 0) + half;
  });
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** The value of what `ordinalPattern` matched in a lower-case text. */
export function ordinalOf(written: string): number {
  return ordinalValues.get(withoutGaps(written)) ?? Number.parseInt(written, 10);
}

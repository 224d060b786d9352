/** The beginnings of the months' names in Danish and English; the rest of a name follows or is left out. */
const months: ReadonlyArray<readonly string[]> = [
  ['jan(?:uar[iy]?)?'],
  ['feb(?:r?uar[iy]?)?'],
  ['mar(?:ts|ch)?'],
  ['apr(?:il)?'],
  ['maj', 'may'],
  ['jun[ie]?'],
  ['jul[iy]?'],
  ['aug(?:ust)?'],
  ['sept?(?:ember)?'],
  ['o[kc]t(?:ober)?'],
  ['nov(?:ember)?'],
  ['de[cs](?:ember)?'],
];

/** Matches the name of a month, as part of a regular expression with the flags `iu`. */
export const monthWords = months.flat().join('|');

const whole = months.map((names) => new RegExp(`^(?:${names.join('|')})$`, 'iu'));

/** Gives the number of the month, 1 to 12. */
export const monthNumber = (name: string): number => whole.findIndex((pattern) => pattern.test(name)) + 1;

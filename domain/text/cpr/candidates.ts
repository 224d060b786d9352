/** A date and four digits after it, which may be a CPR number. */
export interface Candidate {
  start: number;
  end: number;
  day: number;
  month: number;
  /** The year has two digits, or four when the writer gave the century. */
  year: string;
  serial: string;
  /** The signs between the first two parts of the date, the last two, and the date and the serial number. */
  gaps: readonly [string, string, string];
  /**
   * `digits`: two digits for each part, day first; `short`: with signs, so that a day or month may have one digit; `iso`:
   * year first; `words`: the month by its name; `loose`: ten digits in any groups or in words, or nine, as a spreadsheet leaves them.
   * The last is one only where a label says so.
   */
  form: 'digits' | 'short' | 'iso' | 'words' | 'loose';
}

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
const monthWords = months.flat().join('|');

const whole = months.map((names) => new RegExp(`^(?:${names.join('|')})$`, 'iu'));

/** Gives the number of the month, 1 to 12. */
const monthNumber = (name: string): number => whole.findIndex((pattern) => pattern.test(name)) + 1;

/** People put nothing, blanks, or one sign with or without blanks between day, month and year. */
const gap = '[\\p{Zs}\\t]{0,2}[-./_·\\u2010-\\u2015\\u2212]?[\\p{Zs}\\t]{0,2}';
const year = '(?:18|19|20)\\d{2}|\\d{2}';
const serial = '(\\d{4}|\\d{2}\\p{Zs}{1,2}\\d{2})(?!\\d)';

/** The words between date and serial number: "010190 og de sidste fire er 1234". */
const fillers =
  'og|and|samt|plus|med|with|then|så|de|the|sine|mine|hendes|hans|sidste|last|fire|four|4|cifre|digits|tal|er|is|are|' +
  'løbe-?nr|løbe-?nummer(?:et)?|serial|nr|nummer|number|no|endelsen?|kontrolcifre|efterfulgt|af';
const between =
  `([^\\p{L}\\d]{0,6}(?![^\\p{L}\\d])|` +
  `(?=[^\\d]{0,60}(?<!\\p{L})(?:og|and|samt|plus|så|then|sidste|last|løbe|serial|endelse|kontrol|efterfulgt))` +
  `[^\\p{L}\\d]{1,4}(?:(?:${fillers})(?!\\p{L})[^\\p{L}\\d]{1,4}){1,8})`;

/**
 * The ways to write a number. A lookahead tries every start, also inside a candidate that turns out to be something
 * else; all repeats are bounded, so the time grows linearly with the text.
 */
const digits = new RegExp(`(?<!\\d)(?=(\\d{2})(${gap})(\\d{2})(${gap})(${year})${between}${serial})`, 'gu');
const short = new RegExp(
  `(?<!\\d)(?=(\\d{1,2})(\\p{Zs}?[-./]\\p{Zs}?)(\\d{1,2})(\\p{Zs}?[-./\\p{Zs}]\\p{Zs}?)(${year})${between}${serial})`,
  'gu',
);
const iso = new RegExp(
  `(?<!\\d)(?=((?:18|19|20)\\d{2})([-./_]?)(\\d{2})([-./_]?)(\\d{2})([^\\p{L}\\d]{0,4})${serial})`,
  'gu',
);
const words = new RegExp(
  `(?<!\\d)(?=(\\d{1,2})((?:st|nd|rd|th)?[-.\\p{Zs}]{0,3}(?:of\\p{Zs})?)(${monthWords})(\\.?[-,\\p{Zs}]{0,3})(${year})${between}${serial})`,
  'giu',
);
const loose = /(?<!\d)(?=(\d(?:[\p{Zs}\t-]{0,2}\d){8,9})(?!\d))/gu;

/** The digits as they are spoken, by their value. */
const spoken = [
  'nul|zero|oh',
  'en|et|én|ét|one',
  'to|two',
  'tre|three',
  'fire|four',
  'fem|five',
  'seks|six',
  'syv|seven',
  'otte|eight',
  'ni|nine',
];
const spokenValues = new Map(spoken.flatMap((names, value) => names.split('|').map((name) => [name, value] as const)));
const spokenGap = '(?:[\\s,.-]{1,3}(?:(?:binde)?streg|dash|hyphen)[\\s,.-]{1,3}|[\\s,.-]{1,3})';
const inWords = new RegExp(
  `(?<!\\p{L})(?=((?:${spoken.join('|')})(?:${spokenGap}(?:${spoken.join('|')})){9})(?!\\p{L}))`,
  'giu',
);

/** Finds all that may be a CPR number by its form, in the order of the text, the longest first where several begin. */
export function candidatesIn(text: string): Candidate[] {
  return [
    ...dates(text, digits, 'digits'),
    ...dates(text, short, 'short'),
    ...dates(text, iso, 'iso'),
    ...dates(text, words, 'words'),
    ...Array.from(text.matchAll(loose), readLoose),
    ...Array.from(text.matchAll(inWords), readLoose),
  ].sort((one, other) => one.start - other.start || rank(one) - rank(other) || other.end - one.end);
}

const rank = ({ form }: Candidate) => (form === 'loose' ? 1 : 0);

function dates(text: string, pattern: RegExp, form: Exclude<Candidate['form'], 'loose'>): Candidate[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const [, first = '', firstGap = '', second = '', secondGap = '', third = '', yearGap = '', serial = ''] = match;
    const length = [first, firstGap, second, secondGap, third, yearGap, serial].join('').length;
    return {
      start: match.index,
      end: match.index + length,
      day: Number(form === 'iso' ? third : first),
      month: form === 'words' ? monthNumber(second) : Number(second),
      year: form === 'iso' ? first : third,
      serial: serial.replace(/\D/g, ''),
      gaps: [firstGap, secondGap, yearGap] as const,
      form,
      isSerialSplit: serial.length > 4,
    };
    // "10.120385 56.441712" is no group of two digits after a date.
  }).filter(({ isSerialSplit, gaps }) => !isSerialSplit || gaps[2] !== '');
}

function readLoose(match: RegExpExecArray): Candidate {
  const written = match[1] ?? '';
  const all = written
    .replace(/\p{L}+/gu, (word) => String(spokenValues.get(word.toLowerCase()) ?? ''))
    .replace(/\D/g, '')
    .padStart(10, '0');
  return {
    start: match.index,
    end: match.index + written.length,
    day: Number(all.slice(0, 2)),
    month: Number(all.slice(2, 4)),
    year: all.slice(4, 6),
    serial: all.slice(6),
    gaps: ['', '', ''],
    form: 'loose',
  };
}

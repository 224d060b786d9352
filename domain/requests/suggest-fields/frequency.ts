import { numberOf, numberPattern, ordinalOf, ordinalPattern } from '../../text/number-words.ts';

interface Frequency {
  timesPerMonth: number;
  /** Whether it sums others up: "altså 63 gange om måneden". */
  isSum: boolean;
  /** Its first character, in UTF-16 units. */
  start: number;
}

/** Times in an average month by the words for a period: 20 working days, 30 days and nights, 4 weeks. */
const periods: ReadonlyArray<[words: string, timesPerMonth: number]> = [
  ['dag(?:en)?|morgen|aften|vagt|days?|morning|shift', 20],
  ['døgn(?:et)?', 30],
  ['ugen?|(?:man|tirs|ons|tors|fre)dag|weeks?', 4],
  ['måned(?:en)?|mdr?\\.?|months?', 1],
  ['kvartal(?:et)?|quarter', 1 / 3],
  ['halve år|halvår', 1 / 6],
  ['år(?:et)?|forår|efterår|sommer|vinter|skoleår|jul|påske|years?|spring|autumn|summer|winter', 1 / 12],
];

/** The same, said in one word. */
const adverbs: ReadonlyArray<[words: string, timesPerMonth: number]> = [
  ['dagligt?|daily', 20],
  ['ugentligt?|weekly', 4],
  ['månedligt?|monthly', 1],
  ['kvartalsvist?|quarterly', 1 / 3],
  ['halvårligt', 1 / 6],
  ['årligt?|yearly|annually', 1 / 12],
  ['(?:den )?(?:første|sidste) i måneden', 1],
  ['om (?:man|tirs|ons|tors|fre|lør|søn)dagen|on (?:mon|tues|wednes|thurs|fri)days', 4],
];

/** From a week on, people count calendar days: "hver 14. dag" is every tenth working day, "hver anden dag" every second. */
const workingDaysIn = (days: number) => (days < 7 ? days : (days * 5) / 7);

const either = (table: ReadonlyArray<[string, number]>) => table.map(([words]) => words).join('|');

const frequencies = new RegExp(
  '(?<![\\p{L}\\p{N}])' +
    '(?<vague>(?:flere|mange|nogle|få|several|many|few|some) (?:gange|times) )?' +
    `(?:(?<count>${numberPattern}|once|twice)\\s?(?<times>gange?|x|times|(?!min|tim|kvarter|hour|dag|day|uge|week|mån|month|år|year|kr|pct|procent)\\p{L}{3,}(?= (?:om|pr\\.?|per|på en) ))?\\s)?` +
    `(?:(?<how>om|på en|på et|pr\\.?|per|i|hver|hvert|every|each|a) (?:eneste )?(?:(?<interval>other|${ordinalPattern}) )?` +
    `(?<period>${either(periods)})|(?<adverb>${either(adverbs)}))` +
    '(?![\\p{L}\\p{N}])',
  'gu',
);

/** After this comes the sum of all that was said before. */
const summing =
  /(?<!\p{L})(?:altså|dvs\.?|det vil sige|det bliver(?: til)?|i alt|that is|so|i\.e\.) (?:ca\.? |cirka |omkring |about )?$/u;

/** The request form accepts no more than this, so more is a typing error. */
const maxTimesPerMonth = 10_000;

const durationEnd = /(?<!\p{L})(?:min\.?|minut(?:ter|es?)?|min(?:ute)?s?|timer?|hours?|t\.?|kvarter)\s?$/u;

/** So many hours a week are an employment. */
const employment = /(?<!\d)(?:1\d|2\d|3\d)(?:[.,]\d)?\s?(?:timer|t\.?|hours)\s?$/u;

/** "Hver tirsdag og torsdag" is twice a week. */
const anotherDay = /^ (?:og|and) (?:hver |every )?(?:man|tirs|ons|tors|fre)dag(?!\p{L})/u;

/** After "hver første mandag" this makes it once a month, and not every Monday. */
const withinLonger = /^ (?:i|of|in) (?:the )?(?:måned|kvartal|år|month|quarter|year)/u;

/**
 * The frequencies that a lower-case text states. "Flere gange om ugen" states none, and in "mellem 10 og 12 hver dag" the
 * number is no count.
 */
export function frequenciesIn(text: string): Frequency[] {
  return [...text.matchAll(frequencies)].flatMap((match) => {
    const { vague, count, times, how = '', interval = '', period, adverb } = match.groups ?? {};
    if (vague !== undefined) return [];
    if (interval !== '' && withinLonger.test(text.slice(match.index + match[0].length))) return [];
    const isRepeated = /^(?:hver|every|each)/.test(how) || adverb !== undefined;
    const followsDuration = durationEnd.test(text.slice(Math.max(0, match.index - 10), match.index));
    if (count === undefined && employment.test(text.slice(Math.max(0, match.index - 14), match.index))) return [];
    if (!isRepeated && count === undefined && !followsDuration) return [];
    const base = adverb === undefined ? valueIn(periods, period ?? '') : valueIn(adverbs, adverb);
    const isCounted = times !== undefined || !isRepeated;
    const apart = interval === '' ? 1 : periodsApart(interval, period ?? '');
    const days = period !== undefined && anotherDay.test(text.slice(match.index + match[0].length)) ? 2 : 1;
    const timesPerMonth = Math.round(((isCounted ? timesOf(count) : 1) * days * base * 100) / apart) / 100;
    return timesPerMonth > 0 && timesPerMonth <= maxTimesPerMonth
      ? [{ timesPerMonth, isSum: summing.test(text.slice(0, match.index)), start: match.index }]
      : [];
  });
}

/** The number of periods from one time to the next: 2 for "hver anden uge". */
function periodsApart(interval: string, period: string): number {
  const apart = interval === 'other' ? 2 : ordinalOf(interval);
  return /^da(?:g|y)/.test(period) ? workingDaysIn(apart) : apart;
}

function timesOf(count: string | undefined): number {
  if (count === undefined || count === 'once') return 1;
  return count === 'twice' ? 2 : numberOf(count);
}

function valueIn(table: ReadonlyArray<[words: string, value: number]>, word: string): number {
  const entry = table.find(([words]) => new RegExp(`^(?:${words})$`, 'u').test(word));
  if (!entry) throw new Error(`no value for ${word}`);
  return entry[1];
}

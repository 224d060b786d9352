import { numberOf, numberPattern } from '../../text/number-words.ts';

interface Duration {
  minutes: number;
  /** The offset after its last character, in UTF-16 units. */
  end: number;
  /** The number of words that say that this is time spent each time: 1 or 2. */
  plainness: number;
}

const unit = '(?<unit>min(?:\\.|utter|utes|ute|ut|s)?|timer|time|tim\\.|hours?|kvarter|t\\.|t)(?![\\p{L}\\p{N}])';
const minutesPerUnit: ReadonlyArray<[start: string, minutes: number]> = [
  ['m', 1],
  ['k', 15],
  ['t', 60],
  ['h', 60],
];

const durations = new RegExp(
  `(?<half>(?<!\\p{L})(?:en halv|half an?)\\s(?:time|hour))(?!\\p{L})|(?<count>${numberPattern})\\s?${unit}`,
  'giu',
);

/** More hours than a day has are those of an employment ("32 timer om ugen"), and no time spent on one task. */
const maxMinutes = 24 * 60;

/** The distance at which a word of spending may stand before a duration, or of repeating after it, in UTF-16 units. */
const reach = 28;
const spending =
  /(?<!\p{L})(?:bruge[rt]?|tage[rt]?|koste[rt]?|spilde[rt]?|går der|takes?|took|spend|spent|costs?)(?!\p{L})[^.!?]*$/u;
const repeating =
  /^[^.!?]{0,14}?(?:(?<!\p{L})(?:hver|hvert|pr|per|om (?:dagen|ugen|måneden|året)|dagligt|ugentligt|månedligt|each|every|a (?:day|week|month|year))(?!\p{L}))/u;

/** Finds the durations in a lower-case text that a word of spending or of repeating accompanies. */
export function durationsIn(text: string): Duration[] {
  return [...text.matchAll(durations)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const after = text.slice(end, end + reach);
    const plainness = Number(spending.test(before)) + Number(repeating.test(after));
    const minutes = minutesOf(match);
    return plainness > 0 && minutes > 0 && minutes <= maxMinutes ? [{ minutes, end, plainness }] : [];
  });
}

function minutesOf(match: RegExpExecArray): number {
  const { half, count = '', unit: unitName = '' } = match.groups ?? {};
  if (half !== undefined) return 30;
  const [, minutes = 1] = minutesPerUnit.find(([start]) => unitName.startsWith(start)) ?? [];
  return Math.round(numberOf(count) * minutes);
}

import { numberOf, numberPattern } from '../../text/number-words.ts';

interface Duration {
  minutes: number;
  /** The offset after its last character, in UTF-16 units. */
  end: number;
  /** The number of words that say that this is time spent each time: 0, 1 or 2. */
  plainness: number;
}

const unit =
  '(?<unit>min(?:\\.|utters?|utes|ute|ut|s)?|minutters|timers?|time|times(?= \\p{L})(?! (?:an?|per|each|every|in|on|this|the|and|or|more|as|before|over|daily|weekly|monthly|yearly)(?!\\p{L}))|tim\\.|hours?|kvarters?|t\\.|t)(?![\\p{L}\\p{N}])';
const minutesPerUnit: ReadonlyArray<[start: string, minutes: number]> = [
  ['m', 1],
  ['k', 15],
  ['t', 60],
  ['h', 60],
];

const durations = new RegExp(
  `(?<quarters>(?<!\\p{L})(?:(?:three |a )?quarters? of an hour|kvarter(?= hver)))(?!\\p{L})|(?<day>(?<!\\p{L})(?:en|an?)\\s(?<part>hel|halv|whole|full|half)?\\s?(?:arbejds)?(?:dag|formiddag|eftermiddag|day|morning|afternoon))(?!\\p{L})|` +
    `(?<half>(?<!\\p{L})(?:en halv|half an?)\\s(?:time|hour))(?!\\p{L})|(?<count>${numberPattern})\\s?${unit}(?<more> (?:og |and )?(?:et kvarter|en halv|(?<rest>${numberPattern})\\s?m(?:in(?:\\.|utter|utes)?)?)(?!\\p{L})| and (?:a half|a quarter)(?!\\p{L}))?`,
  'giu',
);

/** More hours than a day has are those of an employment ("32 timer om ugen"), and no time spent on one task. */
const maxMinutes = 24 * 60;

/** The distance at which a word of spending may stand before a duration, or of repeating after it, in UTF-16 units. */
const reach = 28;
const spending =
  /(?<!\p{L})(?:bruge[rt]?|tage[rt]?|tar|tog|koste[rt]?|spilde[rt]?|går|gik|ryger|sidder|sad|står|stod|à|a|stykket|takes?|took|spend|spent|costs?)(?!\p{L})[^.!?]*$/u;
const repeating =
  /^[^.!?]{0,14}?(?:(?<!\p{L})(?:hver|hvert|pr|per|om (?:dagen|ugen|måneden|året)|dagligt|ugentligt|månedligt|each|every|a (?:day|week|month|year))(?!\p{L}))/u;

/** A wait, an opening, an employment, a meeting or a deadline is no time spent on the task. */
const otherTime =
  /(?<!\p{L})(?:vent\p{L}*|var(?:er|ede|et)(?= (?:ca\.? |cirka |omkring |kun |i )?$)|åben\p{L}*|lukk\p{L}*|stilling\p{L}*|ansæt\p{L}*|ansat|møde\p{L}*|kl|frist\p{L}*|inden|efter|end|forsink\p{L}*|siden|wait\p{L}*|open|closed|meeting|within|after|than)(?!\p{L})[^.!?]*$/u;

/**
 * Finds the durations in a lower-case text. Those that a word of spending or of repeating accompanies are plain; any
 * other counts only where it stands apart from waits, meetings and the like.
 */
export function durationsIn(text: string): Duration[] {
  return [...text.matchAll(durations)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const after = text.slice(end, end + reach);
    const plainness = Number(spending.test(before)) + Number(repeating.test(after));
    const minutes = minutesOf(match);
    // "En dag i marts" is no time spent.
    if (match.groups?.day !== undefined && !spending.test(before)) return [];
    const isSpent = plainness > 0 || !otherTime.test(before);
    return isSpent && minutes > 0 && minutes <= maxMinutes ? [{ minutes, end, plainness }] : [];
  });
}

/** A municipal working day, in minutes: 37 hours over five days. */
const workingDay = (37 / 5) * 60;

function minutesOf(match: RegExpExecArray): number {
  const { quarters, more = '', rest, day, part = '', half, count = '', unit: unitName = '' } = match.groups ?? {};
  if (day !== undefined)
    return /^hal/.test(part) || !/(?:da[gy])$/.test(day) || /middag$/.test(day) ? workingDay / 2 : workingDay;
  if (quarters !== undefined) return quarters.startsWith('three') ? 45 : 15;
  if (half !== undefined) return 30;
  const [, minutes = 1] = minutesPerUnit.find(([start]) => unitName.startsWith(start)) ?? [];
  return Math.round(numberOf(count) * minutes) + addedMinutes(more, rest);
}

/** The minutes after hours: "og et kvarter", "og en halv", "og 20 minutter". */
function addedMinutes(more: string, rest: string | undefined): number {
  if (rest !== undefined) return numberOf(rest);
  if (more === '') return 0;
  return /kvarter|quarter/.test(more) ? 15 : 30;
}

import { durationsIn } from './duration.ts';
import { frequenciesIn } from './frequency.ts';

interface ReadBurden {
  minutesPerTime: number | null;
  timesPerMonth: number | null;
}

/** A frequency belongs to a duration at most this many UTF-16 units before it: "2 timer om ugen". */
const nearby = 24;

/** A sentence that asks for something does not describe today's burden: "Kunne vi få én besked om ugen?" */
const wish =
  /(?<!\p{L})(?:kunne (?:man|vi)|kan (?:man|vi) (?:ikke|få)|burde|lad os|saml|ønsker?|could we|can we|should)(?!\p{L})/u;

/**
 * Reads how long something takes and how often, where the text states it plainly. A duration counts only beside a word
 * for spending ("tager", "bruger") or repeating ("hver gang", "om ugen"); two different ones that are equally plain
 * cancel each other.
 */
export function readBurden(text: string): ReadBurden {
  const readable = statements(text.normalize('NFC').toLowerCase());
  const durations = durationsIn(readable);
  const frequencies = frequenciesIn(readable);
  const plainest = Math.max(0, ...durations.map(({ plainness }) => plainness));
  const [duration, ...rivals] = durations.filter(({ plainness }) => plainness === plainest);
  const spent = duration && rivals.every(({ minutes }) => minutes === duration.minutes) ? duration : null;
  const beside = spent && frequencies.find(({ start }) => start >= spent.end && start - spent.end <= nearby);
  const [frequency, ...others] = beside ? [beside] : frequencies;
  const isOnly = others.every(({ timesPerMonth }) => timesPerMonth === frequency?.timesPerMonth);
  return {
    minutesPerTime: spent?.minutes ?? null,
    timesPerMonth: frequency && isOnly ? frequency.timesPerMonth : null,
  };
}

/** The text without its wishes; a full stop ends a sentence only before a blank, and not after "pr." or a number. */
function statements(text: string): string {
  return text
    .split(/(?<=[!?\n]|(?<!(?:(?<!\p{L})(?:pr|ca|min|md|tim|t)|\d))\.\s)/u)
    .filter((sentence) => !wish.test(sentence))
    .join('');
}

import { numberOf, numberPattern } from '../../text/number-words.ts';
import { durationsIn } from './duration.ts';
import { frequenciesIn } from './frequency.ts';

interface ReadBurden {
  minutesPerTime: number | null;
  timesPerMonth: number | null;
  peopleAffected: number | null;
}

/** A frequency belongs to a duration at most this many UTF-16 units before it: "2 timer om ugen". */
const nearby = 24;

/** A sentence that asks for something does not describe today's burden: "Kunne vi få én besked om ugen?" */
const wish =
  /(?<!\p{L})(?:kunne (?:man|vi)|kan (?:man|vi) (?:ikke|få)|burde|lad os|saml|ønsker?|could we|can we|should)(?!\p{L})/u;

/**
 * Reads how long something takes and how often, where the text states it plainly. A duration beside a word for spending
 * ("tager", "bruger") or repeating ("hver gang", "om ugen") counts before others; two different ones that are equally
 * plain cancel each other.
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
    peopleAffected: readPeople(readable),
  };
}

/** The text without its wishes; a full stop ends a sentence only before a blank, and not after "pr." or a number. */
function statements(text: string): string {
  return text
    .split(/(?<=[!?\n]|(?<!(?:(?<!\p{L})(?:pr|ca|min|md|tim|t)|\d))\.\s)/u)
    .filter((sentence) => !wish.test(sentence))
    .join('');
}

/** Those who do the work at a leader's: not the children, residents and citizens that it is done for. */
const staff =
  'medarbejdere|ansatte|voksne|kolleger|kollegaer|ledere|mellemledere|afdelingsledere|skoleledere|lærere|pædagoger|medhjælpere|' +
  'sosu(?:’?er|er)?|assistenter|hjælpere|sygeplejersker|sekretærer|administrative|rådgivere|sagsbehandlere|vejledere|' +
  'terapeuter|køkkenfolk|gartnere|chauffører|mand|mennesker|stykker|vikarer|teamledere|' +
  'employees|colleagues|staff|people|leaders|managers|teachers|nurses|assistants|carers|of us';

/** One word may stand between, as in "12 travle pædagoger" or "syv af mine ledere". */
const counted = new RegExp(
  `(?:(?<us>(?<!\\p{L})(?:vi|os) (?:er |på |alle )?)(?<those>${numberPattern})(?= (?:der|som|om|mand|på|i|her)|[.,!?)]|$)|` +
    `(?<count>${numberPattern})\\s(?:(?:af|ud af) (?:os|mine|vores|de)\\s|(?!om |pr |per |i |minut|time|uge|dage|gange|måned|år|kr)\\p{L}+e\\s)?\\p{L}*(?:${staff})(?!\\p{L}))`,
  'giu',
);

/**
 * The number of people at the writer's that a lower-case text names as doing the work; null where it names none, or several numbers.
 */
function readPeople(text: string): number | null {
  const found = [...text.matchAll(counted)].map(({ groups = {} }) =>
    Math.round(numberOf(groups.those ?? groups.count ?? '')),
  );
  const named = [...new Set(found.filter((count) => count > 1))];
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 ? only : null;
}

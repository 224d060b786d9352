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
  /(?<!\p{L})(?:kunne (?:man|vi)|kan (?:man|vi) (?:ikke|få)|burde|lad os|saml|(?:vi|jeg|man) ønsker|ønske om|could we|can we|should)(?!\p{L})/u;

/**
 * Reads how long something takes and how often, where the text states it plainly. A duration beside a word for spending
 * ("tager", "bruger") or repeating ("hver gang", "om ugen") counts before others; two different ones that are equally
 * plain cancel each other.
 */
export function readBurden(text: string): ReadBurden {
  const readable = statements(spelt(text.normalize('NFC').toLowerCase()));
  const durations = durationsIn(readable);
  const frequencies = frequenciesIn(readable);
  const plainest = Math.max(0, ...durations.map(({ plainness }) => plainness));
  const [duration, ...rivals] = durations.filter(({ plainness }) => plainness === plainest);
  const spent = duration && rivals.every(({ minutes }) => minutes === duration.minutes) ? duration : null;
  const beside = spent && frequencies.find(({ start }) => start >= spent.end && start - spent.end <= nearby);
  const sums = frequencies.filter(({ isSum }) => isSum);
  const [frequency, ...others] = sums.length > 0 ? sums : beside ? [beside] : frequencies;
  const isOnly = others.every(({ timesPerMonth }) => timesPerMonth === frequency?.timesPerMonth);
  return {
    minutesPerTime: spent?.minutes ?? null,
    timesPerMonth: frequency && isOnly ? frequency.timesPerMonth : null,
    peopleAffected: readPeople(readable),
  };
}

const span = new RegExp(
  `(?<!\\p{L})(?:mellem|between) (${numberPattern}) (?:og|and) (${numberPattern})(?= ?(?:min|tim|t\\.|hour|gang))`,
  'gu',
);

/** The words of time as a dialect or a keyboard without "å" has them: "wær dag" is "hver dag". */
function spelt(text: string): string {
  return text
    .replace(span, '$1 til $2')
    .replace(/(?<!\p{L})maan?ed/gu, 'måned')
    .replace(/(?<!\p{L})(?:w[æa]e?r|hw[æa]e?r|vær|hvær)(?= (?:dag|uge|måned|gang|mandag)(?!\p{L}))/gu, 'hver');
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
  'medarbejdere|ansatte|personer|pers\\.|voksne|kolleger|kollegaer|ledere|chefer|mellemledere|afdelingsledere|skoleledere|lærere|pædagoger|medhjælpere|' +
  'sosu(?:’?er|er)?|assistenter|hjælpere|plejersker|plejere|vagter|souschefer|stedfortrædere|kokke|læger|psykologer|instruktører|bibliotekarer|montører|damer|jurister|økonomer|sekretærer|administrative|rådgivere|sagsbehandlere|vejledere|' +
  'terapeuter|køkkenfolk|gartnere|chauffører|mands?|mennesker|stykker|vikarer|teamledere|folk|koordinatorer|konsulenter|' +
  'teknikere|portører|vægtere|trænere|controllere|fuldmægtige|specialister|praktikanter|pedeller|planlæggere|visitatorer|' +
  'employees|colleagues|workers|deputies|secretaries|drivers|cleaners|cooks|caretakers|carers|staff|people|leaders|managers|teachers|nurses|assistants|of us|af os';

const ofOurs = '(?:ud )?(?:af|of) (?:os|mine|vores|de|my|our|the)';
/** "Under ti ansatte" counts nobody, and "et par stykker" nobody exactly. */
const notCounted =
  '(?<!(?:under|over|mere end|flere end|færre end|mindst|højst|than|asked|spurgt|spør|spoer|ved|ve) )(?!et par )';

/** “Alle tre” are mostly no people but things that were just named. */
const fewOfAll = 4;

/** Groups of people, from the plainest on: those that the writer is one of, or calls all of their own. */
const groups = [
  `(?<!\\p{L})(?:vi|os) (?:er |på |alle )?(?<us>${numberPattern})(?= (?:der|som|om|mand|på|i|her|til)|[.,!?)]|$)`,
  `(?<!\\p{L})(?:alle|samtlige|all) (?:vores |mine )?(?<all>${numberPattern})(?= (?:i|på|her|der|som|of us)(?!\\p{L})|[.,!?)]|$)`,
  `(?<!\\p{L})os alle (?<ours>${numberPattern})`,
  `(?<!\\p{L})(?<both>begge) (?:mine|vores|to)(?!\\p{L})`,
];

const another =
  '(?:min|vores|my|our) (?:souschef|sekretær|viceleder|stedfortræder|kollega|administrative|deputy|secretary|assistant|colleague)';
/** The writer and others: "jeg og mine to afdelingsledere", "sekretæren og mig". */
const withMe = [
  `(?<!\\p{L})(?:jeg|mig|i|me) (?:og|and) (?:mine|vores|my|our) (?<mine>${numberPattern})(?= \\p{L})`,
  `(?<!\\p{L})(?<pair>(?:jeg|mig|i|me) (?:og|and) ${another}|(?:${another}|(?:souschefen|sekretæren)) (?:og|and) (?:jeg|mig|i|me))(?!\\p{L})`,
];

/** One word may stand between, as in "12 travle pædagoger" or "syv af mine ledere". */
const counted = [
  `${notCounted}(?<count>${numberPattern})\\s(?:${ofOurs}\\s(?:${numberPattern}\\s)?|` +
    '(?!om |pr |per |i |minut|time|uge|dage|gange|måned|år|kr)(?:\\p{L}+e|team|night|shift|office|support|care|social)\\s)?' +
    `\\p{L}*(?:${staff})(?!\\p{L})`,
];

const isFew = (all: string | undefined) => all !== undefined && numberOf(all) < fewOfAll;

const writer = /(?<!\p{L})(?:jeg|i)(?!\p{L})/u;
const withNobody = /(?<!\p{L})(?:helt alene|alene (?:med|om)|, alene(?=,|$)|on my own|all by myself)(?!\p{L})/u;

const onlyMe =
  /(?<!\p{L})(?:(?:kun|bare|only|just) (?:mig|me)(?: selv| alene)?|mig (?:selv )?alene)(?=[.,!?)]|$| (?:der|som|who))/u;

/** Whether the writer does it with nobody else: one sentence says both, in this order. */
function isAlone(text: string): boolean {
  if (onlyMe.test(text)) return true;
  return text.split(/[.!?]/).some((sentence) => {
    const at = sentence.search(writer);
    return at !== -1 && withNobody.test(sentence.slice(at));
  });
}

const patterns = [groups, withMe, counted].map((kinds) => new RegExp(kinds.join('|'), 'giu'));

/**
 * The number of people at the writer's that a lower-case text names as doing the work; null where it names none, or several
 * numbers that are equally plain.
 */
function readPeople(text: string): number | null {
  for (const pattern of patterns) {
    const found = [...text.matchAll(pattern)].map(({ groups: { us, ours, all, both, pair, mine, count } = {} }) => {
      if (both !== undefined || pair !== undefined) return 2;
      if (mine !== undefined) return Math.round(numberOf(mine)) + 1;
      return Math.round(numberOf(us ?? ours ?? all ?? count ?? '')) * Number(!isFew(all));
    });
    const [only, ...others] = new Set(found.filter((number) => number > 1));
    if (only !== undefined) return others.length === 0 ? only : null;
  }
  return isAlone(text) ? 1 : null;
}

import { firstOf, type Phrase, type Reader } from '../grammar/grammar.ts';
import { skipFillers } from '../grammar/skip.ts';
import { fixed, impossible, isKnownYear, withYear, yearly } from '../grammar/term.ts';
import { monthsSpan, yearOf } from '../span.ts';
import { schoolYears, seasons, steps, yearWords } from '../words/lexicon.ts';
import { findPhrase, type Match } from '../words/phrase-table.ts';
import { datedTerm, readFullYear, readSaidYear, readShortYear } from './year-suffix.ts';

/** "2027/28", "27-28", "2027-2028": the first of two years in a row. */
export function readYearPair({ tokens }: Phrase, at: number): Match<number> | null {
  const [first, mark, second] = tokens.slice(at, at + 3);
  if (first?.kind !== 'number' || second?.kind !== 'number' || !mark || !'/-'.includes(mark.text)) return null;
  const widths = [first.text.length, second.text.length];
  if (!widths.every((width) => width === 2 || width === 4)) return null;
  const year = first.text.length === 2 ? 2000 + first.value : first.value;
  return second.value % 100 === (year + 1) % 100 ? { meaning: year, next: at + 3 } : null;
}

const calendarYear = (year: number) => monthsSpan(year, 1, 12);
const schoolYear = yearly((year) => monthsSpan(year, 8, 12));

/** "the 2027/28 school year", and "2027/28" alone. */
const readPairFirst: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const pair = readYearPair(phrase, at);
  const word = pair && findPhrase(schoolYears, tokens, pair.next);
  const isSlashed = tokens[at + 1]?.text === '/' && tokens[at]?.text.length === 4;
  if (!pair || !(word || isSlashed)) return null;
  return { term: withYear(schoolYear, pair.meaning), next: word?.next ?? pair.next };
};

/** "skoleåret 2027/28", "skoleår 27/28", "next school year"; bare, the one we are in. */
const readSchoolYear: Reader = (phrase, at) => {
  const { tokens, today } = phrase;
  const step = findPhrase(steps, tokens, at);
  const word = findPhrase(schoolYears, tokens, step?.next ?? at);
  if (!word) return null;
  if (step) {
    const current = yearOf(today) - (today.slice(5) < '08-01' ? 1 : 0);
    return { term: withYear(schoolYear, current + step.meaning), next: word.next };
  }
  const pair = readYearPair(phrase, skipFillers(tokens, word.next, []));
  return pair
    ? { term: withYear(schoolYear, pair.meaning), next: pair.next }
    : datedTerm(phrase, schoolYear, word.next);
};

/** "vinter 2027/28", "vinteren 27/28". */
const readWinter: Reader = (phrase, at) => {
  const word = findPhrase(seasons, phrase.tokens, at);
  const pair = word?.meaning === 12 ? readYearPair(phrase, skipFillers(phrase.tokens, word.next, [])) : null;
  return pair ? { term: fixed(monthsSpan(pair.meaning, 12, 3)), next: pair.next } : null;
};

/** A year written in four digits, not glued to a name ("Vision2030"); others than 2000–2099 only where a year must be. */
const readPlainYear: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const before = tokens[at - 1];
  if (tokens[at]?.joined && before?.kind !== 'mark') return null;
  const year = readFullYear(phrase, at);
  if (!year) return null;
  if (isKnownYear(year.meaning)) return { term: fixed(calendarYear(year.meaning)), next: year.next };
  const mustBeYear = tokens.length === 1 || ['i', 'in', 'of'].includes(before?.text ?? '');
  return mustBeYear ? { term: impossible(), next: year.next } : null;
};

/** "budgetår 2027", "året '27", "FY27". */
const readWordedYear: Reader = (phrase, at) => {
  const word = findPhrase(yearWords, phrase.tokens, at);
  const year = word && (readFullYear(phrase, word.next) ?? readShortYear(phrase, word.next));
  return year && { term: withYear(yearly(calendarYear), year.meaning), next: year.next };
};

/** "i år", "næste år". */
const readStepYear: Reader = (phrase, at) => {
  const year = findPhrase(steps, phrase.tokens, at) ? readSaidYear(phrase, at) : null;
  return year && { term: fixed(calendarYear(year.meaning)), next: year.next };
};

/** "'27". */
const readQuotedYear: Reader = (phrase, at) => {
  const year = phrase.tokens[at]?.text === "'" ? readShortYear(phrase, at) : null;
  return year && { term: fixed(calendarYear(year.meaning)), next: year.next };
};

/** One calendar year. */
export const readYear: Reader = (phrase, at) =>
  firstOf([readStepYear, readWordedYear, readPlainYear, readQuotedYear], phrase, at);

/** "27" where a year must stand: after "primo", "slut". */
export const readShortYearAlone: Reader = (phrase, at) => {
  const year = phrase.tokens[at]?.dot ? null : readShortYear(phrase, at);
  return year && { term: fixed(calendarYear(year.meaning)), next: year.next };
};

/** Years that span New Year: they begin like a plain year or season, and so are tried before those. */
export const spanningYearReaders: readonly Reader[] = [readSchoolYear, readPairFirst, readWinter];

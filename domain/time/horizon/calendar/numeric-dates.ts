import type { Found, Phrase, Reader } from '../grammar/grammar.ts';
import { isKnownYear, type Term, withYear, yearly } from '../grammar/term.ts';
import { daySpan, monthsSpan } from '../span.ts';
import { countedThings } from '../words/lexicon-noise.ts';
import { findPhrase, type Match } from '../words/phrase-table.ts';
import type { Token } from '../words/tokens.ts';
import { readYearAfter } from './year-suffix.ts';

/** A day of the year; resolves to nothing in years that do not have it. */
export function dayTerm(month: number, day: number): Term {
  return yearly((year) => daySpan(year, month, day));
}

function monthTerm(month: number, year: number): Term {
  return withYear(
    yearly((ofYear) => monthsSpan(ofYear, month, 1)),
    year,
  );
}

const isMonth = (value: number) => value >= 1 && value <= 12;

/** A number of some digits at a token, written close to what is before it. */
function joinedNumber(token: Token | undefined, digits: readonly number[]): Token | null {
  return token?.kind === 'number' && token.joined && digits.includes(token.text.length) ? token : null;
}

/** "2027-10-01", "2027/10/01", and "2027-10" for the month. */
export const readIsoDate: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const [year, mark, second, secondMark, third] = tokens.slice(at, at + 5);
  if (year?.kind !== 'number' || year.text.length !== 4) return readDateInOneNumber(phrase, at);
  if (mark?.text !== '-' && mark?.text !== '/') return null;
  const month = joinedNumber(second, [2]);
  const day = secondMark?.text === mark.text && secondMark.joined ? joinedNumber(third, [1, 2]) : null;
  if (month && day) return { term: withYear(dayTerm(month.value, day.value), year.value), next: at + 5 };
  return month && isMonth(month.value) ? { term: monthTerm(month.value, year.value), next: at + 3 } : null;
};

/** "20270501". */
const readDateInOneNumber: Reader = ({ tokens }, at) => {
  const token = tokens[at];
  const [, year, month, day] = /^(20\d\d)(\d\d)(\d\d)$/.exec(token?.kind === 'number' ? token.text : '') ?? [];
  const term = year && dayTerm(Number(month), Number(day));
  return term && daySpan(Number(year), Number(month), Number(day))
    ? { term: withYear(term, Number(year)), next: at + 1 }
    : null;
};

/** The mark between two numbers of a date: a full stop that belongs to the first, a slash or a dash. */
function separator({ tokens }: Phrase, at: number): Match<string> | null {
  const mark = tokens[at + 1];
  if (mark?.text === '/' || mark?.text === '-') return { meaning: mark.text, next: at + 2 };
  return tokens[at]?.dot ? { meaning: '.', next: at + 1 } : null;
}

/** "1/10", "01.10.2027", "1/10-27", "1-10-2027", and "10/2027" for the month. */
export const readNumericDate: Reader = (phrase, at) => {
  const first = phrase.tokens[at];
  const mark = separator(phrase, at);
  if (!mark) return null;
  const second = phrase.tokens[mark.next];
  if (first?.kind !== 'number' || first.text.length > 2 || second?.kind !== 'number') return null;
  if (second.text.length === 4) {
    const isMonthOfYear = isMonth(first.value) && second.joined && isKnownYear(second.value);
    return isMonthOfYear ? { term: monthTerm(first.value, second.value), next: mark.next + 1 } : null;
  }
  return second.text.length <= 2 ? readFromMonth(phrase, mark, first, second) : null;
};

/** The rest of a date whose day and month are known: with a year, or without where it cannot be an amount. */
function readFromMonth(phrase: Phrase, mark: Match<string>, day: Token, month: Token): Found | null {
  const after = mark.next + 1;
  const term = dayTerm(month.value, day.value);
  const year = readYearInOneGo(phrase, after, mark.meaning) ?? readYearAfter(phrase, after);
  if (year) return { term: withYear(term, year.meaning), next: year.next };
  const isDate = mark.meaning !== '-' && month.joined && isMonth(month.value) && day.value <= 31;
  return isDate && !isAmount(phrase, after, day, month) ? { term, next: after } : null;
}

/** Two or four digits right after day and month, with the same mark: "1.10.27", "1/10/2027". */
function readYearInOneGo({ tokens }: Phrase, at: number, mark: string): Match<number> | null {
  const start = tokens[at]?.text === mark ? at + 1 : at;
  const year = joinedNumber(tokens[start], [2, 4]);
  if (!year || (tokens[start + 1]?.text === '/' && joinedNumber(tokens[start + 2], [1, 2, 4]))) return null;
  return { meaning: year.text.length === 2 ? 2000 + year.value : year.value, next: start + 1 };
}

/** "1/3 af lejekontrakterne", "2.5 mio." and "24/7" are no dates. */
function isAmount({ tokens }: Phrase, at: number, day: Token, month: Token): boolean {
  const isRoundTheClock = day.text === '24' && month.text === '7';
  const isShare = ['af', 'of', '%'].includes(tokens[at]?.text ?? '');
  return isRoundTheClock || isShare || findPhrase(countedThings, tokens, at) !== null;
}

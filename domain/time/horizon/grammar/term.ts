import { type Span, shift, yearOf } from '../span.ts';

/**
 * A time as it was written, before it is known which year is meant.
 * "oktober" is a term without a year, "oktober 2027" and "next week" are terms with one.
 */
export type Term = Readonly<{
  /** The days it covers in a year; null when that year has no such day or week. */
  spanIn: (year: number) => Span | null;
  /** Written or said ("next year"); null when the phrase leaves it out. */
  year: number | null;
  /** The span that must not have ended in the year that is meant; a holiday ends before the month after it does. */
  upcoming: (year: number) => Span | null;
  /** "tidligst X": a first day and no last. */
  openEnded: boolean;
}>;

/** A year outside these is a typing error. */
const firstYear = 2000;
const lastYear = 2099;

/** The next 29 February is at most eight years away. */
const furthestYear = 8;

/** A time that comes back every year. */
export function yearly(spanIn: Term['spanIn'], upcoming: Term['upcoming'] = spanIn): Term {
  return { spanIn, year: null, upcoming, openEnded: false };
}

/** A time that needs no year. */
export function fixed(span: Span): Term {
  const spanIn = () => span;
  return { spanIn, year: yearOf(span.start), upcoming: spanIn, openEnded: false };
}

/** A term that names a day or a period that no year has: "5. kvartal". */
export function impossible(): Term {
  return { spanIn: () => null, year: firstYear, upcoming: () => null, openEnded: false };
}

/** The term with its days changed, in whatever year it falls. */
export function mapTerm(term: Term, change: (span: Span) => Span): Term {
  const spanIn = (year: number) => {
    const span = term.spanIn(year);
    return span && change(span);
  };
  return { ...term, spanIn, upcoming: term.upcoming === term.spanIn ? spanIn : term.upcoming };
}

export function withYear(term: Term, year: number): Term {
  return { ...term, year };
}

/** The year meant: the one written, or the first in which the term does not end before today; null when none has it. */
function meantYear(term: Term, today: string): number | null {
  if (term.year !== null) return term.year;
  const thisYear = yearOf(today);
  for (let year = thisYear - 1; year <= thisYear + furthestYear; year += 1) {
    const span = term.upcoming(year);
    if (span && span.end >= today) return year;
  }
  return null;
}

/** Tells whether a number can be the year of a horizon. */
export function isKnownYear(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

/** The days a term means, or null when it names none that exist between 2000 and 2099. */
export function resolve(term: Term, today: string): Span | null {
  const year = meantYear(term, today);
  return year !== null && isKnownYear(year) ? term.spanIn(year) : null;
}

/** "marts og april" is one stretch, "marts og september" is two times: whether one ends right before the other. */
export function adjoins(from: Term, to: Term, today: string): boolean {
  const last = resolve(to, today);
  if (!last) return false;
  const eve = shift(last.start, { days: -1 });
  return resolve(from.year === null ? withYear(from, yearOf(eve)) : from, today)?.end === eve;
}

/**
 * From the first day of one term to the last of another. A year written once counts for both, and a range that would
 * run backwards crosses New Year ("nov.-feb. 2027" begins in 2026). Null when both have a year and run backwards.
 */
export function rangeOf(from: Term, to: Term, today: string): Term | null {
  const crossing = (a: Term, b: Term) => {
    const [first, last] = [resolve(a, today), resolve(b, today)];
    return first && last && first.start <= last.end ? fixed({ start: first.start, end: last.end }) : null;
  };
  if (from.year !== null && to.year !== null) {
    return resolve(from, today) && resolve(to, today) ? crossing(from, to) : impossible();
  }
  if (from.year !== null) {
    return crossing(from, withYear(to, from.year)) ?? crossing(from, withYear(to, from.year + 1)) ?? impossible();
  }
  const year = to.year === null ? meantYear(to, today) : yearOf(resolve(to, today)?.end ?? `${to.year}`);
  if (year === null) return impossible();
  const last = to.year === null ? withYear(to, year) : to;
  return crossing(withYear(from, year), last) ?? crossing(withYear(from, year - 1), last) ?? impossible();
}

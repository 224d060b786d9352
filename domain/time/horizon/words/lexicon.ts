import { cardinals, ordinals } from '../../../text/number-words.ts';
import type { Third, TimeUnit } from '../span.ts';
import { phraseTable } from './phrase-table.ts';

/** Months of the year, counted from 1. */
export const months = phraseTable<number>([
  [1, 'januar, january, jan'],
  [2, 'februar, february, feb, febr'],
  [3, 'marts, march, mar'],
  [4, 'april, apr'],
  [5, 'maj, may'],
  [6, 'juni, june, jun'],
  [7, 'juli, july, jul'],
  [8, 'august, aug'],
  [9, 'september, sept, sep'],
  [10, 'oktober, october, okt, oct'],
  [11, 'november, nov'],
  [12, 'december, dec'],
]);

/** Seasons by the month in which they begin; each has three months. */
export const seasons = phraseTable<number>([
  [3, 'forår, foråret, forårets, forårets løb, spring, springtime'],
  [6, 'sommer, sommeren, sommerens, sommerens løb, summer, summertime'],
  [9, 'efterår, efteråret, efterårets, efterårets løb, autumn, fall'],
  [12, 'vinter, vinteren, vinterens, vinterens løb, winter'],
]);

/** A third of a season said in one word. */
export const seasonThirds = phraseTable<{ season: number; third: Third }>([
  [{ season: 6, third: 0 }, 'forsommer, forsommeren'],
  [{ season: 6, third: 2 }, 'sensommer, sensommeren'],
  [{ season: 9, third: 2 }, 'senefterår, senefteråret'],
]);

export const schoolYears = phraseTable<true>([
  [true, 'skoleår, skoleåret, skoleårets, school year, academic year, schoolyear'],
]);

/** The day on which schools begin, said for the month: the first days of August. */
export const schoolStarts = phraseTable<true>([
  [true, 'skolestart, skolestarten, skoleårets start, skoleårets begyndelse, start of school, school start'],
  [true, 'start of the school year, start of term'],
]);

/** Words that may stand before a year, and after "next", without changing it. */
export const yearWords = phraseTable<true>([
  [true, 'år, året, årets, year, calendar year, financial year, fiscal year, budget year, budget, budgettet, fy'],
  [true, 'budgetår, budgetåret, kalenderår, kalenderåret, regnskabsår, regnskabsåret, finansår, finansåret'],
]);

export const halfWords = phraseTable<true>([
  [true, 'halvår, halvåret, halvårs, halvårets, halve år, half year, half of the year, h, semester, sem'],
]);

/** "Første halvdel af": half of whatever follows. */
export const halfOfWords = phraseTable<true>([[true, 'halvdel, halvdelen, half']]);

export const quarterWords = phraseTable<true>([
  [true, 'kvartal, kvartalet, kvartals, kvartalets, fjerdedel, kvt, kvrt, kvart, kv, quarter, qtr, q, k'],
]);

export const weekWords = phraseTable<true>([[true, 'uge, ugen, ugerne, uger, ug, ueg, week, weeks, wk, w, u']]);

export const units = phraseTable<TimeUnit>([
  ['day', 'dag, dage, dages, dagene, day, days'],
  ['week', 'uge, uger, ugers, ugen, ugens, uges, week, weeks'],
  ['month', 'måned, måneder, måneders, måneden, månedens, måneds, månederne, md, mdr, mdrs, mnd, month, months, mth'],
  ['quarter', 'kvartal, kvartaler, kvartals, kvartalet, kvartalets, quarter, quarters'],
  ['half', 'halvår, halvåret, halvårets, halve år, half year, half years'],
  ['year', 'år, års, året, årets, year, years, yr, yrs, budgetår, budgetåret, kalenderår, kalenderåret'],
]);

/** A unit said as the one we are in: "årets udgang", "end of the month". */
export const unitsWeAreIn = phraseTable<TimeUnit>([
  ['week', 'ugen, ugens, the week, week'],
  ['month', 'måneden, månedens, the month, month'],
  ['quarter', 'kvartalet, kvartalets, the quarter, quarter'],
  ['half', 'halvåret, halvårets, the half year'],
  ['year', 'året, årets, the year, the calendar year, kalenderåret, kalenderårets, year, budgetåret'],
]);

/** The number of units from the one we are in. */
export const steps = phraseTable<number>([
  [-1, 'sidste, forrige, seneste, last, previous'],
  [0, 'dette, denne, indeværende, nuværende, this, the current, current, i'],
  [
    1,
    'næste, naeste, næstkommende, kommende, førstkommende, nye, nyt, new, next, coming, upcoming, following, this coming',
  ],
  [2, 'overnæste'],
]);

/** Rows of a phrase table for numbers. A phrase of several words is also read when it is written as one word. */
const asRows = (numbers: typeof cardinals) =>
  numbers.map(([value, spellings]) => {
    return [value, [...spellings, ...spellings.map((phrase) => phrase.replaceAll(' ', ''))].join()] as const;
  });

export const numberWords = phraseTable(asRows(cardinals));

/** Whole lengths of time in months. */
export const lengthsInMonths = phraseTable<number>([
  [3, 'et kvart år, kvart år, a quarter of a year'],
  [6, 'et halvt år, et halvt års, et halvår, et halvårs, halvt år, halvt års, halve år, half a year'],
  [6, 'a half year, half year, 0 5 år'],
  [9, 'trekvart år, et trekvart år, three quarters of a year'],
  [12, 'et helt år, a whole year'],
  [18, 'halvandet år, halvandet års, et og et halvt år, a year and a half, one and a half years'],
  [30, 'to et halvt år, to og et halvt år, two and a half years'],
]);

/** Whole lengths of time in days. */
export const lengthsInDays = phraseTable<number>([
  [14, 'a fortnight, fortnight'],
  [45, 'halvanden måned, halvanden måneds, a month and a half'],
]);

export const ordinalWords = phraseTable<number>([...asRows(ordinals), [2, 'latter']]);

/** The first of its kind. */
export const firstWords = phraseTable<true>([[true, 'første, first']]);

/** The last of its kind, counted from the end. */
export const lastWords = phraseTable<true>([[true, 'sidste, last, final']]);

export const romanNumbers = phraseTable<number>([
  [2, 'ii'],
  [3, 'iii'],
  [4, 'iv'],
]);

export const ordinalEndings = phraseTable<true>([[true, 'st, nd, rd, th, ste, den, det, te, de, e']]);

export const weekdays = phraseTable<number>([
  [1, 'mandag, monday, mon'],
  [2, 'tirsdag, tuesday, tue'],
  [3, 'onsdag, wednesday, wed'],
  [4, 'torsdag, thursday, thu'],
  [5, 'fredag, friday, fri'],
  [6, 'lørdag, saturday, sat'],
  [7, 'søndag, sunday, sun'],
]);

import { shift, type TimeUnit, unitAround } from '../span.ts';
import { lengthsInDays, lengthsInMonths, steps, units } from '../words/lexicon.ts';
import { aheadAfter, aheadWords, daysFromToday, lengthTails } from '../words/lexicon-relations.ts';
import { readCount } from '../words/numbers.ts';
import { findPhrase } from '../words/phrase-table.ts';
import type { Found, Phrase, Reader } from './grammar.ts';
import { skipFillers } from './skip.ts';
import { fixed, impossible, type Term } from './term.ts';

/** A length of time, and the calendar unit that its end is given in. */
type Length = { by: { days?: number; weeks?: number; months?: number }; unit: TimeUnit };
type LengthFound = { from: Length; to: Length; next: number };

/** Half a month is 15 days. */
function lengthOf(count: number, unit: TimeUnit): Length {
  const whole = Math.floor(count);
  const half = count > whole;
  switch (unit) {
    case 'day':
      return { by: { days: Math.round(count) }, unit };
    case 'week':
      return { by: { weeks: whole, days: half ? 3 : 0 }, unit };
    case 'month':
      return { by: { months: whole, days: half ? 15 : 0 }, unit };
    case 'quarter':
      return { by: { months: Math.round(count * 3) }, unit: 'month' };
    case 'half':
      return { by: { months: Math.round(count * 6) }, unit: 'month' };
    case 'year':
      return { by: { months: Math.round(count * 12) }, unit: 'month' };
  }
}

/** "3 uger", "2-3 måneder", "et halvt år", "a couple of months". */
function readLength({ tokens }: Phrase, at: number): LengthFound | null {
  const inMonths = findPhrase(lengthsInMonths, tokens, at);
  const inDays = findPhrase(lengthsInDays, tokens, at);
  const whole = inMonths ?? inDays;
  if (whole) {
    const length: Length = inMonths
      ? { by: { months: inMonths.meaning }, unit: 'month' }
      : { by: { days: whole.meaning }, unit: whole.meaning === 14 ? 'day' : 'month' };
    return { from: length, to: length, next: tail(tokens, whole.next) };
  }
  const first = readCount(tokens, at);
  if (!first) return null;
  const joins = /^(-|to|til|eller|or|\/)$/.test(tokens[first.next]?.text ?? '');
  const second = joins ? readCount(tokens, first.next + 1) : null;
  const unitStart = (second ?? first).next;
  const unit = findPhrase(units, tokens, tokens[unitStart]?.text === '-' ? unitStart + 1 : unitStart);
  if (!unit) return null;
  return {
    from: lengthOf(first.meaning, unit.meaning),
    to: lengthOf((second ?? first).meaning, unit.meaning),
    next: tail(tokens, unit.next),
  };
}

function tail(tokens: Phrase['tokens'], at: number): number {
  return findPhrase(lengthTails, tokens, at)?.next ?? at;
}

/** The calendar units that the ends of a length fall in, counted from today; "27 til 7 uger" is no time. */
function aheadTerm({ today }: Phrase, { from, to }: LengthFound): Term {
  const land = ({ by, unit }: Length) => unitAround(shift(today, by), unit, 0);
  const [start, end] = [land(from).start, land(to).end];
  return start <= end ? fixed({ start, end }) : impossible();
}

/** "om ca. 3 uger", "in about two months", "three weeks from now". */
const readAhead: Reader = (phrase, at) => {
  const { tokens } = phrase;
  const lead = findPhrase(aheadWords, tokens, at);
  const length = readLength(phrase, lead ? skipFillers(tokens, lead.next, []) : at);
  if (!length) return null;
  const after = findPhrase(aheadAfter, tokens, length.next);
  return lead || after ? { term: aheadTerm(phrase, length), next: after?.next ?? length.next } : null;
};

/** A length and nothing else: "ca. 3 måneder" as the whole phrase is the same as "om ca. 3 måneder". */
export function readBareLength(phrase: Phrase): Term | null {
  const length = readLength(phrase, skipFillers(phrase.tokens, 0, []));
  return length && length.next === phrase.tokens.length ? aheadTerm(phrase, length) : null;
}

/** After "within": "3 uger", "de næste to måneder", "the next year". From today to today and the length. */
export function readLengthFromToday(phrase: Phrase, at: number, needsCount: boolean): Found | null {
  const { tokens, today } = phrase;
  const start = skipFillers(tokens, at, []);
  const step = findPhrase(steps, tokens, start);
  const counted = readLength(phrase, step?.meaning === 1 ? step.next : start);
  if (counted) {
    return { term: fixed({ start: today, end: shift(today, counted.to.by) }), next: counted.next };
  }
  const unit = step?.meaning === 1 && !needsCount ? findPhrase(units, tokens, step.next) : null;
  return unit && { term: fixed({ start: today, end: shift(today, lengthOf(1, unit.meaning).by) }), next: unit.next };
}

/** "de næste 3 måneder", "the next two weeks". */
const readNextUnits: Reader = (phrase, at) =>
  findPhrase(steps, phrase.tokens, at)?.meaning === 1 ? readLengthFromToday(phrase, at, true) : null;

/** "næste uge", "this quarter", "indeværende måned". */
const readSteppedUnit: Reader = ({ tokens, today }, at) => {
  const step = findPhrase(steps, tokens, at);
  const unit = step && findPhrase(units, tokens, step.next);
  if (!unit || (tokens[at]?.text === 'i' && tokens[at + 1]?.text !== 'år')) return null;
  return { term: fixed(unitAround(today, unit.meaning, step?.meaning ?? 0)), next: unit.next };
};

/** "i dag", "straks", "tomorrow". */
const readNearDay: Reader = ({ tokens, today }, at) => {
  const day = findPhrase(daysFromToday, tokens, at);
  return day && { term: fixed(unitAround(today, 'day', day.meaning)), next: day.next };
};

/** Readers of times that count from today. */
export const relativeReaders: readonly Reader[] = [readNearDay, readAhead, readNextUnits, readSteppedUnit];

import type { FieldProblem } from '../input.ts';
import { type AskedTime, asks } from '../requests/record/asks.ts';
import { hasWords } from '../text/clean-text.ts';
import { type Horizon, isPlainHorizon, readHorizon } from '../time/horizon/read.ts';
import { shift } from '../time/horizon/span.ts';
import { localDate } from '../time/local-time.ts';
import type { Decision } from '../vocabulary.ts';

/** The time of an answer as it was typed or picked. */
export interface TypedTime {
  decision: Decision;
  /** Typed: a time, or the reason for having none. */
  horizon: string;
  /** A period that was picked instead, as `2027-01-01/2027-06-30`; empty when none was. */
  horizonPicked?: string | undefined;
}

export interface ReadTime {
  horizon: Horizon;
  noDateReason: string | null;
  /** The words do not plainly tell what was read: their writer must see it before the answer is sent. */
  isDoubtful: boolean;
}

const noTime: Horizon = { text: '', start: null, end: null };

/** So few words are no reason; they are a time that could not be read, such as "snart" or "næste forar". */
const wordsOfAReason = 4;

/** Reads the time that a decision asks for, or gives the problem of its field. A typed time wins over a picked one. */
export function readTime({ decision, horizon, horizonPicked }: TypedTime, now: Date): ReadTime | FieldProblem {
  const { time } = asks[decision];
  if (time === null) return { horizon: noTime, noDateReason: null, isDoubtful: false };
  const today = localDate(now);
  const typed = horizon.trim();
  if (typed === '') {
    if (!horizonPicked) return 'required';
    const [start = '', end = ''] = horizonPicked.split('/');
    return timely(decision, { text: '', start, end }, false, today);
  }
  const said = time === 'since' ? typed.replace(/^(siden|since)\s+/i, '') : typed;
  const read = time === 'since' ? readPast(said, today) : readHorizon(said, today);
  const isPlain = isPlainHorizon(said, today);
  switch (read.found) {
    case 'period': {
      // Today by name needs no asking.
      const isToday = read.start === today && read.end === today;
      return timely(decision, { text: typed, start: read.start, end: read.end }, !isPlain && !isToday, today);
    }
    case 'impossible':
      return 'horizon-impossible';
    case 'open':
    case 'unknown':
      return withoutDate(time, typed, read.found === 'open' && isPlain ? 'said' : 'guessed');
  }
}

/** Reads a time that has passed: without a year it is the last one, not the next. */
function readPast(said: string, today: string): ReturnType<typeof readHorizon> {
  const next = readHorizon(said, today);
  if (next.found !== 'period' || next.start <= today) return next;
  const aYearAgo = shift(today, { months: -12 });
  const last = readHorizon(said, aYearAgo);
  if (last.found !== 'period' || last.start > today) return next;
  // "om to uger" counts from the day on which it is said, and lies ahead.
  const later = readHorizon(said, shift(aYearAgo, { months: 1 }));
  return later.found === 'period' && later.start === last.start ? last : next;
}

/** The days of a horizon in one word, for a form to hold. */
export function horizonKey({ start, end }: Pick<Horizon, 'start' | 'end'>): string {
  return `${start ?? ''}/${end ?? ''}`;
}

function timely(decision: Decision, horizon: Horizon, isDoubtful: boolean, today: string): ReadTime | FieldProblem {
  const { time } = asks[decision];
  const { end } = horizon;
  if (time === 'since' && isAhead(horizon, today)) return 'horizon-ahead';
  // The part that can be had may be there already.
  if (time === 'promised' && decision !== 'partly' && end !== null && end < today) return 'horizon-past';
  if (time === 'until' && (end === null || end <= today)) return 'horizon-end-required';
  return { horizon, noDateReason: null, isDoubtful };
}

/** "Senest 1. juni" has no first day of its own, and is read from today on. */
function isAhead({ text, start, end }: Horizon, today: string): boolean {
  if (start === null || start > today) return start !== null;
  return text !== '' && start === today && end !== null && end > today;
}

/** A promise may have a reason instead of a date. Where no word says so, the writer sees that it goes out as one. */
function withoutDate(time: AskedTime, typed: string, absence: 'said' | 'guessed'): ReadTime | FieldProblem {
  if (time === 'until') return 'horizon-end-required';
  if (time === 'since') return 'horizon-since-unknown';
  const isReason = typed.split(/\s+/).filter(hasWords).length >= wordsOfAReason;
  if (isReason) return { horizon: noTime, noDateReason: typed, isDoubtful: absence === 'guessed' };
  return absence === 'said' ? 'no-date-reason-required' : 'horizon-unknown';
}

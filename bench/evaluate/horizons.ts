import { readHorizon } from '../../domain/time/horizon/read.ts';
import { share, type Task, textOf } from './task.ts';

interface Line {
  text: string;
  today: string;
  /** Dates, `yyyy-mm-dd`, or both null where the text names no time. */
  start: string | null;
  end: string | null;
}

interface Read {
  start: string | null;
  end: string | null;
  found: ReturnType<typeof readHorizon>['found'];
}

const isDateOrNull = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));

const isExact = (line: Line, { start, end }: Read) => line.start === start && line.end === end;

/** Whether the days are exactly those that the words mean. */
export const horizons: Task<Line, Read> = {
  parse(line) {
    const { today, start, end } = line;
    const text = textOf(line);
    if (typeof today !== 'string') throw new Error('needs "today"');
    if (!isDateOrNull(start) || !isDateOrNull(end)) throw new Error('needs "start" and "end", each a date or null');
    return { text, today, start, end };
  },
  read({ text, today }) {
    const read = readHorizon(text, today);
    const { start, end } = read.found === 'period' ? read : { start: null, end: null };
    return { start, end, found: read.found };
  },
  isRight: isExact,
  figures: (outcomes) => ({
    exact: share(outcomes, ({ line, read }) => isExact(line, read)),
    wrong: share(outcomes, ({ line, read }) => read.found === 'period' && !isExact(line, read)),
    unknown: share(outcomes, ({ read }) => read.found === 'unknown'),
  }),
};

import { findCprNumbers } from '../../domain/text/cpr/find.ts';
import { share, type Task, textOf } from './task.ts';

/** Start and end in UTF-16 units, the end not included. */
type Span = readonly [number, number];

interface Line {
  text: string;
  /** Absent where a line tells only whether there is a number. */
  spans?: readonly Span[];
  has: boolean;
}

interface Read {
  spans: readonly Span[];
}

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && value.length === 2 && value.every((place) => Number.isInteger(place));

const sameSpans = (line: Line, { spans }: Read) => JSON.stringify(line.spans) === JSON.stringify(spans);

/** Whether the numbers are found: by line, and where a line names the places, these too. */
export const cpr: Task<Line, Read> = {
  parse(line) {
    const text = textOf(line);
    const { spans, has } = line;
    if (Array.isArray(spans) && spans.every(isSpan)) return { text, spans, has: spans.length > 0 };
    if (spans === undefined && typeof has === 'boolean') return { text, has };
    throw new Error('needs "spans", pairs of places, or "has", true or false');
  },
  read: ({ text }) => ({ spans: findCprNumbers(text) }),
  isRight: (line, read) => (line.spans ? sameSpans(line, read) : line.has === read.spans.length > 0),
  figures(outcomes) {
    const found = outcomes.filter(({ read }) => read.spans.length > 0);
    const precision = share(found, ({ line }) => line.has);
    const recall = share(
      outcomes.filter(({ line }) => line.has),
      ({ read }) => read.spans.length > 0,
    );
    const sum = (precision ?? 0) + (recall ?? 0);
    return {
      precision,
      recall,
      f1: precision === null || recall === null || sum === 0 ? null : (2 * precision * recall) / sum,
      exact: share(
        outcomes.filter(({ line }) => line.spans),
        ({ line, read }) => sameSpans(line, read),
      ),
    };
  },
};

import { z } from 'zod';
import { findCprNumbers } from '../../domain/text/cpr/find.ts';
import { share, type Task } from './task.ts';

/** Start and end in UTF-16 units, the end not included. */
const span = z.tuple([z.int(), z.int()]);
const text = z.string();

/** A line gives the places of the numbers, or only whether there is one. */
const line = z.union([
  z.object({ text, spans: z.array(span) }).transform((one) => ({ ...one, has: one.spans.length > 0 })),
  z.object({ text, has: z.boolean() }).transform((one) => ({ ...one, spans: null })),
]);
type Line = z.output<typeof line>;

interface Read {
  spans: ReadonlyArray<readonly [number, number]>;
}

const sameSpans = (line: Line, { spans }: Read) => JSON.stringify(line.spans) === JSON.stringify(spans);

/** Whether the numbers are found: by line, and where a line names the places, these too. */
export const cpr: Task<Line, Read> = {
  line,
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

import { z } from 'zod';
import { readHorizon } from '../../domain/time/horizon/read.ts';
import { share, type Task } from './task.ts';

/** Both dates are null where the text names no time. */
const line = z.object({
  text: z.string(),
  today: z.iso.date(),
  start: z.iso.date().nullable(),
  end: z.iso.date().nullable(),
});
type Line = z.output<typeof line>;

interface Read {
  start: string | null;
  end: string | null;
  found: ReturnType<typeof readHorizon>['found'];
}

const isExact = (line: Line, { start, end }: Read) => line.start === start && line.end === end;

/** Whether the days are exactly those that the words mean. */
export const horizons: Task<Line, Read> = {
  line,
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

import { z } from 'zod';
import { type SuggestedFields, suggestFields } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import { areas, kinds } from '../../domain/vocabulary.ts';
import { share, type Task } from './task.ts';

const numbers = ['minutesPerTime', 'timesPerMonth', 'peopleAffected'] as const;
type NumberField = (typeof numbers)[number];

const number = z.number().nullable().default(null);
const line = z.object({
  text: z.string(),
  area: z.enum(areas).nullable().default(null),
  kind: z.enum(kinds).nullable().default(null),
  minutesPerTime: number,
  timesPerMonth: number,
  peopleAffected: number,
  /** The numbers that the text itself gives; null where the line does not tell. */
  stated: z.array(z.enum(numbers)).nullable().default(null),
});
type Line = z.output<typeof line>;

type Read = Record<NumberField, number | null> & Pick<SuggestedFields, 'areas' | 'kind'>;

/** How far a number may lie from the one that is meant, as a share of it. */
const tolerance = 0.1;

const isNear = (read: number | null, meant: number | null) =>
  read !== null && meant !== null && Math.abs(read - meant) <= tolerance * Math.abs(meant);

/** Whether a wish goes to the unit that owns the process, and whether its burden is read as it stands there. */
export const route: Task<Line, Read> = {
  line,
  hasMeaning: true,
  read({ text }, vector) {
    const { areas, kind, minutesPerTime, timesPerMonth, peopleAffected } = suggestFields(text, vector);
    return { areas, kind, minutesPerTime, timesPerMonth, peopleAffected };
  },
  isRight: (line, read) =>
    (line.area === null || read.areas[0] === line.area) && (line.kind === null || read.kind === line.kind),
  figures(outcomes) {
    const withArea = outcomes.filter(({ line }) => line.area !== null);
    const exact = (field: NumberField) =>
      share(
        outcomes.filter(({ line }) => line.stated?.includes(field) && line[field] !== null),
        ({ line, read }) => isNear(read[field], line[field]),
      );
    const unstated = outcomes.flatMap(({ line: { stated }, read }) =>
      numbers.filter((field) => stated && !stated.includes(field)).map((field) => read[field]),
    );
    return {
      area1: share(withArea, ({ line, read }) => read.areas[0] === line.area),
      area2: share(withArea, ({ line, read }) => read.areas.slice(0, 2).some((area) => area === line.area)),
      open: share(withArea, ({ read }) => read.areas.length === 0),
      kind1: share(
        outcomes.filter(({ line }) => line.kind !== null),
        ({ line, read }) => read.kind === line.kind,
      ),
      minutesExact: exact('minutesPerTime'),
      timesExact: exact('timesPerMonth'),
      peopleExact: exact('peopleAffected'),
      spurious: share(unstated, (read) => read !== null),
    };
  },
};

import { type SuggestedFields, suggestFields } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import { type Area, areas, type Kind, kinds } from '../../domain/vocabulary.ts';
import { oneOf, share, type Task, textOf } from './task.ts';

const numbers = ['minutesPerTime', 'timesPerMonth', 'peopleAffected'] as const;
type NumberField = (typeof numbers)[number];

interface Line {
  text: string;
  area: Area | null;
  kind: Kind | null;
  meant: Readonly<Record<NumberField, number | null>>;
  /** The numbers that the text itself gives; null where the line does not tell. */
  stated: ReadonlySet<string> | null;
}

type Read = Record<NumberField, number | null> & Pick<SuggestedFields, 'areas' | 'kind'>;

/** How far a number may lie from the one that is meant, as a share of it. */
const tolerance = 0.1;

const isNear = (read: number | null, meant: number | null) =>
  read !== null && meant !== null && Math.abs(read - meant) <= tolerance * Math.abs(meant);

const oneOrNull = <Value extends string>(values: readonly Value[], value: unknown, name: string) =>
  value === undefined || value === null ? null : oneOf(values, value, name);

/** Whether a wish goes to the unit that owns the process, and whether its burden is read as it stands there. */
export const route: Task<Line, Read> = {
  parse(line) {
    const numberIn = (name: NumberField) => (typeof line[name] === 'number' ? line[name] : null);
    return {
      text: textOf(line),
      area: oneOrNull(areas, line.area, 'area'),
      kind: oneOrNull(kinds, line.kind, 'kind'),
      meant: {
        minutesPerTime: numberIn('minutesPerTime'),
        timesPerMonth: numberIn('timesPerMonth'),
        peopleAffected: numberIn('peopleAffected'),
      },
      stated: Array.isArray(line.stated) ? new Set(line.stated.map(String)) : null,
    };
  },
  read({ text }) {
    const { areas, kind, minutesPerTime, timesPerMonth, peopleAffected } = suggestFields(text);
    return { areas, kind, minutesPerTime, timesPerMonth, peopleAffected };
  },
  isRight: (line, read) =>
    (line.area === null || read.areas[0] === line.area) && (line.kind === null || read.kind === line.kind),
  figures(outcomes) {
    const withArea = outcomes.filter(({ line }) => line.area !== null);
    const exact = (field: NumberField) =>
      share(
        outcomes.filter(({ line }) => line.stated?.has(field) && line.meant[field] !== null),
        ({ line, read }) => isNear(read[field], line.meant[field]),
      );
    const unstated = outcomes.flatMap(({ line: { stated }, read }) =>
      numbers.filter((field) => stated && !stated.has(field)).map((field) => read[field]),
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

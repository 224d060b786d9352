import type { SubjectName } from './load.ts';

/** The cost of one burst to one subject and its times to acknowledgement. */
export interface Burst {
  kind: string;
  requests: number;
  /** Microseconds of processor time of the subject's process, and of the database's meanwhile. */
  cpu: number;
  database: number;
  /** Milliseconds until each request was acknowledged. */
  acknowledged: readonly number[];
}

/** One round: the same bursts to all subjects, one after the other. */
export type Round = Readonly<Record<SubjectName, readonly Burst[]>>;

interface Side {
  /** Microseconds of processor time per request, the median of the rounds: of the process, and of the database. */
  cpu: number;
  database: number;
  /** Milliseconds until acknowledgement, over all rounds. */
  p50: number;
  p99: number;
}

interface Ratio {
  median: number;
  min: number;
  max: number;
}

export interface Figure {
  name: string;
  /** The bot's processor time over that of the others, round by round. */
  times: Readonly<Record<'bare' | 'floor', Ratio>>;
  sides: Readonly<Record<SubjectName, Side>>;
}

/** The messages of a submission: its receipt, and a card to each of the three owners. */
const messagesOfSubmission = 4;

/**
 * The figure of all kinds together (`mix`, weighted by how many were sent), then that of each, and that of a submission
 * for each message that it delivers.
 */
export function figuresOf(rounds: readonly Round[]): [Figure, ...Figure[]] {
  const kinds = [...new Set(rounds.flatMap(({ ours }) => ours.map(({ kind }) => kind)))];
  const only = (kind: string) => rounds.map((round) => ofKind(round, kind));
  return [
    figure('mix', rounds),
    ...kinds.map((kind) => figure(kind, only(kind))),
    figure('… a message', only('submit-request'), messagesOfSubmission),
  ];
}

function ofKind({ ours, bare, floor }: Round, kind: string): Round {
  const isKind = (burst: Burst) => burst.kind === kind;
  return { ours: ours.filter(isKind), bare: bare.filter(isKind), floor: floor.filter(isKind) };
}

/** @param messages the number of messages among which the bot's cost is divided */
function figure(name: string, rounds: readonly Round[], messages = 1): Figure {
  const times = (other: 'bare' | 'floor'): Ratio => {
    const ratios = rounds.map((round) => each(round.ours, 'cpu') / messages / each(round[other], 'cpu'));
    return { median: percentile(ratios, 50), min: Math.min(...ratios), max: Math.max(...ratios) };
  };
  const side = (subject: SubjectName): Side => {
    const bursts = rounds.map((round) => round[subject]);
    const acknowledged = bursts.flat().flatMap((burst) => burst.acknowledged);
    const divided = subject === 'ours' ? messages : 1;
    const median = (what: 'cpu' | 'database') =>
      percentile(
        bursts.map((all) => each(all, what) / divided),
        50,
      );
    return {
      cpu: median('cpu'),
      database: median('database'),
      p50: percentile(acknowledged, 50),
      p99: percentile(acknowledged, 99),
    };
  };
  return {
    name,
    times: { bare: times('bare'), floor: times('floor') },
    sides: { ours: side('ours'), bare: side('bare'), floor: side('floor') },
  };
}

/** The processor time of a request. */
function each(bursts: readonly Burst[], what: 'cpu' | 'database'): number {
  const sum = (of: (burst: Burst) => number) => bursts.reduce((total, burst) => total + of(burst), 0);
  return sum((burst) => burst[what]) / sum(({ requests }) => requests);
}

/** A value with at most so many digits after the point. */
export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** The smallest value that `percent` percent of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

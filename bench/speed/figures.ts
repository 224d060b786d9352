/** The cost of one burst to one subject and its times to acknowledgement. */
export interface Burst {
  kind: string;
  requests: number;
  /** Microseconds of processor time of the subject's process. */
  cpu: number;
  /** Milliseconds until each request was acknowledged. */
  acknowledged: readonly number[];
}

/** One round: the same bursts to both subjects, one after the other. */
export interface Round {
  ours: readonly Burst[];
  bare: readonly Burst[];
}

interface Side {
  /** Microseconds of processor time per request, the median of the rounds. */
  cpu: number;
  /** Milliseconds until acknowledgement, over all rounds. */
  p50: number;
  p99: number;
}

export interface Figure {
  name: string;
  /** The ratio of the bot's processor time to the bare SDK's, round by round. */
  ratio: { median: number; min: number; max: number };
  ours: Side;
  bare: Side;
}

/** The figure of all kinds together (`mix`, weighted by how many were sent), then that of each. */
export function figuresOf(rounds: readonly Round[]): [Figure, ...Figure[]] {
  const kinds = [...new Set(rounds.flatMap(({ ours }) => ours.map(({ kind }) => kind)))];
  return [
    figure('mix', rounds),
    ...kinds.map((kind) =>
      figure(
        kind,
        rounds.map((round) => only(round, kind)),
      ),
    ),
  ];
}

function only({ ours, bare }: Round, kind: string): Round {
  const isKind = (burst: Burst) => burst.kind === kind;
  return { ours: ours.filter(isKind), bare: bare.filter(isKind) };
}

function figure(name: string, rounds: readonly Round[]): Figure {
  const ratios = rounds.map(({ ours, bare }) => cpuPerRequest(ours) / cpuPerRequest(bare));
  return {
    name,
    ratio: { median: percentile(ratios, 50), min: Math.min(...ratios), max: Math.max(...ratios) },
    ours: side(rounds.map(({ ours }) => ours)),
    bare: side(rounds.map(({ bare }) => bare)),
  };
}

function side(rounds: ReadonlyArray<readonly Burst[]>): Side {
  const acknowledged = rounds.flat().flatMap((burst) => burst.acknowledged);
  return {
    cpu: percentile(rounds.map(cpuPerRequest), 50),
    p50: percentile(acknowledged, 50),
    p99: percentile(acknowledged, 99),
  };
}

function cpuPerRequest(bursts: readonly Burst[]): number {
  const sum = (of: (burst: Burst) => number) => bursts.reduce((total, burst) => total + of(burst), 0);
  return sum(({ cpu }) => cpu) / sum(({ requests }) => requests);
}

/** The smallest value that `percent` percent of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

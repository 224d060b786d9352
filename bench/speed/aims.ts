/**
 * What we hold ourselves to: the ratio of the mix on each platform, the slowest percent of acknowledgements, and what the
 * check of a token of Teams costs.
 */
export const aims = {
  ratio: { teams: 2, slack: 5 },
  p99Milliseconds: 300,
  authentication: { cpuMicroseconds: 100, coldFetches: 2 },
} as const;

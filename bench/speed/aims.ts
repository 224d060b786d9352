/**
 * The project's aims: the ratio of the mix on each platform, the slowest percent of acknowledgements, and the cost of
 * checking a token of Teams.
 */
export const aims = {
  ratio: { teams: 2, slack: 5 },
  p99Milliseconds: 300,
  authentication: { cpuMicroseconds: 100, coldFetches: 2 },
} as const;

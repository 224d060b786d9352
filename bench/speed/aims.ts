/**
 * The project's aims: the processor time on each platform, the slowest percent of acknowledgements, and the cost of
 * checking a token of Teams.
 */
export const aims = {
  /** Times the floor: the bare SDK with one stored document and one reply. */
  times: { teams: { mix: 2.9, 'list-mine': 1.3, 'show-request': 1.6, message: 2.2 }, slack: { mix: 4 } },
  p99Milliseconds: 300,
  authentication: { cpuMicroseconds: 100, coldFetches: 2 },
} as const;

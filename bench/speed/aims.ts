/** What we hold ourselves to: the ratio of the mix on each platform, and the slowest percent of acknowledgements. */
export const aims = { ratio: { teams: 2, slack: 5 }, p99Milliseconds: 300 } as const;

/**
 * Gives the most instants in any second: in any span of 1000 ms that holds its beginning and not its end.
 * @param instants in milliseconds, in any order
 */
export function mostInAnySecond(instants: readonly number[]): number {
  const sorted = instants.toSorted((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [index, at] of sorted.entries()) {
    while (at - (sorted[from] as number) >= 1000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

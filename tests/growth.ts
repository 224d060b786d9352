/**
 * The factor by which ten times as much takes longer: 10 is in proportion, 100 is its square. Measured in processor time, so
 * that what else runs on the machine does not count, and as the least of five, because now and then a run compiles or
 * collects garbage as well; less than a millisecond counts as one.
 */
export function growth(work: (length: number) => void, length: number): number {
  return (
    leastMs(() => work(10 * length)) /
    Math.max(
      1,
      leastMs(() => work(length)),
    )
  );
}

const leastMs = (work: () => void) => Math.min(...Array.from({ length: 5 }, () => processorMs(work)));

function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

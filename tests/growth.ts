/**
 * How many times longer ten times as much takes: 10 is in proportion, 100 is its square. Measured in processor time, so
 * that what else runs on the machine does not count; less than a millisecond counts as one.
 */
export function growth(work: (length: number) => void, length: number): number {
  work(length);
  return (
    processorMs(() => work(10 * length)) /
    Math.max(
      1,
      processorMs(() => work(length)),
    )
  );
}

function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

import { mostAttempts, secondsUntilRetry } from '../../../domain/delivery/back-off.ts';

test.each([
  [0, 0, 2.5],
  [0, 1, 5],
  [1, 0.5, 7.5],
  [3, 0, 20],
  [9, 1, 2560],
  [10, 0, 1800],
  [41, 1, 3600],
])('after %i failed tries, and with %d of chance, waits %d seconds', (attempts, random, seconds) => {
  expect(secondsUntilRetry(attempts, random)).toBe(seconds);
});

test('spreads all tries over sixteen hours at least, and a day on average', () => {
  const hours = (random: number) =>
    Array.from({ length: mostAttempts - 1 }, (_, attempts) => secondsUntilRetry(attempts, random)).reduce(
      (sum, seconds) => sum + seconds,
    ) / 3600;
  expect(hours(0)).toBeGreaterThan(16);
  expect(hours(0.5)).toBeGreaterThan(24);
});

/** The first wait; each later wait is twice as long, up to an hour. */
const firstSeconds = 5;
const longestSeconds = 3600;

/** This many tries take a day on average with the waits below; after them a message is parked for an administrator. */
export const mostAttempts = 42;

/**
 * After this many tries a row is parked whose problem nobody knows: an answer of the platform that has no known meaning, or
 * a defect of our own. The next row of its conversation has waited for a minute at most.
 */
export const mostOddAttempts = 3;

/**
 * Gives the seconds until the next try, after `attempts` failed ones before this one: half of the wait, and a random
 * part of the other half ("equal jitter"), so that rows that failed together do not return together. "Full jitter" may
 * try again at once and would use up the tries within an outage.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param random a number from 0 up to 1
 */
export function secondsUntilRetry(attempts: number, random: number): number {
  const wait = Math.min(firstSeconds * 2 ** attempts, longestSeconds);
  return wait / 2 + (random * wait) / 2;
}

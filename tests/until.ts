import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until something holds that another process or the clock brings about. Throws with `what` when it does not within
 * the seconds.
 * @param lookAgainMs milliseconds between two looks
 */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds: number,
  lookAgainMs: number,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`after ${seconds} s it does not hold that ${what}`);
    await pause(lookAgainMs);
  }
}

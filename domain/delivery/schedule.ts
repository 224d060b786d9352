import type { World } from '../ports.ts';

/** What happens at times, without anybody asking. Each occurrence runs once, whichever instance comes to it first. */
export interface Schedule<Name extends string = string> {
  name: Name;
  /**
   * The occurrences that are due at an instant, by ids that stay the same however often it is asked. One that was missed
   * is made up for as long as it is listed.
   */
  occurrences(now: Date): readonly string[];
  /** Runs in one transaction with the note that the occurrence is done. */
  run(world: World, occurrence: string): Promise<void>;
}

export function defineSchedule<const Name extends string>(schedule: Schedule<Name>): Schedule<Name> {
  return schedule;
}

import type { World } from '../ports.ts';

/** A rule for work at fixed times. Each occurrence runs once, on the instance that comes to it first. */
export interface Schedule<Name extends string = string> {
  name: Name;
  /**
   * Gives the occurrences that are due at an instant, by ids that every call repeats. A missed one is made up for as
   * long as it is listed.
   */
  occurrences(now: Date): readonly string[];
  /** Does the work, in one transaction with the note that the occurrence is done. */
  run(world: World, occurrence: string): Promise<void>;
}

/** Defines a schedule; `domain/index.ts` lists it. */
export function defineSchedule<const Name extends string>(schedule: Schedule<Name>): Schedule<Name> {
  return schedule;
}

import type { PersonId } from '../ids.ts';
import type { World } from '../ports.ts';

/**
 * A rule for work at fixed times. Each occurrence runs once, on the instance that comes to it first; or once for each
 * person, however often it is run: two instances, a restart or a week without the bot give everybody exactly one.
 */
export interface Schedule<Name extends string = string> {
  name: Name;
  /**
   * Gives the occurrences that are due at an instant, by ids that every call repeats. A missed one is made up for as
   * long as it is listed.
   */
  occurrences(now: Date): readonly string[];
  /**
   * Gives whose occurrence it is; absent: nobody's. It is asked again as long as the occurrence is listed, so that
   * whoever comes later has theirs, too.
   */
  people?(world: World): Promise<readonly PersonId[]>;
  /**
   * Does the work, in one transaction with the note that the occurrence is done.
   * @param people those of `people` for whom it is not yet done
   */
  run(world: World, occurrence: string, people: ReadonlySet<PersonId>): Promise<void>;
}

/** Defines a schedule; `domain/index.ts` lists it. */
export function defineSchedule<const Name extends string>(schedule: Schedule<Name>): Schedule<Name> {
  return schedule;
}

/** One run of a schedule, which is done once over all instances. */
export interface Occurrences {
  /**
   * Does `work` once for an occurrence, on the instance that asks first, in one transaction with the note that it is
   * done. False when it was done before.
   */
  claimOccurrence(job: string, occurrence: string, work: () => Promise<void>): Promise<boolean>;
  /** The same for each person. `work` is for those who have not had it; gives their number. */
  claimEach(
    job: string,
    occurrence: string,
    people: readonly PersonId[],
    work: (people: readonly PersonId[]) => Promise<void>,
  ): Promise<number>;
}

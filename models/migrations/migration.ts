import type { Collections } from '../collections.ts';

/**
 * A change of what is stored, in two steps, so that the version before can go on working on the same database while this
 * one starts: docs/architecture.md, Data of earlier versions.
 */
export interface Migration {
  /** By it a database knows what was done, so it is never changed and never used again. */
  name: string;
  /**
   * Adds what this version needs, and leaves what the version before reads and writes as it is. Safe to repeat and to run
   * twice at once: a kill in the middle is taken up from the beginning. Gives how many documents it changed.
   */
  expand(data: MigratedData): Promise<number>;
  contract: {
    /** The first release beside which no version runs that needs what is taken away. */
    release: number;
    /** Takes that away. As safe to repeat as `expand`, which is done once more before. */
    run(data: MigratedData): Promise<number>;
  };
}

export interface MigratedData {
  /** The collections as this version knows them; `stored.people.collection` takes fields that it does not know, too. */
  stored: Collections;
  /** Called at least every few seconds: keeps the step claimed. Throws `ClaimLost` when somebody else has taken over. */
  proceed(): Promise<void>;
}

/** Somebody else has taken over a step, because the one who began it was silent for too long. */
export class ClaimLost extends Error {
  override name = 'ClaimLost';
}

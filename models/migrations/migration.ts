import type { Collections } from '../collections.ts';

/**
 * A change of stored data in two steps, so that the version before can go on working on the same database while this
 * one starts: docs/architecture.md, Data of earlier versions.
 */
export interface Migration {
  /** A database notes its finished migrations by this name, so it never changes and is never used again. */
  name: string;
  /**
   * Adds the data that this version needs, and leaves what the version before reads and writes as it is. It is safe to
   * repeat and to run twice at once; after a kill in the middle it starts from the beginning. Gives the number of
   * changed documents.
   */
  expand(data: MigratedData): Promise<number>;
  contract: {
    /** The first release that no version runs beside which needs the data to be taken away. */
    release: number;
    /** Takes that data away. It is as safe to repeat as `expand`, which runs once more before it. */
    run(data: MigratedData): Promise<number>;
  };
}

export interface MigratedData {
  /** The collections of this version; `stored.people.collection` also takes fields that it does not know. */
  stored: Collections;
  /**
   * Keeps the step claimed; call it at least every few seconds. Throws `ClaimLost` when another instance has taken
   * over.
   */
  proceed(): Promise<void>;
}

/** Another instance has taken over a step, because its holder was silent for too long. */
export class ClaimLost extends Error {
  override name = 'ClaimLost';
}

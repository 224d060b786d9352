import { mostRouted, type Routed, routedOf } from '../../domain/requests/suggest-fields/known/routed.ts';
import { areaAmong } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import type { PeopleCollections } from '../people/collections.ts';
import { fromStoredOrganisation } from '../people/stored-organisation.ts';
import type { RequestCollections } from './collections.ts';

/** Milliseconds after which it is read again where it is used. */
const freshMs = 10 * 60_000;
/** Milliseconds until it is tried again. */
const againMs = 30_000;

/** Where the newest requests of one organisation went, kept in the memory of this instance and read in the background. */
export class RoutedMemory {
  private readonly stored: RequestCollections & PeopleCollections;
  private readonly organisation: string;
  private readonly clock: () => number;
  private routed: Routed | null = null;
  private goodUntil = Number.NEGATIVE_INFINITY;

  /** @param clock milliseconds that never go back */
  constructor(stored: RequestCollections & PeopleCollections, organisation: string, clock: () => number) {
    this.stored = stored;
    this.organisation = organisation;
    this.clock = clock;
  }

  /** Gives what is known; nobody waits for what is read anew. */
  current(): Routed | null {
    if (this.clock() >= this.goodUntil) void this.read();
    return this.routed;
  }

  /** Reads it anew, in two commands. What was known stays when that fails. */
  async read(): Promise<void> {
    this.goodUntil = this.clock() + freshMs;
    const { organisation, stored } = this;
    try {
      // Whoever asks may be in a transaction, to which this does not belong.
      const [found, requests] = await Promise.all([
        stored.organisations.findById(organisation).session(null).lean(),
        stored.requests
          .find({ organisation }, { text: 1, area: 1, unit: 1 })
          .sort({ submittedAt: -1 })
          .limit(mostRouted)
          .batchSize(mostRouted)
          .session(null)
          .lean(),
      ]);
      if (found) this.routed = routedOf(fromStoredOrganisation(found), requests, areaAmong);
    } catch {
      // The database is away, of which those tell who wait for it.
      this.goodUntil = this.clock() + againMs;
    }
  }
}

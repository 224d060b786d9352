import type { PersonId } from '../../domain/ids.ts';
import { addressesOf } from '../../domain/people/match.ts';
import type { Person } from '../../domain/people/person.ts';
import { platforms } from '../../domain/vocabulary.ts';
import { readLong } from '../stored.ts';
import type { PeopleCollections } from './collections.ts';
import { onPeopleWritten, type PeopleVersionRow, readAgainMs } from './people-version.ts';
import { fromStoredPerson } from './stored-person.ts';

/**
 * Milliseconds for which people are taken as they were when their version was last looked at. A change is known on every
 * instance after this time (docs/decisions/idempotency-and-outbox.md), so a shut-out is told to be done when it is over.
 */
export const leaseMs = 4000;

/** A bot that nobody has used for so long does not look at the version any more until it is used. */
const restMs = 5000;

/** The people of one organisation as they were at one moment, with ways to find them. */
export interface KnownPeople {
  byId: ReadonlyMap<string, Person>;
  active: readonly Person[];
  /** Active people by the ids that a platform knows them by, as `platform:user`. */
  byUser: ReadonlyMap<string, readonly Person[]>;
  byEntraId: ReadonlyMap<string, Person>;
  /** Active people by e-mail or UPN, in lower case. */
  byAddress: ReadonlyMap<string, readonly Person[]>;
}

/** The people of one organisation, kept in the memory of this instance. */
export class PeopleMemory {
  private readonly stored: PeopleCollections;
  private readonly organisation: string;
  private readonly clock: () => number;
  private people = new Map<string, Person>();
  private known: KnownPeople | null = null;
  /** Counts how often everything was read again: what is kept beside the people is then read again, too. */
  generation = 0;
  private ownVersion = -1;
  private allVersion = -1;
  private readAt = Number.NEGATIVE_INFINITY;
  private goodUntil = Number.NEGATIVE_INFINITY;
  private usedAt = Number.NEGATIVE_INFINITY;
  /** Counts the moments after which only a look that begins later is new enough. */
  private epoch = 0;
  /** The last look, with the epoch in which it began; infinite: it has not begun, so it misses nothing. */
  private looking: { epoch: number; done: Promise<void> } | null = null;
  private renewal: NodeJS.Timeout | undefined;
  private readonly unsubscribe: () => void;

  /** @param clock milliseconds that never go back */
  constructor(stored: PeopleCollections, organisation: string, clock: () => number) {
    this.stored = stored;
    this.organisation = organisation;
    this.clock = clock;
    // A change on this instance is known at once.
    this.unsubscribe = onPeopleWritten(stored.people, (failure) => {
      this.epoch += 1;
      this.goodUntil = Number.NEGATIVE_INFINITY;
      // The version does not tell it yet.
      if (failure !== null) this.readAt = Number.NEGATIVE_INFINITY;
    });
  }

  /** Gives the people as they were at most `leaseMs` ago. */
  async current(): Promise<KnownPeople> {
    this.usedAt = this.clock();
    if (this.clock() >= this.goodUntil) await this.look();
    this.renewInTime();
    return this.built();
  }

  /** Gives the people as they are now: for whoever does not find somebody. */
  async now(): Promise<KnownPeople> {
    this.epoch += 1;
    await this.look();
    return this.built();
  }

  close(): void {
    clearTimeout(this.renewal);
    this.unsubscribe();
  }

  /**
   * Looks at the version once for all who wait, and reads what has changed. Looks run one after the other, so that none
   * puts back what a later one has found; a caller gets one that began in this epoch.
   */
  private look(): Promise<void> {
    if (this.looking && this.looking.epoch >= this.epoch) return this.looking.done;
    // Those who wait for the look before hear of its failure.
    const before = this.looking?.done.catch(() => undefined) ?? Promise.resolve();
    const looking: NonNullable<PeopleMemory['looking']> = {
      epoch: Number.POSITIVE_INFINITY,
      done: before
        .then(() => {
          looking.epoch = this.epoch;
          return this.read(looking.epoch);
        })
        .finally(() => {
          if (this.looking === looking) this.looking = null;
        }),
    };
    this.looking = looking;
    return looking.done;
  }

  private async read(epoch: number): Promise<void> {
    const began = this.clock();
    // The versions come first, so that what is read after them is no older.
    const { own, all } = await this.readVersions();
    const isOld = began - this.readAt >= readAgainMs;
    const isEpochNow = () => epoch === this.epoch;
    if (isOld || all !== this.allVersion || own.version !== this.ownVersion) {
      const missed = all === this.allVersion ? changesAfter(own, this.ownVersion) : null;
      if (isOld || missed === null) {
        this.people = await this.readAll();
        this.generation += 1;
        if (isEpochNow()) this.readAt = began;
      } else this.people = await this.withSome(missed);
      this.allVersion = all;
      this.ownVersion = own.version;
      this.known = null;
    }
    // Anything that was written meanwhile may be missing.
    if (isEpochNow()) this.goodUntil = began + leaseMs;
  }

  private async readVersions(): Promise<{ own: Omit<PeopleVersionRow, '_id'>; all: number }> {
    const rows = await this.stored.peopleVersions.find({ _id: { $in: [this.organisation, ''] } }).lean();
    const of = (id: string) => rows.find(({ _id }) => _id === id);
    return { own: of(this.organisation) ?? { version: 0, changes: [] }, all: of('')?.version ?? 0 };
  }

  private async readAll(): Promise<Map<string, Person>> {
    const { organisation } = this;
    const found = await readLong(this.stored.people.find({ organisation }).lean(), fromStoredPerson);
    return new Map(found.map((person) => [person.id, person]));
  }

  private async withSome(ids: readonly PersonId[]): Promise<Map<string, Person>> {
    const found = await this.stored.people.find({ _id: { $in: [...new Set(ids)] } }).lean();
    const people = new Map(this.people);
    for (const person of found) {
      if (person.organisation === this.organisation) people.set(person._id, fromStoredPerson(person));
    }
    return people;
  }

  private built(): KnownPeople {
    this.known ??= build(this.people);
    return this.known;
  }

  /** Keeps the lease from running out while the bot is used. */
  private renewInTime(): void {
    if (this.renewal) return;
    this.renewal = setTimeout(() => {
      this.renewal = undefined;
      if (this.clock() - this.usedAt >= restMs) return;
      this.look().then(
        () => this.renewInTime(),
        // The next caller looks again, and hears of it.
        () => undefined,
      );
    }, leaseMs - 1000).unref();
  }
}

/** Gives whose changes came after a version; null when that is not known of all of them. */
function changesAfter({ version, changes }: Omit<PeopleVersionRow, '_id'>, known: number): PersonId[] | null {
  const missed = version - known;
  const told = missed > 0 ? changes.slice(-missed) : [];
  if (told.length < missed || told.some(({ ids }) => ids === null)) return null;
  return told.flatMap(({ ids }) => ids ?? []);
}

function build(people: ReadonlyMap<string, Person>): KnownPeople {
  const active = [...people.values()].filter((person) => person.active);
  const by = (keysOf: (person: Person) => readonly string[]): Map<string, Person[]> => {
    const found = new Map<string, Person[]>();
    for (const person of active) {
      for (const key of new Set(keysOf(person))) {
        const others = found.get(key);
        if (others) others.push(person);
        else found.set(key, [person]);
      }
    }
    return found;
  };
  return {
    byId: people,
    active,
    byUser: by(({ places }) =>
      platforms.flatMap((one) => {
        const user = places[one]?.user;
        return typeof user === 'string' ? [userKey(one, user)] : [];
      }),
    ),
    byEntraId: new Map(active.flatMap((one) => (one.entraObjectId ? [[one.entraObjectId, one] as const] : []))),
    byAddress: by(addressesOf),
  };
}

/** The key of a platform's user in `KnownPeople.byUser`. */
export const userKey = (platform: string, user: string): string => `${platform}:${user}`;

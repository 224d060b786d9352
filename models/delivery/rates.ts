import type { Connection } from 'mongoose';
import { isDuplicate } from '../stored.ts';
import type { LockClock } from './lock-clock.ts';

interface RateRow {
  /** The name of what is limited, as in `teams 5f1c…`. */
  _id: string;
  /** The first instant, by the clock of the database, that nobody has taken yet. */
  next: Date;
}

/**
 * Instants for sending that instances take from the database, so that no two have the same and each is an interval after
 * the one before.
 */
export interface TakesTurns {
  /** Takes `count` instants and gives the first, by the clock of the database. */
  take(name: string, intervalMs: number, count: number): Promise<Date>;
}

/** Turns in the collection `rates`, which holds one row for each tenant, workspace and limited method. */
export function turnsOf(connection: Connection): TakesTurns {
  const rates = connection.collection<RateRow>('rates');
  /** An upsert of two instances at once is not safe on every server. */
  const make = async (name: string) => {
    try {
      await rates.insertOne({ _id: name, next: new Date(0) });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  };
  return {
    async take(name, intervalMs, count) {
      const taken = Math.ceil(intervalMs * count);
      // As numbers: SecantusDB does not order a stored date and `$$NOW` rightly (0.7.0b3), and `secantusd-rs` adds nothing to
      // a date (0.5.3-beta.196).
      const from = { $max: [{ $toLong: '$next' }, { $toLong: '$$NOW' }] };
      const change = [{ $set: { next: { $toDate: { $add: [from, taken] } } } }];
      const takeFrom = () => rates.findOneAndUpdate({ _id: name }, change, { returnDocument: 'after' });
      let row = await takeFrom();
      if (!row) {
        await make(name);
        row = await takeFrom();
      }
      if (!row) throw new Error('the database gave no row of a rate');
      return new Date(row.next.getTime() - taken);
    },
  };
}

/** A limit of a platform for one tenant, workspace or method. */
export interface Rate {
  name: string;
  intervalMs: number;
  /** The number of turns that are taken at once: more cost fewer commands, and let other instances wait longer. */
  block: number;
}

/** Somebody waits this long in its place; after that the message is tried again later, when the wait has an end. */
const longestWaitMs = 5000;

/** A turn that was missed by more is not used: it would come too close to the next one. */
const toleranceMs = 10;

interface Waiting {
  rank: number;
  go: () => void;
  fail: (error: unknown) => void;
}

/** There is no turn soon. */
export class NoTurn extends Error {
  override name = 'NoTurn';
  readonly seconds: number;
  constructor(seconds: number) {
    super('no turn soon');
    this.seconds = seconds;
  }
}

/** Holds this instance's calls to the rates that all instances share. */
export class Pace {
  readonly #turns: TakesTurns;
  readonly #clock: LockClock;
  readonly #waiting = new Map<string, Waiting[]>();
  /** The end of the turns that are taken, by the clock of the database. */
  readonly #takenUntil = new Map<string, number>();

  constructor(turns: TakesTurns, clock: LockClock) {
    this.#turns = turns;
    this.#clock = clock;
  }

  /**
   * Resolves when it is this call's turn; of those that wait, the lowest rank goes first. Throws `NoTurn` when there is
   * none within seconds.
   */
  async turn(rate: Rate, rank: number): Promise<void> {
    const now = (await this.#clock.now()).getTime();
    const queued = this.#waiting.get(rate.name) ?? [];
    const wait = Math.max(0, (this.#takenUntil.get(rate.name) ?? 0) - now) + queued.length * rate.intervalMs;
    if (wait > longestWaitMs) throw new NoTurn(Math.ceil(wait / 1000));
    return new Promise((go, fail) => {
      this.#waiting.set(rate.name, [...queued, { rank, go, fail }]);
      if (queued.length === 0) void this.#serve(rate);
    });
  }

  async #serve(rate: Rate): Promise<void> {
    for (let all = this.#waitingFor(rate); all.length > 0; all = this.#waitingFor(rate)) {
      try {
        const count = Math.min(all.length, rate.block);
        const first = await this.#turns.take(rate.name, rate.intervalMs, count);
        this.#takenUntil.set(rate.name, first.getTime() + count * rate.intervalMs);
        for (let turn = 0; turn < count; turn++) await this.#use(rate, first.getTime() + turn * rate.intervalMs);
      } catch (error) {
        this.#waiting.delete(rate.name);
        for (const { fail } of all) fail(error);
        return;
      }
    }
    this.#waiting.delete(rate.name);
  }

  /** Waits for the instant, and gives it to the first in line. */
  async #use(rate: Rate, at: number): Promise<void> {
    const until = at - (await this.#clock.now()).getTime();
    if (until < -toleranceMs) return;
    if (until > 0) await new Promise<void>((resolve) => void setTimeout(resolve, until));
    if (at - (await this.#clock.now()).getTime() < -toleranceMs) return;
    const all = this.#waitingFor(rate);
    const first = all.reduce<Waiting | null>((best, one) => (best && best.rank <= one.rank ? best : one), null);
    if (!first) return;
    all.splice(all.indexOf(first), 1);
    first.go();
  }

  #waitingFor({ name }: Rate): Waiting[] {
    return this.#waiting.get(name) ?? [];
  }
}

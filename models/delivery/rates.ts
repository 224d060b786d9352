import type { Connection } from 'mongoose';
import { classes } from '../../domain/delivery/classes.ts';
import { isDuplicate } from '../stored.ts';
import type { LockClock } from './lock-clock.ts';

interface RateRow {
  /** The name of what is limited, as in `teams 5f1c…`. */
  _id: string;
  /** The first instant, by the clock of the database, that nobody has taken yet. */
  next: Date;
  /** The instant that was given to the one who asked last; null when none was free. */
  given?: Date | null;
}

/**
 * Instants for sending that instances take from the database, so that no two have the same and each is an interval after
 * the one before. All are by the clock of the database.
 */
export interface TakesTurns {
  /** Takes `count` instants, however long they are away, and gives the first. */
  take(name: string, intervalMs: number, count: number): Promise<Date>;
  /** Takes the next instant if it has come; otherwise gives when that will be, and takes nothing. */
  ask(name: string, intervalMs: number): Promise<{ at: Date; isTaken: boolean }>;
}

/** An instant is given away so much before it comes: about as long as the answer is on its way. */
const leadMs = 8;

/** An instant that was asked for so much too late is given all the same, so that none is lost. */
const lateMs = 10;

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
  const change = async (name: string, fields: object) => {
    const makeIt = () => rates.findOneAndUpdate({ _id: name }, [{ $set: fields }], { returnDocument: 'after' });
    let row = await makeIt();
    if (!row) {
      await make(name);
      row = await makeIt();
    }
    if (!row) throw new Error('the database gave no row of a rate');
    return row;
  };
  // As numbers: SecantusDB does not order a stored date and `$$NOW` rightly (0.7.0b3), and `secantusd-rs` adds nothing to
  // a date (0.5.3-beta.196).
  const next = { $toLong: '$next' };
  const now = { $toLong: '$$NOW' };
  return {
    async take(name, intervalMs, count) {
      const taken = Math.ceil(intervalMs * count);
      const row = await change(name, { next: { $toDate: { $add: [{ $max: [next, now] }, taken] } } });
      return new Date(row.next.getTime() - taken);
    },
    async ask(name, intervalMs) {
      const isFree = { $lte: [next, { $add: [now, leadMs] }] };
      const from = { $max: [next, { $subtract: [now, lateMs] }] };
      const row = await change(name, {
        next: { $cond: [isFree, { $toDate: { $add: [from, Math.ceil(intervalMs)] } }, '$next'] },
        given: { $cond: [isFree, { $toDate: from }, null] },
      });
      return row.given ? { at: row.given, isTaken: true } : { at: row.next, isTaken: false };
    },
  };
}

/** A limit of a platform for one tenant, workspace or method. */
export interface Rate {
  name: string;
  intervalMs: number;
  /** The most turns that are taken at once, for messages that somebody waits for. */
  block: number;
}

/** Somebody waits this long in its place; after that the message is tried again later, when the wait has an end. */
const longestWaitMs = 5000;

/** Well within the time for which a message is claimed. */
const longestInAllMs = 20_000;

/** A turn that was missed by more is not used: it would come too close to the next one. */
const toleranceMs = 25;

/** A reply to a person's action waits no longer for its turn. */
const replyWaitsMs = 1500;

/** As long as no message waits for its turn, an instance sends so many replies a second without asking for any. */
const freeReplies = 3;

/** After a message has waited for its turn, others are likely to. */
const crowdedMs = 3000;

interface Waiting {
  rank: number;
  /** When it began to wait, by the clock of this process. */
  since: number;
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

/**
 * Holds this instance's calls to the rates that all instances share. Messages that somebody waits for take the next
 * instants for themselves. All others ask at each instant whether it is free, so that a campaign of several instances is
 * ahead of an answer by one message, and not by one of each.
 */
export class Pace {
  readonly #lines = new Map<string, Line>();
  readonly #makeLine: (rate: Rate) => Line;

  /** @param elapsed milliseconds by a clock that nobody can set */
  constructor(turns: TakesTurns, clock: LockClock, elapsed: () => number = () => performance.now()) {
    this.#makeLine = (rate) => new Line(rate, turns, clock, elapsed);
  }

  /**
   * Resolves when it is this call's turn; of those that wait, the lowest rank goes first. Throws `NoTurn` when there is
   * none within seconds.
   */
  turn(rate: Rate, rank: number): Promise<void> {
    return this.#lineOf(rate).turn(rank);
  }

  /**
   * Resolves when a reply to somebody's action may be sent: soon in any case, also where turns cannot be had, because a
   * person waits for it.
   */
  reply(rate: Rate): Promise<void> {
    return this.#lineOf(rate).reply();
  }

  #lineOf(rate: Rate): Line {
    const line = this.#lines.get(rate.name) ?? this.#makeLine(rate);
    this.#lines.set(rate.name, line);
    return line;
  }
}

const isWaitedFor = ({ rank }: Waiting): boolean => rank < classes.news.rank;

/** The messages of this instance that wait for their turns of one rate. */
class Line {
  readonly #rate: Rate;
  readonly #turns: TakesTurns;
  readonly #clock: LockClock;
  readonly #elapsed: () => number;
  readonly #waiting: Waiting[] = [];
  #isServed = false;
  /** The end of the turns that are taken, by the clock of the database, as far as this instance knows. */
  #takenUntil = 0;
  /** Until when replies wait for turns as well, and when the last ones were sent. */
  #crowdedUntil = 0;
  #replies: number[] = [];
  #wake: () => void = () => undefined;

  constructor(rate: Rate, turns: TakesTurns, clock: LockClock, elapsed: () => number) {
    this.#rate = rate;
    this.#turns = turns;
    this.#clock = clock;
    this.#elapsed = elapsed;
  }

  async turn(rank: number): Promise<void> {
    const wait = Math.max(0, this.#takenUntil - (await this.#now())) + this.#waiting.length * this.#rate.intervalMs;
    if (wait > longestWaitMs) throw new NoTurn(Math.ceil(wait / 1000));
    await new Promise<void>((go, fail) => this.#join({ rank, since: this.#elapsed(), go, fail }));
  }

  async reply(): Promise<void> {
    const now = this.#elapsed();
    this.#replies = [...this.#replies.filter((at) => now - at < 1000), now];
    if (this.#replies.length <= freeReplies && now >= this.#crowdedUntil) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      const waiting: Waiting = { rank: classes.reply.rank, since: now, go, fail: go };
      const timer = setTimeout(() => {
        this.#leave(waiting);
        resolve();
      }, replyWaitsMs);
      this.#join(waiting);
    });
  }

  #join(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (this.#isServed) this.#wake();
    else void this.#serve();
  }

  #leave(waiting: Waiting): void {
    const at = this.#waiting.indexOf(waiting);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  async #serve(): Promise<void> {
    this.#isServed = true;
    while (this.#waiting.length > 0) {
      try {
        const waitedFor = this.#waiting.filter(isWaitedFor).length;
        if (waitedFor > 0) await this.#take(Math.min(waitedFor, this.#rate.block));
        else await this.#ask();
      } catch (error) {
        for (const { fail } of this.#waiting.splice(0)) fail(error);
      }
    }
    this.#isServed = false;
  }

  async #take(count: number): Promise<void> {
    const { name, intervalMs } = this.#rate;
    const first = (await this.#turns.take(name, intervalMs, count)).getTime();
    this.#takenUntil = first + count * intervalMs;
    for (let turn = 0; turn < count; turn++) await this.#use(first + turn * intervalMs);
  }

  async #ask(): Promise<void> {
    this.#endLongWaits();
    await this.#untilFree();
    if (this.#waiting.length === 0 || this.#waiting.some(isWaitedFor)) return;
    const { name, intervalMs } = this.#rate;
    const { at, isTaken } = await this.#turns.ask(name, intervalMs);
    this.#takenUntil = at.getTime() + (isTaken ? intervalMs : 0);
    if (isTaken) await this.#use(at.getTime());
    else this.#crowdedUntil = this.#elapsed() + crowdedMs;
  }

  /** Waits until the next turn may be free, or until somebody comes who is waited for. */
  async #untilFree(): Promise<void> {
    const ms = this.#takenUntil - leadMs - (await this.#now());
    if (ms <= 0) return;
    this.#crowdedUntil = this.#elapsed() + crowdedMs;
    await new Promise<void>((resolve) => {
      // So that no instance is always the first to ask.
      const timer = setTimeout(resolve, ms + Math.random() * leadMs);
      this.#wake = () => {
        if (!this.#waiting.some(isWaitedFor)) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }

  /** Other instances have had all turns for long: a message must not wait until its claim runs out. */
  #endLongWaits(): void {
    const now = this.#elapsed();
    for (const one of this.#waiting.filter(({ since }) => now - since > longestInAllMs)) {
      this.#leave(one);
      one.fail(new NoTurn(1));
    }
  }

  /** Waits for the instant, and gives it to the first in line. */
  async #use(at: number): Promise<void> {
    const until = at - (await this.#now());
    if (until < -toleranceMs) return;
    if (until > 0) await new Promise<void>((resolve) => void setTimeout(resolve, until));
    if (at - (await this.#now()) < -toleranceMs) return;
    const first = this.#waiting.reduce<Waiting | null>(
      (best, one) => (best && best.rank <= one.rank ? best : one),
      null,
    );
    if (!first) return;
    this.#leave(first);
    first.go();
  }

  async #now(): Promise<number> {
    return (await this.#clock.now()).getTime();
  }
}

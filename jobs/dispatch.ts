import { type Candidate, choose, isBundled, repeatsOf } from '../domain/delivery/choose.ts';
import { classes, lastRank } from '../domain/delivery/classes.ts';
import type { Claimed, Ended, QueuedRow } from '../domain/delivery/queue.ts';
import { goesTo } from '../domain/index.ts';
import { type Delivered, deliver } from './deliver.ts';
import type { JobContext } from './job.ts';
import { rankOf, type Stream, streamOf } from './streams.ts';

/** The kinds of work. None waits for another: a campaign takes no place of an answer, and a slow file none of a card. */
const streams = {
  people: { places: 16, atOnce: 1, flushAfterMs: 20 },
  /** News and nudges, claimed in half-dozens: nobody waits for one. */
  bundled: { places: 12, atOnce: 6, flushAfterMs: 100 },
  rooms: { places: 8, atOnce: 1, flushAfterMs: 20 },
  tasks: { places: 8, atOnce: 1, flushAfterMs: 20 },
} as const satisfies Record<Stream, { places: number; atOnce: number; flushAfterMs: number }>;

const unbundled: readonly Stream[] = ['people', 'rooms', 'tasks'];

/** Each message to people is sent by itself, also when an equal one waits. */
const unmerged: readonly Stream[] = ['people', 'bundled'];

/** Rows of chats that have rested leave the queue together. */
const restedAfterMs = 100;

/** This many ended rows are noted at once, without waiting for more. */
const flushSize = 16;

export interface Dispatcher {
  /**
   * Delivers until nothing is left to do now. A second call while it runs makes it look again, and ends with it.
   * @param toTheEnd whether it also waits for what another instance puts in behind the last rows; a bot that runs on finds
   * these at its next look
   */
  run(toTheEnd?: boolean): Promise<void>;
  /** Claims nothing more. */
  stop(): void;
}

/**
 * Delivers one organisation's rows: looks, claims as many as there are places for, sends them at the same time, and
 * notes what became of them together. Everything that holds a row back is decided in memory from the look.
 * @param context the services, as they are when a step begins
 */
export function dispatcherOf(context: () => JobContext): Dispatcher {
  return new Dispatch(context);
}

class Dispatch implements Dispatcher {
  readonly #context: () => JobContext;
  /** The rows that the last look has found, without those that were claimed since then. */
  #rows = new Map<string, QueuedRow>();
  #inFlight = new Map<string, { to: string; stream: Stream }>();
  #ended: Array<Ended & Pick<Delivered, 'hasPutIn'>> = [];
  /** Rows that were sent, and that stay claimed until their conversations have rested. */
  #resting = new Map<string, { row: Claimed; isOver: boolean }>();
  #mustLook = false;
  /** The queue was too long for one look: it is looked at rank by rank, until it is short again. */
  #isLong = false;
  /** The streams of which the last look has not given everybody, and the recipients of whom it has not given everything. */
  #hasMore = new Set<Stream>();
  #cut = new Set<string>();
  /** Of one of these streams there are fewer rows left than places. */
  #isLow = false;
  #toTheEnd = false;
  /** A chat has rested for which other rows wait. */
  #isAwaited = false;
  /** Something has ended since the last look. */
  #hasEnded = false;
  #isStopped = false;
  #failures: unknown[] = [];
  #running: Promise<void> | null = null;
  #wake: () => void = () => undefined;

  constructor(context: () => JobContext) {
    this.#context = context;
  }

  run(toTheEnd = false): Promise<void> {
    this.#mustLook = true;
    this.#toTheEnd ||= toTheEnd;
    this.#wake();
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
      this.#toTheEnd = false;
    });
    return this.#running;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #work(): Promise<void> {
    this.#rows.clear();
    this.#failures = [];
    for (;;) {
      const goesOn = this.#goesOn();
      await this.#orFailure(this.#flush());
      if (goesOn && this.#mustLook) await this.#orFailure(this.#look());
      if (goesOn) await this.#orFailure(this.#start());
      if (this.#inFlight.size > 0 || this.#resting.size > 0) await this.#something();
      else if (this.#ended.length === 0 && !(goesOn && this.#looksOnceMore())) break;
    }
    const [failure] = this.#failures;
    if (failure !== undefined) throw failure;
  }

  /** After a failure of the database, or a stop, only what is under way is ended. */
  #goesOn(): boolean {
    return !this.#isStopped && this.#failures.length === 0;
  }

  /** Rows that another instance put in behind one that was sent here are left to this one. */
  #looksOnceMore(): boolean {
    if (this.#hasEnded && this.#toTheEnd) this.#mustLook = true;
    return this.#mustLook;
  }

  /** A failure of the database ends the run, but only when everything under way has ended. */
  async #orFailure(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#failures.push(error);
    }
  }

  async #look(): Promise<void> {
    const { queue, log } = this.#context();
    this.#mustLook = false;
    this.#hasEnded = false;
    const rows = await this.#due();
    const others = rows.filter(({ id }) => !this.#inFlight.has(id) && !this.#resting.has(id));
    this.#rows = new Map(others.map((row) => [row.id, row]));
    const left = [...this.#rows.values()].filter(({ lock }) => lock === 'left');
    if (left.length === 0) return;
    for (const row of left) log.warn({ message: row.message.kind, to: row.to, outbox: row.id }, 'claim left');
    await queue.recover(
      left,
      (row) => isBundled(rankOf(row)),
      ({ message }) => goesTo('lane', message.kind),
    );
    this.#mustLook = true;
  }

  async #due(): Promise<QueuedRow[]> {
    const { queue, world } = this.#context();
    if (!this.#isLong) {
      const { rows, isAll } = await queue.look();
      if (isAll) return rows.length > 0 ? [...rows, ...(await queue.tried())] : rows;
      this.#isLong = true;
    }
    const now = world.now();
    const tried = await queue.tried();
    const held = tried.filter(({ lock, notBefore }) => lock !== 'free' || notBefore > now).map(({ to }) => to);
    const blocked = new Set([...held, ...this.#busy()]);
    const isBlocked = (to: string) => blocked.has(to);
    const first = await Promise.all([0, 1, 2, lastRank, null].map((rank) => queue.lookAt(rank, isBlocked)));
    const known = [...this.#rows.values()].filter((row) => isBundled(rankOf(row)) && row.attempts === 0);
    const isKnown = known.length > streams.bundled.places;
    const bundled = isKnown
      ? [{ rows: known, isAll: false, cut: [] }]
      : await Promise.all([classes.news.rank, classes.nudge.rank].map((rank) => queue.lookAt(rank, isBlocked)));
    const [moreFirst, moreBundled] = [first, bundled].map((looks) => looks.some(({ isAll }) => !isAll));
    const unseen: Stream[] = [...(moreFirst ? unbundled : []), ...(moreBundled ? (['bundled'] as const) : [])];
    this.#hasMore = new Set(unseen);
    this.#cut = new Set(first.flatMap(({ cut }) => [...cut]));
    this.#isLong = unseen.length > 0 || this.#cut.size > 0;
    return [...first, ...bundled].flatMap(({ rows }) => rows).concat(tried);
  }

  /** The recipients who are written to now, and those who rest from it. */
  #busy(): Set<string> {
    const resting = [...this.#resting.values()].filter(({ isOver }) => !isOver).map(({ row }) => row);
    return new Set([...this.#inFlight.values(), ...resting].map(({ to }) => to));
  }

  /** Claims and sends as many rows as there are places for. */
  async #start(): Promise<void> {
    const { queue, world } = this.#context();
    const busy = this.#busy();
    const all = choose([...this.#rows.values()], world.now(), rankOf, (to) => busy.has(to));
    const chosen: Candidate[] = [];
    this.#isLow = false;
    for (const [stream, { places, atOnce }] of Object.entries(streams) as Array<[Stream, (typeof streams)[Stream]]>) {
      const taken = [...this.#inFlight.values()].filter((one) => one.stream === stream).length;
      const free = places - taken;
      if (free < atOnce) continue;
      const some = all.filter(({ row }) => streamOf(row) === stream).slice(0, free);
      if (some.length < free && this.#hasMore.has(stream)) this.#isLow = true;
      chosen.push(...some);
    }
    const ready = this.#isLong ? await this.#firstOfTheirs(chosen) : chosen;
    if (ready.length === 0) return;
    const repeats = new Map<string, QueuedRow[]>();
    for (const { row } of ready)
      if (!unmerged.includes(streamOf(row))) repeats.set(row.id, repeatsOf(row, [...this.#rows.values()], world.now()));
    const wanted = ready.flatMap(({ row }) => [row, ...(repeats.get(row.id) ?? [])]);
    const claimed = new Map((await queue.claim(wanted)).map((row) => [row.id, row]));
    for (const { row } of ready) {
      // One that somebody else has now is looked at again later, with its conversation.
      this.#rows.delete(row.id);
      const ours = claimed.get(row.id);
      for (const { id, notBefore } of repeats.get(row.id) ?? []) {
        const repeat = claimed.get(id);
        this.#rows.delete(id);
        if (!repeat) continue;
        this.#inFlight.set(id, { to: row.to, stream: streamOf(row) });
        const fate = ours ? ({ is: 'done' } as const) : ({ is: 'moved', until: notBefore } as const);
        this.#ended.push({ row: repeat, fate, hasPutIn: false });
      }
      if (!ours) {
        for (const other of this.#rows.values()) if (other.to === row.to) this.#rows.delete(other.id);
        continue;
      }
      this.#inFlight.set(row.id, { to: row.to, stream: streamOf(row) });
      void this.#send(ours);
    }
  }

  /** A look that is not at everything may lack the row that goes first in a conversation: that one is sent instead. */
  async #firstOfTheirs(chosen: readonly Candidate[]): Promise<Candidate[]> {
    const { queue, world } = this.#context();
    const firsts = await Promise.all(
      chosen.map(async (one) => {
        const before = isBundled(one.rank) ? [] : await queue.before(one.row);
        return before.length === 0 ? one : (choose([...before, one.row], world.now(), rankOf)[0] ?? null);
      }),
    );
    for (const [index, { row }] of chosen.entries()) if (!firsts[index]) this.#rows.delete(row.id);
    return firsts.filter((one) => one !== null);
  }

  async #send(row: Claimed): Promise<void> {
    try {
      const { fate, restMs, hasPutIn } = await deliver(this.#context(), row);
      if (restMs > 0) this.#rest(row, restMs);
      this.#ended.push({ row, fate, hasPutIn });
    } catch (error) {
      // The row stays claimed, and is taken over when its lock has ended.
      this.#failures.push(error);
      this.#inFlight.delete(row.id);
    }
    this.#wake();
  }

  /** Leaves a chat alone, on all instances: they see that the row is still held. */
  #rest(row: Claimed, ms: number): void {
    const rest = { row, isOver: false };
    this.#resting.set(row.id, rest);
    this.#context().after(ms, () => {
      rest.isOver = true;
      if ([...this.#rows.values()].some(({ to }) => to === row.to)) this.#isAwaited = true;
      this.#wake();
    });
  }

  /** Gives the rows whose chats have rested, and that were noted as sent. */
  #rested(): Claimed[] {
    return [...this.#resting.values()]
      .filter(({ row, isOver }) => isOver && !this.#inFlight.has(row.id))
      .map(({ row }) => row);
  }

  /** Waits until enough rows have ended to be noted together, or until somebody asks for another look. */
  async #something(): Promise<void> {
    const { after } = this.#context();
    // A look that will not come must not be waited for, or nothing that is under way would ever get to end.
    const isEnough = () =>
      (this.#mustLook && this.#goesOn()) ||
      this.#isAwaited ||
      this.#ended.length >= flushSize ||
      (this.#ended.length >= this.#inFlight.size && (this.#ended.length > 0 || this.#resting.size === 0));
    let due = false;
    let timer: (() => void) | null = null;
    while (!isEnough() && !due) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (timer === null && (this.#ended.length > 0 || this.#rested().length > 0)) {
        const ms = Math.min(...this.#ended.map(({ row }) => this.#flushAfter(row)), restedAfterMs);
        timer = after(ms, () => {
          due = true;
          this.#wake();
        });
      }
      await woken;
    }
    timer?.();
    this.#isAwaited = false;
  }

  #flushAfter({ id }: Claimed): number {
    return streams[this.#inFlight.get(id)?.stream ?? 'people'].flushAfterMs;
  }

  async #flush(): Promise<void> {
    const rested = this.#rested();
    const ended = this.#ended.map((one) => ({ ...one, rests: this.#resting.get(one.row.id)?.isOver === false }));
    if (ended.length + rested.length === 0) return;
    this.#ended = [];
    this.#hasEnded = true;
    let isNoted = false;
    try {
      await this.#context().queue.finish(ended, rested);
      isNoted = true;
    } finally {
      for (const { row, rests } of ended) {
        this.#inFlight.delete(row.id);
        // A row without its line must not leave the queue.
        if (!rests || !isNoted) this.#resting.delete(row.id);
      }
      for (const { id } of rested) this.#resting.delete(id);
    }
    for (const { row, fate, hasPutIn } of ended) {
      // A row that is put off or held holds back its conversation, which the next look shows.
      if (fate.is === 'put-off' || fate.is === 'held') this.#forgetConversation(row);
      if (hasPutIn || this.#isLow || this.#isCutOff(row)) this.#mustLook = true;
    }
  }

  /** Nothing is left of a conversation of which the last look has given the first rows. */
  #isCutOff({ to }: Claimed): boolean {
    return this.#cut.has(to) && ![...this.#rows.values()].some((row) => row.to === to);
  }

  #forgetConversation({ to }: Claimed): void {
    for (const row of this.#rows.values()) if (row.to === to) this.#rows.delete(row.id);
  }
}

import { randomUUID } from 'node:crypto';
import type { QueryFilter } from 'mongoose';
import { isBundled } from '../../domain/delivery/choose.ts';
import type { Claimed, DeliveryQueue, Ended, Fate, Look, QueuedRow, RowState } from '../../domain/delivery/queue.ts';
import type { Collections } from '../collections.ts';
import { together } from '../together.ts';
import type { DeliveryCollections, OutboxRow } from './collections.ts';
import { type Line, writeLines } from './ledger.ts';
import type { LockClock } from './lock-clock.ts';

// The states of a row and their rules: domain/delivery/queue.ts.

/** Longer than any delivery with its time-outs takes. */
const claimSeconds = 60;

/** A holder who has less left than any call takes does not begin one. */
const marginSeconds = 15;

/** More rows than a municipality has due at once on any day without a campaign. */
export const lookLimit = 256;

/** A queue that is too long for one look is looked through until this many recipients may be sent something. */
const enoughRecipients = 64;

/** So many rows of one recipient are given: more than are sent until the next look, and few enough to hide nobody else's. */
const mostOfOne = 32;

const nobody: ReadonlySet<string> = new Set();

/** The embedded server reads every due row for each look, so that a long look is cheaper for each row than a short one. */
const bundleLimit = 1000;

const never = new Date(0);

/** The instance that claims. */
export interface Holder {
  id: string;
  /**
   * Begins claims. Gives whether a call for them that begins at a later moment is over before anybody can take this holder
   * for dead; false for ever once it was silent for too long.
   */
  hold(): () => boolean;
}

/** A process that no other takes for dead before its claims have run out. */
const single: Holder = { id: randomUUID(), hold: () => () => true };

interface QueueOptions {
  organisation: string;
  /** Domain time: decides which rows are due. */
  now: () => Date;
  /** Decides when locks end. */
  locks: LockClock;
  holder?: Holder;
  /** Milliseconds by a clock that nobody can set. */
  elapsed?: () => number;
}

/** The outbox in MongoDB from which the delivering job takes rows. */
export function deliveryQueueOf(
  stored: DeliveryCollections,
  { organisation, now, locks, holder = single, elapsed = () => performance.now() }: QueueOptions,
): DeliveryQueue {
  const { outbox, deliveries } = stored;
  const waiting = { organisation, state: 'waiting' } as const;
  const due = () => ({ ...waiting, notBefore: { $lte: now() } });

  const read = async (filter: QueryFilter<OutboxRow>, limit: number): Promise<Look> => {
    const rows = await outbox.find(filter).sort({ notBefore: 1 }).limit(limit).lean();
    return { rows: await asQueued(rows), isAll: rows.length < limit, cut: nobody };
  };
  /** A chat in which hundreds wait must not hide those of all others, least of all while nothing may be sent to it. */
  const readSome = async (filter: QueryFilter<OutboxRow>, isBlocked: (to: string) => boolean): Promise<Look> => {
    const found = new Map<string, OutboxRow[]>();
    const cut = new Set<string>();
    let [read, recipients, isAll] = [0, 0, true];
    for await (const row of outbox.find(filter).sort({ notBefore: 1 }).lean().cursor({ batchSize: lookLimit })) {
      if (read >= lookLimit && recipients >= enoughRecipients) {
        isAll = false;
        break;
      }
      read += 1;
      const own = found.get(row.to) ?? [];
      if (own.length === 0) {
        found.set(row.to, own);
        if (!isBlocked(row.to)) recipients += 1;
      }
      if (own.length < mostOfOne) own.push(row);
      else cut.add(row.to);
    }
    return { rows: await asQueued([...found.values()].flat()), isAll, cut };
  };
  const asQueued = async (rows: readonly OutboxRow[]): Promise<QueuedRow[]> => {
    const at = rows.some(({ claim }) => claim !== null) ? await locks.now() : never;
    return rows.map(
      ({ _id: id, to, message, notBefore, order, at: putIn, attempts, class: name, rank, doubts, ...row }) => {
        const lock = row.claim === null ? 'free' : row.claimedUntil > at ? 'held' : 'left';
        return { id, to, message, notBefore, order, at: putIn, attempts, class: name, rank, doubts, lock };
      },
    );
  };

  /** Version 0.1 leaves in the queue what it has sent. */
  const hasFormer = together(async (state: RowState) => (await outbox.exists({ organisation, state })) !== null);

  return {
    async hasDue() {
      return (await outbox.exists(due())) !== null;
    },

    look: () => read(due(), lookLimit),

    async lookAt(rank, isBlocked) {
      if (rank === null || !isBundled(rank)) return readSome({ ...due(), rank }, isBlocked);
      const series = await outbox.distinct('series', { ...waiting, rank });
      const limit = Math.ceil(bundleLimit / Math.max(1, series.length));
      const each = await Promise.all(series.map((one) => read({ ...due(), rank, series: one }, limit)));
      return { rows: each.flatMap(({ rows }) => rows), isAll: each.every((one) => one.isAll), cut: nobody };
    },

    async tried() {
      return asQueued(await outbox.find({ ...waiting, attempts: { $gt: 0 } }).lean());
    },

    async before({ to, order }) {
      const earlier = await outbox.find({ organisation, to, state: 'waiting', order: { $lt: order } }).lean();
      return asQueued(earlier.filter(({ rank }) => rank === null || !isBundled(rank)));
    },

    async claim(rows) {
      if (rows.length === 0) return [];
      const claim = `${holder.id} ${randomUUID()}`;
      const from = elapsed();
      const isAlive = holder.hold();
      const claimedUntil = new Date((await locks.now()).getTime() + claimSeconds * 1000);
      const ids = rows.map(({ id }) => id);
      // A row that somebody else has had meanwhile is claimed, done, due later, or was tried once more: its holder died and
      // left it in doubt, of which the row as it was read knows nothing.
      const claims = await Promise.all(
        [...Map.groupBy(rows, ({ attempts }) => attempts)].map(([attempts, same]) =>
          outbox.updateMany(
            { _id: { $in: same.map(({ id }) => id) }, ...due(), claim: null, attempts },
            { claim, claimedUntil, $inc: { attempts: 1 } },
          ),
        ),
      );
      const ours =
        claims.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0) === ids.length
          ? null
          : new Set(
              (await outbox.find({ _id: { $in: ids } }).lean()).flatMap((row) => (row.claim === claim ? row._id : [])),
            );
      const mayStillSend = () => isAlive() && elapsed() - from < (claimSeconds - marginSeconds) * 1000;
      return rows
        .filter(({ id }) => ours === null || ours.has(id))
        .map(({ lock: _free, order: _order, ...row }) => ({ ...row, claim, mayStillSend }));
    },

    async recover(rows, parks, isTask) {
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      const lines = await deliveries.find({ _id: { $in: ids } }, { _id: 1 }).lean();
      const arrived = new Set(lines.map(({ _id }) => _id));
      const left = { state: 'waiting', claim: { $ne: null }, claimedUntil: { $lte: await locks.now() } } as const;
      if (arrived.size > 0) await outbox.deleteMany({ ...left, _id: { $in: [...arrived] } });
      const free = { claim: null, claimedUntil: never };
      const doubted = { ...free, problem: 'unknown', $inc: { doubts: 1 } };
      const groups = Map.groupBy(
        rows.filter(({ id }) => !arrived.has(id)),
        (row) => (isTask(row) ? 'task' : parks(row) ? 'park' : 'again'),
      );
      for (const [what, some] of groups) {
        const update = { task: free, park: { ...doubted, state: 'parked' as const }, again: doubted }[what];
        await outbox.updateMany({ ...left, _id: { $in: some.map(({ id }) => id) } }, update);
      }
    },

    async finish(ended, rested = []) {
      await writeLines(stored, organisation, now(), ended.flatMap(lineOf));
      const [done, staying] = [ended.filter(({ fate }) => leaves(fate)), ended.filter(({ fate }) => !leaves(fate))];
      const leaving = [...done.filter(({ rests }) => !rests).map(({ row }) => row), ...rested];
      if (leaving.length > 0) {
        const claims = [...new Set(leaving.map(({ claim }) => claim))];
        await outbox.deleteMany({ _id: { $in: leaving.map(({ id }) => id) }, claim: { $in: claims } });
      }
      for (const { row, fate } of staying)
        await outbox.updateOne({ _id: row.id, claim: row.claim }, changesOf(row, fate));
    },

    async sentSince(to, kinds, since) {
      const [lines, former] = await Promise.all([
        deliveries.find({ organisation, to, endedAt: { $gte: since } }).lean(),
        hasFormer('sent'),
      ]);
      if (lines.some(({ kind, result }) => result === 'sent' && kinds.includes(kind))) return true;
      if (!former) return false;
      const found = await outbox.find({ organisation, to, state: 'sent', sentAt: { $gte: since } }).lean();
      return found.some(({ message }) => kinds.includes(message.kind));
    },
  };
}

/** Ends the locks of the rows that a dead holder was sending; null: all are dead. */
export async function endLocks(
  { outbox, organisations }: Pick<Collections, 'outbox' | 'organisations'>,
  dead: string | null,
): Promise<void> {
  const isLeft = (claim: string | null) => claim !== null && (dead === null || claim.startsWith(`${dead} `));
  for (const organisation of await organisations.distinct('_id')) {
    const tried = await outbox.find({ organisation, state: 'waiting', attempts: { $gt: 0 } }).lean();
    const held = tried.filter(({ claim }) => isLeft(claim)).map(({ _id }) => _id);
    if (held.length > 0) await outbox.updateMany({ _id: { $in: held } }, { claimedUntil: never });
  }
}

const leaves = ({ is }: Fate) => is === 'sent' || is === 'settled' || is === 'done';

/** A card that changes silently needs no line: nobody asks for it, and it may be changed twice. */
function lineOf({ row, fate }: Ended): Line[] {
  if (row.class === 'update') return [];
  if (fate.is === 'sent') return [{ row, result: 'sent', platform: fate.platform }];
  return fate.is === 'settled' ? [{ row, result: 'settled', platform: null }] : [];
}

function changesOf(row: Claimed, fate: Fate) {
  const free = { claim: null, claimedUntil: never };
  switch (fate.is) {
    case 'put-off':
      return { ...free, notBefore: fate.until, problem: fate.problem, doubts: row.doubts + Number(fate.unknown) };
    case 'held':
      return { ...free, notBefore: fate.until, problem: fate.problem, attempts: Math.max(1, row.attempts) };
    case 'moved':
      return { ...free, notBefore: fate.until, attempts: row.attempts };
    case 'parked':
      return { ...free, state: 'parked' as const, problem: fate.problem, doubts: row.doubts + Number(fate.unknown) };
    case 'sent':
    case 'settled':
    case 'done':
      throw new Error('a row that leaves the queue has no changes');
  }
}

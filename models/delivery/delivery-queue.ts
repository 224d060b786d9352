import { randomUUID } from 'node:crypto';
import type { Claimed, DeliveryQueue } from '../../domain/delivery/queue.ts';
import type { DeliveryCollections, OutboxRow } from './collections.ts';

/** Longer than any delivery with its time-outs takes. */
const claimSeconds = 60;

/** The outbox in MongoDB from which the delivering job takes rows; `now` gives the present instant. */
export function deliveryQueueOf({ outbox }: DeliveryCollections, organisation: string, now: () => Date): DeliveryQueue {
  const finish = async (row: Claimed, changes: Partial<OutboxRow>) => {
    await outbox.updateOne({ _id: row.id, organisation, claim: row.claim }, { ...changes, claim: null });
  };
  // The embedded server uses an index only for filters that name nothing but its fields, with one range among them; a
  // claim over 3,000 delivered rows took 90 ms with `claimedUntil` in the filter, and takes 1 ms without.
  const waiting = { organisation, state: 'waiting' } as const;
  /** A row that is due or was tried before holds back the later ones of its chat. */
  const heldBack = async (row: OutboxRow, at: Date) => {
    const earlier = await outbox.find({ ...waiting, to: row.to, order: { $lt: row.order } }).lean();
    return earlier.some(({ notBefore, attempts }) => notBefore <= at || attempts > 0);
  };

  return {
    async claim() {
      const at = now();
      const due = { ...waiting, notBefore: { $lte: at } } as const;
      const passed = new Set<string>();
      for await (const row of outbox.find(due).sort({ order: 1 }).lean().cursor()) {
        // The oldest due row decides for its chat: when it has to wait, all rows behind it wait, too, and other chats
        // go first.
        if (passed.has(row.to)) continue;
        passed.add(row.to);
        if (row.claimedUntil > at || (await heldBack(row, at))) continue;
        const claim = randomUUID();
        const claimed = await outbox
          .findOneAndUpdate(
            { ...due, _id: row._id, claimedUntil: { $lte: at } },
            { claim, claimedUntil: new Date(at.getTime() + claimSeconds * 1000), $inc: { attempts: 1 } },
          )
          .lean();
        if (claimed) return { id: row._id, claim, to: row.to, message: row.message, attempts: claimed.attempts };
      }
      return null;
    },
    sent: (row) => finish(row, { state: 'sent', sentAt: now(), problem: null }),
    async done(row) {
      await outbox.deleteOne({ _id: row.id, organisation, claim: row.claim });
    },
    settled: (row) => finish(row, { state: 'settled' }),
    postpone: (row, until, problem) => finish(row, { notBefore: until, claimedUntil: new Date(0), problem }),
    defer: (row, until) => finish(row, { notBefore: until, claimedUntil: new Date(0), attempts: row.attempts }),
    park: (row, problem) => finish(row, { state: 'parked', problem }),
    async sentSince(to, kinds, since) {
      const found = await outbox.find({ organisation, to, state: 'sent', sentAt: { $gte: since } }).lean();
      return found.some(({ message }) => kinds.includes(message.kind));
    },
  };
}

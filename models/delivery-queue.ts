import { randomUUID } from 'node:crypto';
import type { Claimed, DeliveryQueue } from '../domain/delivery.ts';
import { nudges } from '../domain/message.ts';
import type { Collections, OutboxRow } from './collections.ts';

/** Longer than any one delivery with its time-outs takes. */
const claimSeconds = 60;

export function deliveryQueueOf({ outbox }: Collections, organisation: string, now: () => Date): DeliveryQueue {
  const finish = async (row: Claimed, changes: Partial<OutboxRow>) => {
    await outbox.updateOne({ _id: row.id, organisation, claim: row.claim }, { ...changes, claim: null });
  };
  /** A row that is due or was tried before holds back the later ones of its chat. */
  const heldBack = (row: OutboxRow, at: Date) =>
    outbox.exists({
      organisation,
      to: row.to,
      state: 'waiting',
      order: { $lt: row.order },
      $or: [{ notBefore: { $lte: at } }, { attempts: { $gt: 0 } }],
    });

  return {
    async claim() {
      const at = now();
      const due = { organisation, state: 'waiting', notBefore: { $lte: at }, claimedUntil: { $lte: at } } as const;
      // The oldest due row speaks for its chat: when it has to wait, so do all behind it, and other chats go first.
      const passed: string[] = [];
      for (;;) {
        const row = await outbox
          .findOne({ ...due, to: { $nin: passed } })
          .sort({ order: 1 })
          .lean();
        if (!row) return null;
        const claim = randomUUID();
        const claimed = (await heldBack(row, at))
          ? null
          : await outbox
              .findOneAndUpdate(
                { ...due, _id: row._id },
                { claim, claimedUntil: new Date(at.getTime() + claimSeconds * 1000), $inc: { attempts: 1 } },
              )
              .lean();
        if (claimed) return { id: row._id, claim, to: row.to, message: row.message, attempts: claimed.attempts };
        passed.push(row.to);
      }
    },
    sent: (row) => finish(row, { state: 'sent', sentAt: now(), problem: null }),
    settled: (row) => finish(row, { state: 'settled' }),
    postpone: (row, until, problem) => finish(row, { notBefore: until, claimedUntil: new Date(0), problem }),
    defer: (row, until) => finish(row, { notBefore: until, claimedUntil: new Date(0), attempts: row.attempts }),
    park: (row, problem) => finish(row, { state: 'parked', problem }),
    async nudgedSince(personId, since) {
      const found = await outbox.exists({
        organisation,
        to: personId,
        state: 'sent',
        'message.kind': { $in: nudges },
        sentAt: { $gte: since },
      });
      return found !== null;
    },
  };
}

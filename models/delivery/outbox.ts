import { randomUUID } from 'node:crypto';
import { isBundled } from '../../domain/delivery/choose.ts';
import { classes, type DeliveryClass, lastRank } from '../../domain/delivery/classes.ts';
import type { StoredMessage } from '../../domain/delivery/queue.ts';
import type { Outbox } from '../../domain/ports.ts';
import { insert } from '../stored.ts';
import { collect } from '../transaction.ts';
import type { DeliveryCollections } from './collections.ts';
import { whatOf } from './ledger.ts';

let lastOrder = 0;

/** Two messages of the same millisecond keep the order in which they were put in. */
function nextOrder(now: Date): number {
  lastOrder = Math.max(lastOrder + 1, now.getTime() * 1000);
  return lastOrder;
}

/** The place in the queue of a message, or of a background task, which has no class. */
function placeOf(name: DeliveryClass | null, message: StoredMessage): { rank: number; series: string } {
  const rank = name === null ? lastRank : classes[name].rank;
  return { rank, series: isBundled(rank) ? whatOf('', message) : '' };
}

/** The outbox in MongoDB into which use cases put messages; `deliveryQueueOf` takes them out. */
export function outboxOf({ outbox, deliveries }: DeliveryCollections, organisation: string, now: () => Date): Outbox {
  return {
    async add(messages) {
      if (messages.length === 0) return;
      const at = now();
      const rows = messages.map(({ to, message, notBefore, class: name = null }) => ({
        _id: randomUUID(),
        organisation,
        to,
        message,
        class: name,
        ...placeOf(name, message),
        notBefore,
        at,
        doubts: 0,
        order: nextOrder(at),
        state: 'waiting' as const,
        attempts: 0,
        claim: null,
        claimedUntil: new Date(0),
        sentAt: null,
        problem: null,
        told: false,
      }));
      // All that a transaction puts in is one insert at its end.
      await collect(`outbox of ${organisation}`, rows, (all) => insert(outbox, ...all));
    },
    async has(to, message) {
      if ((await deliveries.exists({ organisation, what: whatOf(to, message) })) !== null) return true;
      const known = await outbox.find({ organisation, to }).lean();
      const what = whatOf(to, message);
      return known.some((row) => whatOf(to, row.message) === what);
    },
    async waits(to, message) {
      const waiting = { organisation, to, state: 'waiting' } as const;
      const rows = await outbox.find({ ...waiting, order: { $gt: 0 } }).lean();
      return rows.some(({ claim, message: one }) => claim === null && JSON.stringify(one) === JSON.stringify(message));
    },
  };
}

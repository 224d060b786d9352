import { randomUUID } from 'node:crypto';
import type { Outbox } from '../../domain/ports.ts';
import { insert } from '../stored.ts';
import { collect } from '../transaction.ts';
import type { DeliveryCollections } from './collections.ts';

let lastOrder = 0;

/** Two messages of the same millisecond keep the order in which they were put in. */
function nextOrder(now: Date): number {
  lastOrder = Math.max(lastOrder + 1, now.getTime() * 1000);
  return lastOrder;
}

const sameAs = (message: object) =>
  Object.fromEntries(Object.entries(message).map(([key, value]) => [`message.${key}`, value]));

/** The outbox in MongoDB into which use cases put messages; `deliveryQueueOf` takes them out. */
export function outboxOf({ outbox }: DeliveryCollections, organisation: string, now: () => Date): Outbox {
  return {
    async add(messages) {
      const at = now();
      const rows = messages.map(({ to, message, notBefore }) => ({
        _id: randomUUID(),
        organisation,
        to,
        message,
        notBefore,
        at,
        order: nextOrder(at),
        state: 'waiting' as const,
        attempts: 0,
        claim: null,
        claimedUntil: new Date(0),
        sentAt: null,
        problem: null,
      }));
      // All that a transaction puts in is one insert at its end.
      await collect(`outbox of ${organisation}`, rows, (all) => insert(outbox, ...all));
    },
    async has(to, message) {
      return (await outbox.exists({ organisation, to, ...sameAs(message) })) !== null;
    },
    async waits(to, message) {
      const waiting = { organisation, to, state: 'waiting' } as const;
      const rows = await outbox.find({ ...waiting, order: { $gt: 0 } }).lean();
      return rows.some(({ claim, message: one }) => claim === null && JSON.stringify(one) === JSON.stringify(message));
    },
  };
}

import { randomUUID } from 'node:crypto';
import { classes, lastRank } from '../../domain/delivery/classes.ts';
import type { Series } from '../../domain/delivery/queue.ts';
import { Collision, type Outbox } from '../../domain/ports.ts';
import { insert } from '../stored.ts';
import { collect } from '../transaction.ts';
import type { DeliveryCollections } from './collections.ts';
import { lineOf, seriesOf, whatOf } from './ledger.ts';

let lastOrder = 0;

/** Two messages of the same millisecond keep the order in which they were put in. */
function nextOrder(now: Date): number {
  lastOrder = Math.max(lastOrder + 1, now.getTime() * 1000);
  return lastOrder;
}

/** The outbox in MongoDB into which use cases put messages; `deliveryQueueOf` takes them out. */
export function outboxOf({ outbox, deliveries }: DeliveryCollections, organisation: string, now: () => Date): Outbox {
  const waitingIn = ({ class: name, message }: Series) =>
    ({ organisation, state: 'waiting', rank: classes[name].rank, series: seriesOf(name, message) }) as const;
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
        rank: name === null ? lastRank : classes[name].rank,
        series: seriesOf(name, message),
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
      // In the direction in which rows move: one that leaves the queue between the two looks has its line already.
      const what = whatOf(to, message);
      const known = await outbox.find({ organisation, to }).lean();
      if (known.some((row) => whatOf(to, row.message) === what)) return true;
      return (await deliveries.exists({ organisation, what })) !== null;
    },
    async waits(to, ...messages) {
      const same = new Set(messages.map((message) => JSON.stringify(message)));
      const waiting = { organisation, to, state: 'waiting' } as const;
      const rows = await outbox.find({ ...waiting, order: { $gt: 0 } }).lean();
      return rows.some(({ claim, message }) => claim === null && same.has(JSON.stringify(message)));
    },
    async tally(series) {
      const sent = { organisation, series: seriesOf(series.class, series.message), result: 'sent' } as const;
      return { sent: await deliveries.countDocuments(sent), waiting: await outbox.countDocuments(waitingIn(series)) };
    },
    async withdraw(series, most) {
      // The deliveries take them from the other end, so that the two seldom meet.
      const last = await outbox.find(waitingIn(series)).sort({ notBefore: -1, order: -1 }).limit(most).lean();
      const rows = last.filter(({ claim }) => claim === null);
      if (rows.length === 0) return 0;
      const { deletedCount } = await outbox.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) }, claim: null });
      if (deletedCount < rows.length) throw new Collision('some of them are under way by now');
      const ended = { result: 'settled', platform: null, endedAt: now() } as const;
      await insert(deliveries, ...rows.map((row) => lineOf(organisation, { ...row, id: row._id }, ended)));
      return rows.length;
    },
  };
}

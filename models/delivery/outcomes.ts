import { createHash } from 'node:crypto';
import type { Outcomes } from '../../domain/ports.ts';
import { insert, orCollision } from '../stored.ts';
import type { DeliveryCollections } from './collections.ts';

/** The key of an arrival holds typed text, so we store its digest: nobody can read it, and it fits an index. */
const digestOf = (arrival: string): string => createHash('sha256').update(arrival).digest('base64url');

/** Outcomes of arrivals in MongoDB, so that a repeated arrival changes nothing. */
export function outcomesOf({ receipts }: DeliveryCollections, organisation: string, now: () => Date): Outcomes {
  return {
    async find(arrival) {
      const found = await receipts.findOne({ organisation, receipt: digestOf(arrival) }).lean();
      return found && { value: found.value };
    },
    async add(arrival, value) {
      await orCollision(insert(receipts, { organisation, receipt: digestOf(arrival), value, at: now() }));
    },
  };
}

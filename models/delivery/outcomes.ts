import { createHash } from 'node:crypto';
import type { Outcomes } from '../../domain/ports.ts';
import { orCollision } from '../stored.ts';
import type { DeliveryCollections } from './collections.ts';

/** An arrival holds what was typed: what is kept of it cannot be read, and fits an index. */
const digestOf = (arrival: string): string => createHash('sha256').update(arrival).digest('base64url');

/** What came of each arrival, so that the same one again changes nothing. */
export function outcomesOf({ receipts }: DeliveryCollections, organisation: string, now: () => Date): Outcomes {
  return {
    async find(arrival) {
      const found = await receipts.findOne({ organisation, receipt: digestOf(arrival) }).lean();
      return found && { value: found.value };
    },
    async add(arrival, value) {
      await orCollision(receipts.create([{ organisation, receipt: digestOf(arrival), value, at: now() }]));
    },
  };
}

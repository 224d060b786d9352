import { isDuplicate } from '../../stored.ts';
import type { DeliveryCollections } from '../collections.ts';

/**
 * The sign of life of an organisation's bot in MongoDB, which all instances leave together.
 * @param clock milliseconds by the clock of the machine
 */
export function heartbeatOf({ heartbeats }: DeliveryCollections, organisation: string, clock: () => number) {
  let own = Number.NEGATIVE_INFINITY;
  return {
    async last(): Promise<Date | null> {
      return (await heartbeats.findOne({ _id: organisation }).lean())?.at ?? null;
    },
    async beat(at: Date): Promise<void> {
      try {
        await heartbeats.updateOne({ _id: organisation }, { $max: { at } }, { upsert: true });
      } catch (error) {
        // Another instance has made the row at the same moment.
        if (!isDuplicate(error)) throw error;
      }
      own = clock();
    },
    silentMs: (): number => clock() - own,
  };
}

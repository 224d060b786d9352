import type { Database } from '../bot/database/database.ts';

/**
 * From now on no request can get a number: a defect in the middle of a transaction. The rows stay, so that no job puts
 * new ones in their place.
 */
export async function breakNumbers({ stored }: Database): Promise<void> {
  await stored.counters.collection.updateMany({}, { $set: { last: 'no number' } });
}

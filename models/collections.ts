import type mongoose from 'mongoose';
import type { Connection, Model } from 'mongoose';
import { campaignCollections } from './campaigns/collections.ts';
import { channelCollections } from './channels/collections.ts';
import { conversationCollections } from './conversation/collections.ts';
import { deliveryCollections } from './delivery/collections.ts';
import { migrationCollections } from './migrations/collections.ts';
import { peopleCollections } from './people/collections.ts';
import { requestCollections } from './requests/collections.ts';
import { textCollections } from './text/collections.ts';

/** The collections of one database, each declared in its subject. `buildIndexes` builds their indexes. */
export function collections(connection: Connection) {
  return {
    ...migrationCollections(connection),
    ...deliveryCollections(connection),
    ...peopleCollections(connection),
    ...requestCollections(connection),
    ...channelCollections(connection),
    ...conversationCollections(connection),
    ...campaignCollections(connection),
    ...textCollections(connection),
  };
}

export type Collections = ReturnType<typeof collections>;

/**
 * Creates all collections, with all indexes of a collection in one command; safe to repeat, also on two instances at
 * once.
 */
export async function buildIndexes(stored: Collections): Promise<void> {
  for (const one of Object.values(stored) as Model<unknown>[]) {
    const indexes = one.schema
      .indexes()
      .map(([key, options]) => ({ ...options, key }) as mongoose.mongo.IndexDescription);
    // An index over a million documents takes longer than any other call may.
    if (indexes.length > 0) await one.collection.createIndexes(indexes, { timeoutMS: 0 });
    else await one.createCollection();
  }
}

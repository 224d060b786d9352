import type { Database } from '../bot/database/database.ts';
import { worldOf } from '../models/world.ts';
import { openSampleDatabase } from './sample-database.ts';
import { type Sample, sampleOf, tuesdayMorning } from './sample-domain.ts';

/** For what the database alone can show: races between instances, indexes, what is kept of files. */
export interface StoredSample extends Sample {
  database: Database;
  close(): Promise<void>;
}

/** The sample municipality on a database of its own. */
export async function openStoredSample(): Promise<StoredSample> {
  const clock = { now: tuesdayMorning };
  const sample = await openSampleDatabase(() => clock.now);
  const { database, organisation } = sample;
  const world = worldOf(database.connection, database.stored, organisation, () => clock.now);
  const outbox = async () => {
    const rows = await database.stored.outbox.find().sort({ order: 1 }).lean();
    return rows.map(({ message, to, notBefore, state }) => ({ kind: message.kind, to, notBefore, state }));
  };
  return {
    ...sampleOf(world, clock, outbox),
    database,
    close: sample.close,
  };
}

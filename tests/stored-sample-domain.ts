import { type Database, openDatabase } from '../bot/database/database.ts';
import { worldOf } from '../models/world.ts';
import { openTestDatabase } from './database.ts';
import { importSample } from './imported-sample.ts';
import { type Town, townOf, tuesdayMorning } from './sample-domain.ts';

/** For what the database alone can show: races between instances, indexes, what is kept of files. */
export interface StoredTown extends Town {
  database: Database;
  close(): Promise<void>;
}

/** The sample municipality on a database of its own. */
export async function openStoredTown(): Promise<StoredTown> {
  const testDatabase = await openTestDatabase();
  const database = await openDatabase(testDatabase.uri);
  const clock = { now: tuesdayMorning };
  const { organisation } = await importSample(database, () => clock.now);
  const world = worldOf(database.connection, database.stored, organisation, () => clock.now);
  const outbox = async () => {
    const rows = await database.stored.outbox.find().sort({ order: 1 }).lean();
    return rows.map(({ message, to, notBefore, state }) => ({ kind: message.kind, to, notBefore, state }));
  };
  return {
    ...townOf(world, clock, outbox),
    database,
    async close() {
      await database.close();
      await testDatabase.close();
    },
  };
}

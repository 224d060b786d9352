import { setTimeout as wait } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { buildIndexes, type Collections, collections } from '../../models/collections.ts';
import { migrations, release } from '../../models/migrations/index.ts';
import { type MigratedStep, runMigrations } from '../../models/migrations/run.ts';

export interface Database {
  connection: Connection;
  stored: Collections;
  close(): Promise<void>;
}

/** The wait between two looks at a migration that another instance runs. */
const lookAgainMs = 250;

/**
 * Connects, migrates the data of an earlier version, and makes sure that every collection and index exists.
 * @param migrated called for each finished step
 */
export async function openDatabase(
  uri: string,
  migrated: (step: MigratedStep) => void = () => undefined,
): Promise<Database> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 10_000 }).asPromise();
  const stored = collections(connection);
  try {
    await runMigrations(stored, { migrations, release, done: migrated, pause: () => wait(lookAgainMs) });
    // The indexes come after the migration, because one may need its data.
    await buildIndexes(stored);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { connection, stored, close: () => connection.close() };
}

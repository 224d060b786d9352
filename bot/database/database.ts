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

/** Between two looks at what another instance is bringing up to date. */
const lookAgainMs = 250;

/**
 * Connects, brings what an earlier version has stored up to date, and makes sure that every collection and index is there.
 * @param migrated told of each step that was done for it
 */
export async function openDatabase(
  uri: string,
  migrated: (step: MigratedStep) => void = () => undefined,
): Promise<Database> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 10_000 }).asPromise();
  const stored = collections(connection);
  try {
    await runMigrations(stored, { migrations, release, done: migrated, pause: () => wait(lookAgainMs) });
    // After it, since an index may need what was added.
    await buildIndexes(stored);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return { connection, stored, close: () => connection.close() };
}

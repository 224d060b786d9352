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

/**
 * No call waits for ever on a database that hangs, in milliseconds. They bound one command each, because an import or a
 * campaign is one long transaction of many; the driver itself gives up a transaction after two minutes. Not
 * `timeoutMS`, which bounds a whole cursor or transaction (mongodb 7.8).
 */
const timeouts = {
  socketTimeoutMS: 10_000,
  connectTimeoutMS: 5000,
  waitQueueTimeoutMS: 10_000,
  serverSelectionTimeoutMS: 10_000,
};

/** Connects with time-outs for every call. Mongoose holds nothing back until a lost database is there again. */
export function connectTo(uri: string): Promise<Connection> {
  return mongoose.createConnection(uri, { ...timeouts, bufferCommands: false }).asPromise();
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
  const connection = await connectTo(uri);
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

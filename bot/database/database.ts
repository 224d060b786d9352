import mongoose, { type Connection } from 'mongoose';
import { buildIndexes, type Collections, collections } from '../../models/collections.ts';

export interface Database {
  connection: Connection;
  stored: Collections;
  close(): Promise<void>;
}

/** Connects, and makes sure that every collection and index is there. */
export async function openDatabase(uri: string, name?: string): Promise<Database> {
  const connection = await mongoose
    .createConnection(uri, { ...(name ? { dbName: name } : {}), serverSelectionTimeoutMS: 10_000 })
    .asPromise();
  const stored = collections(connection);
  await buildIndexes(stored);
  return { connection, stored, close: () => connection.close() };
}

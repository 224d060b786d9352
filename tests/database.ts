import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';

type TestDatabase = {
  /** Names this database, so `mongoose.connect(uri)` needs nothing more. */
  readonly uri: string;
  readonly name: string;
  /** Drops the database; connections that a test opened itself are its own to close, before this. */
  close(): Promise<void>;
};

/** A database of its own for a test file, on the server that tests/global-setup.ts started. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_MONGODB_URI;
  if (server === undefined) throw new Error('TEST_MONGODB_URI is not set: jest must run tests/global-setup.ts');
  const name = `test-${randomUUID()}`;
  const uri = new URL(server);
  uri.pathname = `/${name}`;
  const client = await new mongoose.mongo.MongoClient(server).connect();
  return {
    uri: uri.href,
    name,
    close: async () => {
      await client.db(name).dropDatabase();
      await client.close();
    },
  };
}

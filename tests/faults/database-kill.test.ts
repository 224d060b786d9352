import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../bot/database/embedded/embedded-database.ts';

const WRITERS = 4;
const KILLS = 3;
const ACKNOWLEDGED_BEFORE_KILL = 40;

const dataFolder = mkdtempSync(join(tmpdir(), 'database-kill-'));
const environmentFolder = resolve(import.meta.dirname, '../../.data/python');
let database: EmbeddedDatabase;
let client: mongoose.mongo.MongoClient;

beforeEach(start);
afterEach(stop);
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

async function start(): Promise<void> {
  database = await startEmbeddedDatabase({ dataFolder, environmentFolder, keepsExpired: true, progress: () => {} });
  client = await new mongoose.mongo.MongoClient(database.uri, { serverSelectionTimeoutMS: 200 }).connect();
}

async function stop(): Promise<void> {
  await client.close();
  await database.stop();
}

const documents = (name: string) => client.db('kill').collection<{ _id: string }>(name);
const storedIds = async (name: string) => (await documents(name).distinct('_id')).sort();

/**
 * One transaction over two collections, sent once, since a retry by the driver would hide a write that the server lost.
 */
async function writeBoth(id: string): Promise<void> {
  await client.withSession(async (session) => {
    session.startTransaction({ writeConcern: { w: 'majority' } });
    await documents('requests').insertOne({ _id: id }, { session });
    await documents('events').insertOne({ _id: id }, { session });
    await session.commitTransaction();
  });
}

/** Writes from several sides at once, kills the server in the middle, and returns the ids it had acknowledged. */
async function writeUntilKilled(round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  let killed = false;
  const writer = async (name: number) => {
    for (let n = 0; !killed; n += 1) {
      const id = `${round}-${name}-${n}`;
      try {
        await writeBoth(id);
      } catch (error) {
        const conflict = error instanceof mongoose.mongo.MongoServerError && error.codeName === 'WriteConflict';
        if (!killed && !conflict) throw error;
        continue;
      }
      acknowledged.push(id);
      if (acknowledged.length === ACKNOWLEDGED_BEFORE_KILL) {
        killed = process.kill(database.serverPid, 'SIGKILL');
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
  await database.exited;
  return acknowledged;
}

test('no acknowledged transaction is lost or half written when the server is killed between them', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round += 1) {
    acknowledged.push(...(await writeUntilKilled(round)));
    await stop();
    await start();
  }
  const requests = await storedIds('requests');
  expect(requests).toEqual(await storedIds('events'));
  expect(acknowledged.filter((id) => !requests.includes(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_BEFORE_KILL);
});

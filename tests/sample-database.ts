import mongoose from 'mongoose';
import { connectTo, type Database, openDatabase } from '../bot/database/database.ts';
import { prepareSample } from '../bot/local/sample-municipality.ts';
import type { Organisation } from '../domain/people/organisation.ts';
import type { Person } from '../domain/people/person.ts';
import { localDate } from '../domain/time/local-time.ts';
import { collections } from '../models/collections.ts';
import { worldOf } from '../models/world.ts';
import { newTestDatabase } from './database.ts';
import { keepForRun, madeInRun } from './run-log/kept.ts';

const { EJSON } = mongoose.mongo.BSON;

type Row = Readonly<Record<string, unknown>> & { _id: string | mongoose.Types.ObjectId };

/** All rows as the import leaves them, by collection. */
interface Imported {
  organisation: Organisation;
  rows: Readonly<Record<string, readonly Row[]>>;
}

export interface SampleDatabase {
  database: Database;
  organisation: Organisation;
  people: readonly Person[];
  close(): Promise<void>;
}

/**
 * The sample municipality on a database that nobody else uses. The first test file of a run imports it; all others put in
 * what the import left.
 */
export async function openSampleDatabase(now: () => Date): Promise<SampleDatabase> {
  const used = idle.take();
  const uri = used ?? newTestDatabase().uri;
  const database = used ? await reopen(used) : await openDatabase(uri);
  const { organisation } = await fill(database, now);
  const { connection, stored } = database;
  const close = async () => {
    // Before the next test: what the one before still writes then fails in place of standing in another's database.
    await database.close();
    idle.put(uri);
  };
  // When the next cannot be opened, `afterEach` closes this one again, and must not hide why.
  let closed: Promise<void> | undefined;
  return {
    database,
    organisation,
    people: await worldOf(connection, stored, organisation, now).people.all(),
    close() {
      closed ??= close();
      return closed;
    },
  };
}

/**
 * The databases that tests of this worker are done with, also those of files before: to put one in order takes a fifth of
 * the time that a new one takes. A worker runs one file at a time.
 */
const idle = {
  take(): string | undefined {
    const [first, ...rest] = idleOfWorker();
    keepForRun(idleFile, rest.join('\n'));
    return first;
  },
  put(uri: string): void {
    keepForRun(idleFile, [uri, ...idleOfWorker()].join('\n'));
  },
};
const idleFile = `idle-${process.env.JEST_WORKER_ID}`;
const idleOfWorker = (): string[] => madeInRun(idleFile)?.split('\n').filter(Boolean) ?? [];

/** Its collections and indexes are there. */
async function reopen(uri: string): Promise<Database> {
  const connection = await connectTo(uri);
  return { connection, stored: collections(connection), close: () => connection.close() };
}

async function fill(database: Database, now: () => Date): Promise<Imported> {
  const name = `sample-${localDate(now()).slice(0, 4)}.json`;
  const made = madeInRun(name);
  if (made === null) {
    const { organisation } = await prepareSample(database, now);
    const imported = { organisation, rows: await rowsOf(database) };
    keepForRun(name, EJSON.stringify(imported));
    return imported;
  }
  const imported = EJSON.parse(made) as Imported;
  for (const [collection, rows] of Object.entries(await rowsOf(database)))
    await restore(database, collection, rows, imported.rows[collection] ?? []);
  return imported;
}

async function rowsOf({ connection }: Database): Promise<Record<string, Row[]>> {
  const all = (await connection.db?.collections()) ?? [];
  const rows = await Promise.all(
    all.map(async (one) => [one.collectionName, await one.find<Row>({}).sort({ $natural: 1 }).toArray()] as const),
  );
  return Object.fromEntries(rows);
}

/** Changes what differs and keeps the order: most of the rows are people, of whom a test changes a few. */
async function restore({ connection }: Database, name: string, rows: readonly Row[], wanted: readonly Row[]) {
  const collection = connection.collection<Row>(name);
  const found = new Map(rows.map((row) => [String(row._id), JSON.stringify(row)]));
  if (wanted.some(({ _id }) => !found.has(String(_id)))) {
    await collection.deleteMany({});
    await collection.insertMany([...wanted]);
    return;
  }
  for (const row of wanted) {
    if (found.get(String(row._id)) !== JSON.stringify(row)) await collection.replaceOne({ _id: row._id }, row);
  }
  if (rows.length > wanted.length) await collection.deleteMany({ _id: { $nin: wanted.map(({ _id }) => _id) } });
}

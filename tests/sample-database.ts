import mongoose from 'mongoose';
import { connectTo, type Database, openDatabase } from '../bot/database/database.ts';
import { prepareSample } from '../bot/local/sample-municipality.ts';
import type { Organisation } from '../domain/people/organisation.ts';
import type { Person } from '../domain/people/person.ts';
import { localDate } from '../domain/time/local-time.ts';
import { collections } from '../models/collections.ts';
import { newTestDatabase } from './database.ts';
import { keepForRun, madeInRun } from './run-log/kept.ts';

const { deserialize, EJSON, serialize } = mongoose.mongo.BSON;

type Row = Readonly<Record<string, unknown>> & { _id: string | mongoose.Types.ObjectId };

/** All rows as the import leaves them, by collection. */
interface Imported {
  organisation: Organisation;
  rows: Readonly<Record<string, readonly Row[]>>;
  people: readonly Person[];
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
  // A test may change what it gets.
  const { organisation, people } = structuredClone(await fill(database, now));
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
    people,
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

/** What this worker has read of it, by the name of its file. */
const imports = new Map<string, Imported>();

async function fill(database: Database, now: () => Date): Promise<Pick<Imported, 'organisation' | 'people'>> {
  const name = `sample-${localDate(now()).slice(0, 4)}.json`;
  const known = imports.get(name) ?? importedBefore(name);
  if (known === null) {
    const imported = await prepare(database, now);
    keepForRun(name, EJSON.stringify(imported));
    return { organisation: imported.organisation, people: imported.people };
  }
  imports.set(name, known);
  for (const [collection, rows] of Object.entries(await rowsOf(database)))
    await restore(database, collection, rows, known.rows[collection] ?? []);
  return { organisation: known.organisation, people: known.people };
}

function importedBefore(name: string): Imported | null {
  const made = madeInRun(name);
  return made === null ? null : (EJSON.parse(made) as Imported);
}

async function prepare(database: Database, now: () => Date): Promise<Imported> {
  const { organisation, people } = await prepareSample(database, now);
  const rows = Object.entries(await rowsOf(database)).map(([name, all]) => [name, all.map(rowOf)] as const);
  return { organisation, people, rows: Object.fromEntries(rows) };
}

/** Rows as the database sends them: most are as the import left them, and to read them takes longer than to compare them. */
async function rowsOf({ connection }: Database): Promise<Record<string, Buffer[]>> {
  const all = (await connection.db?.collections()) ?? [];
  const rows = await Promise.all(
    all.map(async (one) => {
      const found = await one.find<Buffer>({}, { raw: true }).sort({ $natural: 1 }).toArray();
      return [one.collectionName, found] as const;
    }),
  );
  return Object.fromEntries(rows);
}

const rowOf = (bytes: Buffer) => deserialize(bytes) as Row;

/** Changes what differs and keeps the order: most of the rows are people, of whom a test changes a few. */
async function restore({ connection }: Database, name: string, rows: readonly Buffer[], wanted: readonly Row[]) {
  if (rows.length === wanted.length && wanted.every((row, at) => bytesOf(row).equals(rows[at] ?? Buffer.of()))) return;
  const collection = connection.collection<Row>(name);
  const found = new Map(rows.map((bytes) => [String(rowOf(bytes)._id), bytes]));
  if (wanted.some(({ _id }) => !found.has(String(_id)))) {
    await collection.deleteMany({});
    if (wanted.length > 0) await collection.insertMany([...wanted]);
    return;
  }
  for (const row of wanted) {
    const bytes = found.get(String(row._id));
    if (!bytes || !bytesOf(row).equals(bytes)) await collection.replaceOne({ _id: row._id }, row);
  }
  if (rows.length > wanted.length) await collection.deleteMany({ _id: { $nin: wanted.map(({ _id }) => _id) } });
}

const bytesOfRows = new WeakMap<Row, Buffer>();

function bytesOf(row: Row): Buffer {
  const known = bytesOfRows.get(row) ?? Buffer.from(serialize(row));
  bytesOfRows.set(row, known);
  return known;
}

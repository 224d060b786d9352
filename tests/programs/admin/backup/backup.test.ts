import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../../bot/database/database.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../../../bot/database/embedded/embedded-database.ts';
import { prepareSample } from '../../../../bot/local/sample-municipality.ts';
import { sharedPython } from '../../programs.ts';
import { runAdminProgram } from '../run-admin.ts';

let folder: string;
let embedded: EmbeddedDatabase;
let database: Database;

/** A data folder on which this process is the bot. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  for (const name of ['one', 'two', 'three']) {
    mkdirSync(join(folder, name));
    symlinkSync(sharedPython, join(folder, name, 'python'));
  }
  embedded = await startEmbeddedDatabase({
    dataFolder: join(folder, 'one'),
    searchPath: '',
    progress: () => undefined,
  });
  database = await openDatabase(embedded.uri);
  await prepareSample(database, () => new Date('2026-11-24T09:00:00Z'));
  // As a file of a request is stored.
  const bytes = Buffer.alloc(300_000, 7);
  await database.connection.collection('files.chunks').insertOne({ n: 0, data: bytes });
}, 60_000);
afterAll(async () => {
  await database?.close();
  await embedded?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const admin = (name: string, ...args: string[]) =>
  runAdminProgram(args, { DATA_FOLDER: join(folder, name), LANG: 'en' });
const file = () => join(folder, 'backup.gz');

/** All documents of a database, by collection. */
async function all({ connection }: Database): Promise<Record<string, unknown[]>> {
  const names = (await connection.listCollections())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'));
  const found = await Promise.all(
    names
      .sort()
      .map(async (name) => [name, await connection.collection(name).find().sort({ _id: 1 }).toArray()] as const),
  );
  return Object.fromEntries(found.filter(([, documents]) => documents.length > 0));
}

test('a command works on the embedded database of a bot that runs', async () => {
  const { code, output } = await admin('one', 'parked', 'fjordby');
  expect([code, output]).toEqual([0, '0 beskeder kunne ikke leveres.\n']);
  expect(existsSync(join(folder, 'one/lock.json'))).toBe(true);
  expect((await database.stored.organisations.find().lean()).map(({ _id }) => _id)).toEqual(['fjordby']);
});

test('backs up all that is stored while the bot runs, and a restore into an empty folder gives all of it', async () => {
  const backup = await admin('one', 'backup', file());
  expect(backup.output).toMatch(/^\d+ documents are in .*backup\.gz\.\n$/);
  const restored = await admin('two', 'restore', file());
  expect([restored.code, restored.output]).toEqual([
    0,
    expect.stringContaining(`${Number.parseInt(backup.output, 10)} documents were taken from `),
  ]);
  const second = await startEmbeddedDatabase({
    dataFolder: join(folder, 'two'),
    searchPath: '',
    progress: () => undefined,
  });
  const other = await openDatabase(second.uri);
  const [before, after] = [await all(database), await all(other)];
  await other.close();
  await second.stop();
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['files.chunks', 'organisations', 'people']));
  expect(after).toEqual(before);
}, 90_000);

test('overwrites no file', async () => {
  writeFileSync(join(folder, 'taken'), 'mine');
  const { code, output } = await admin('one', 'backup', join(folder, 'taken'));
  expect([code, output]).toEqual([1, expect.stringContaining('is there already and is not overwritten')]);
  expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('mine');
});

test('restores into no database that holds something', async () => {
  const { code, output } = await admin('one', 'restore', file());
  expect([code, output]).toEqual([1, expect.stringContaining('The database is not empty.')]);
});

test('takes no part of a backup that was cut off, and nothing that is none', async () => {
  truncateSync(file(), 2000);
  const cut = await admin('three', 'restore', file());
  expect([cut.code, cut.output]).toEqual([
    1,
    expect.stringMatching(/(no whole backup|cannot be read).*Nothing was changed/),
  ]);
  writeFileSync(join(folder, 'list.csv'), 'email;name\n');
  const none = await admin('three', 'restore', join(folder, 'list.csv'));
  expect([none.code, none.output]).toEqual([1, expect.stringContaining('Nothing was changed')]);
}, 60_000);

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import mongoose from 'mongoose';
import { startEmbeddedDatabase } from '../../../bot/database/embedded/embedded-database.ts';
import { ensureInstalled } from '../../../bot/database/embedded/install/install.ts';

const environmentFolder = resolve(import.meta.dirname, '../../../.data/python');

let folder: string;
let bin: string;
let server: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-database-'));
  bin = join(folder, 'bin');
  mkdirSync(bin);
  server = await ensureInstalled(environmentFolder, () => undefined);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (options: { searchPath?: string; serverPath?: string } = {}) =>
  startEmbeddedDatabase({
    dataFolder: join(folder, 'data'),
    environmentFolder,
    searchPath: bin,
    progress: () => undefined,
    ...options,
  });

/** A program of this name on the path: SecantusDB, which writes down how it was called. */
function onPath(name: string, translate = 'exec "$SERVER" "$@"'): string {
  const program = join(bin, name);
  const called = `printf '%s\\n' "$@" > ${join(folder, 'called')}`;
  writeFileSync(program, `#!/bin/sh\nSERVER=${server}\n${called}\n${translate}\n`, { mode: 0o755 });
  return program;
}
const called = () => readFileSync(join(folder, 'called'), 'utf8').trim().split('\n');

/** SecantusDB as a `mongod`, which takes other flags. */
const asMongod = `
while [ $# -gt 0 ]; do
  case "$1" in --dbpath) dbpath=$2 ;; --port) port=$2 ;; esac
  shift
done
touch "$dbpath/../empty.toml"
exec "$SERVER" --config "$dbpath/../empty.toml" --port "$port" --storage-path "$dbpath"`;

async function isUsed(uri: string): Promise<void> {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await client.db('a').collection('b').insertOne({ n: 1 }, { session });
    }),
  );
  await client.close();
}

const recorded = () => JSON.parse(readFileSync(join(folder, 'data/server.json'), 'utf8'));

test('takes the server of the path for an empty folder, records it, and starts with it again', async () => {
  onPath('secantusd-rs');
  for (let round = 0; round < 2; round += 1) {
    const database = await start();
    await isUsed(database.uri);
    await database.stop();
    expect(called()).toContain('--sync-on-commit');
    rmSync(join(folder, 'called'));
  }
  expect(recorded()).toEqual({ server: 'secantusd-rs' });
});

test('prefers a mongod, and starts it as the one member of a replica set on this machine alone', async () => {
  onPath('secantusd-rs');
  onPath('mongod', asMongod);
  const database = await start();
  await isUsed(database.uri);
  await database.stop();
  expect(recorded()).toEqual({ server: 'mongod' });
  const flags = called();
  expect(flags).toEqual(['--dbpath', join(folder, 'data/database'), '--replSet', 'forenklingsbot', ...flags.slice(4)]);
  expect(flags.slice(4)).toEqual([
    '--bind_ip',
    '127.0.0.1',
    '--port',
    expect.stringMatching(/^\d+$/),
    '--nounixsocket',
  ]);
});

test('keeps a folder of the installed server with it, also one of a version that recorded nothing', async () => {
  const first = await start();
  await isUsed(first.uri);
  await first.stop();
  expect(recorded()).toEqual({ server: 'secantusd-py' });
  rmSync(join(folder, 'data/server.json'));
  onPath('mongod', asMongod);
  const second = await start();
  await second.stop();
  expect(existsSync(join(folder, 'called'))).toBe(false);
});

test('refuses a folder whose server is not there any more, and says how to go over to another', async () => {
  const program = onPath('secantusd-rs');
  const database = await start();
  await database.stop();
  rmSync(program);
  await expect(start()).rejects.toMatchObject({
    problem: 'other-server',
    message: expect.stringMatching(
      /written by secantusd-rs, and secantusd-rs is not on the PATH.*backup FILE.*restore FILE/,
    ),
  });
  expect(existsSync(join(folder, 'data/lock.json'))).toBe(false);
});

test('refuses to open a folder with another server than the one that wrote it', async () => {
  const database = await start();
  await database.stop();
  const serverPath = onPath('secantusd-rs');
  await expect(start({ serverPath })).rejects.toMatchObject({
    problem: 'other-server',
    message: expect.stringContaining('written by secantusd-py, and EMBEDDED_SERVER names secantusd-rs'),
  });
});

test('chooses anew when nothing was written', async () => {
  onPath('mongod', 'exit 1');
  await expect(start()).rejects.toMatchObject({ problem: 'server-not-ready' });
  rmSync(join(bin, 'mongod'));
  const database = await start();
  await database.stop();
  expect(recorded()).toEqual({ server: 'secantusd-py' });
});

test('keeps its data folder and all that the server writes private, whatever mask the process was given', async () => {
  const script = `
    process.umask(0o022);
    const { startEmbeddedDatabase } = await import(${JSON.stringify(resolve(import.meta.dirname, '../../../bot/database/embedded/embedded-database.ts'))});
    const database = await startEmbeddedDatabase({ dataFolder: ${JSON.stringify(join(folder, 'open'))}, environmentFolder: ${JSON.stringify(environmentFolder)}, searchPath: '', progress: () => {} });
    await database.stop();`;
  // As systemd makes it for StateDirectory=, before the bot begins.
  mkdirSync(join(folder, 'open'), { mode: 0o755 });
  execFileSync(process.execPath, ['--input-type=module', '-e', script]);
  const readable = execFileSync('find', [join(folder, 'open'), '-perm', '/077'], { encoding: 'utf8' });
  expect(readable).toBe('');
});

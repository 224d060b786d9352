import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';
import { removeEmbeddedDatabase, startEmbeddedDatabase } from '../../../bot/database/embedded/embedded-database.ts';
import { identifyProcess } from '../../../bot/database/embedded/process-identity.ts';

const root = resolve(import.meta.dirname, '../../..');
const environmentFolder = join(root, '.data/python');
const MODULE = join(root, 'bot/database/embedded/embedded-database.ts');
const lines: string[] = [];
const progress = (line: string) => lines.push(line);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-database-'));
  lines.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = () => startEmbeddedDatabase({ dataFolder: folder, environmentFolder, searchPath: '', progress });

async function withClient<T>(uri: string, work: (client: mongoose.mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** A second bot: a process that starts the database on `folder`, prints its pid, and stays until it is killed. */
async function startInProcess(): Promise<{ bot: ChildProcess; serverPid: number }> {
  const options = JSON.stringify({ dataFolder: folder, environmentFolder, searchPath: '' });
  const program = `
    import { startEmbeddedDatabase } from ${JSON.stringify(MODULE)};
    const database = await startEmbeddedDatabase({ ...${options}, progress: console.error });
    console.log(database.serverPid);`;
  const bot = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(bot.stdout), 'line');
  return { bot, serverPid: Number(line) };
}

async function kill(bot: ChildProcess): Promise<void> {
  const ended = once(bot, 'exit');
  bot.kill('SIGKILL');
  await ended;
}

describe('a running database', () => {
  test('keeps documents beyond their time where that is asked for', async () => {
    const database = await startEmbeddedDatabase({
      dataFolder: folder,
      environmentFolder,
      searchPath: '',
      progress,
      keepsExpired: true,
    });
    expect(readFileSync(join(folder, 'secantusd.toml'), 'utf8')).toContain('ttl_sweep_seconds = 0');
    await database.stop();
  });

  test('answers, gives its name, runs transactions, and leaves no process after its stop', async () => {
    const database = await start();
    expect(database.server).toBe('SecantusDB 0.7.0b3');
    await withClient(database.uri, (client) =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          await client.db('a').collection('b').insertOne({ n: 1 }, { session });
        }),
      ),
    );
    await Promise.all([database.stop(), database.stop()]);
    expect(identifyProcess(database.serverPid)).toBeUndefined();
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
    expect(await database.exited).toMatchObject({ requested: true });
  });

  test('refuses a second owner, names the first, and refuses to be removed', async () => {
    const database = await start();
    try {
      await expect(start()).rejects.toMatchObject({
        problem: 'folder-owned',
        message: expect.stringContaining(`Process ${process.pid} already uses this folder`),
      });
      await expect(removeEmbeddedDatabase(folder)).rejects.toMatchObject({ problem: 'folder-owned' });
    } finally {
      await database.stop();
    }
  });

  test('reports a server that dies under a living bot, and releases the folder on stop', async () => {
    const database = await start();
    process.kill(database.serverPid, 'SIGKILL');
    expect(await database.exited).toEqual({ requested: false, description: expect.stringContaining('signal SIGKILL') });
    await database.stop();
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  test('keeps its data over a restart and loses it by removal', async () => {
    const count = (uri: string) => withClient(uri, (client) => client.db('a').collection('b').countDocuments());
    const first = await start();
    await withClient(first.uri, (client) => client.db('a').collection('b').insertOne({ n: 1 }));
    await first.stop();
    const second = await start();
    expect(await count(second.uri)).toBe(1);
    await second.stop();
    await removeEmbeddedDatabase(folder);
    const third = await start();
    expect(await count(third.uri)).toBe(0);
    await third.stop();
  });
});

describe('after a killed bot', () => {
  test('takes over the same server with its data, watches it, and stops it at the end', async () => {
    const { bot, serverPid } = await startInProcess();
    await expect(start()).rejects.toThrow(`Process ${bot.pid} already uses this folder`);
    await kill(bot);
    const database = await start();
    expect(database.serverPid).toBe(serverPid);
    await withClient(database.uri, (client) => client.db('a').collection('b').insertOne({ n: 1 }));
    process.kill(serverPid, 'SIGKILL');
    expect(await database.exited).toMatchObject({ requested: false });
    await database.stop();
    const next = await start();
    expect(await withClient(next.uri, (client) => client.db('a').collection('b').countDocuments())).toBe(1);
    await next.stop();
  });

  test('ends an orphan of another version before a new server opens its files', async () => {
    const { bot, serverPid } = await startInProcess();
    await kill(bot);
    const lockFile = join(folder, 'lock.json');
    const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
    lock.server.program = 'secantusdb==0.6.0';
    writeFileSync(lockFile, JSON.stringify(lock));
    const database = await start();
    expect(database.serverPid).not.toBe(serverPid);
    expect(identifyProcess(serverPid)).toBeUndefined();
    await database.stop();
  });

  test('ends and replaces an orphan that does not answer', async () => {
    const { bot, serverPid } = await startInProcess();
    await kill(bot);
    process.kill(serverPid, 'SIGSTOP');
    const database = await start();
    expect(database.serverPid).not.toBe(serverPid);
    expect(lines.join('\n')).toContain('does not answer');
    await database.stop();
  });

  test('leaves its files to a server that no lock names, and tells the operator how to find it', async () => {
    const { bot, serverPid } = await startInProcess();
    await kill(bot);
    rmSync(join(folder, 'lock.json'));
    await expect(start()).rejects.toMatchObject({ problem: 'folder-owned', message: expect.stringContaining('fuser') });
    process.kill(serverPid, 'SIGKILL');
  });

  test('ends the orphan at a removal, and leaves no lock', async () => {
    const { bot } = await startInProcess();
    await kill(bot);
    await removeEmbeddedDatabase(folder);
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });
});

describe('a server that cannot run', () => {
  test('is named when it is missing', async () => {
    const starting = startEmbeddedDatabase({ dataFolder: folder, serverPath: '/nowhere/secantusd-rs', progress });
    await expect(starting).rejects.toMatchObject({ problem: 'server-not-runnable' });
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  test('is reported with the end of its log when it ends at once', async () => {
    const serverPath = join(folder, 'server');
    writeFileSync(serverPath, '#!/bin/sh\nsleep 0.1; echo "bad storage version" >&2; exit 3\n', { mode: 0o755 });
    const starting = startEmbeddedDatabase({ dataFolder: folder, serverPath, progress });
    await expect(starting).rejects.toMatchObject({
      problem: 'server-not-ready',
      message: expect.stringMatching(/status 3[\s\S]*bad storage version/),
    });
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { askServer, ownReplicaSet } from './ask-server.ts';
import { CLOSING_MS, endProcess } from './end-process.ts';
import { EmbeddedDatabaseError, systemErrorCode } from './error.ts';
import { lastLines } from './last-lines.ts';
import type { LockedServer } from './lock.ts';
import { identifyProcess } from './process-identity.ts';

/** Opening takes 0.5 s; after a crash the server first reads the whole log again. */
const READY_MS = 60_000;
const PORT_ATTEMPTS = 3;

export type StartedServer = {
  readonly server: LockedServer;
  readonly name: string;
  readonly replicaSet: string;
  /** Resolves with the way in which the process ended, in words for the log. */
  readonly exited: Promise<string>;
};

type ServerPlan = {
  readonly dataFolder: string;
  /** Absolute path of the executable. */
  readonly executable: string;
  /** The server's own name: `mongod` takes other flags than the rest. */
  readonly serverName: string;
  /** The program as the lock names it. */
  readonly program: string;
  /** Whether documents stay beyond the time at which they expire. */
  readonly keepsExpired: boolean;
  /** Called as soon as the process exists, before it is ready, so that the lock can name it even then. */
  readonly record: (server: LockedServer) => void;
};

/**
 * Starts the server on a free loopback port and waits until it answers.
 * @throws EmbeddedDatabaseError `server-not-runnable`, `server-not-ready` or `folder-owned`; no process is left behind.
 */
export async function startServer(plan: ServerPlan): Promise<StartedServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const logFrom = logSize(plan.dataFolder);
    try {
      return await startOnPort(plan, port);
    } catch (error) {
      const log = readFileSync(logFile(plan.dataFolder)).subarray(logFrom).toString('utf8');
      // Another program may take the port between our look and the server's start.
      if (attempt < PORT_ATTEMPTS && /address already in use/i.test(log)) continue;
      throw explainStartFailure(error, log, plan.dataFolder);
    }
  }
}

async function startOnPort(plan: ServerPlan, port: number): Promise<StartedServer> {
  const child = spawnServer(plan, port);
  const exited = exitOf(child);
  const identity = await spawned(child, plan.executable);
  const server: LockedServer = { ...identity, port, program: plan.program };
  plan.record(server);
  try {
    const givenUp = exited.then((how): never => {
      throw new Error(`the database server ended while it started: ${how}`);
    });
    const answer = await askServer(port, READY_MS, givenUp);
    if (answer.pid !== undefined && answer.pid !== identity.pid) {
      throw new Error(`process ${answer.pid} answers on port ${port} in place of the database server`);
    }
    return { server, name: answer.name, replicaSet: answer.replicaSet, exited };
  } catch (error) {
    await endProcess(identity, CLOSING_MS);
    throw error;
  }
}

function spawnServer({ executable, serverName, dataFolder, keepsExpired }: ServerPlan, port: number): ChildProcess {
  const log = openSync(logFile(dataFolder), 'a', 0o600);
  // The server takes the mask over, and so its files are private as well.
  const mask = process.umask(0o077);
  const flags =
    serverName === 'mongod'
      ? mongodFlags(dataFolder, port, keepsExpired)
      : secantusFlags(dataFolder, port, keepsExpired);
  // The process is detached: Ctrl+C in a terminal reaches the bot alone, which ends the server when its own work is
  // stored.
  const child = spawn(executable, flags, {
    cwd: dataFolder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  process.umask(mask);
  closeSync(log);
  return child;
}

function secantusFlags(dataFolder: string, port: number, keepsExpired: boolean): string[] {
  const config = join(dataFolder, 'secantusd.toml');
  // We name the file explicitly, because the server otherwise reads a secantusd.toml of the home folder or of /etc.
  const settings = keepsExpired ? '[storage]\nttl_sweep_seconds = 0\n' : '';
  writeFileSync(config, `# Every other setting is a flag that the bot gives.\n${settings}`, { mode: 0o600 });
  const address = ['--host', '127.0.0.1', '--port', String(port)];
  return ['--config', config, ...address, '--storage-path', storageFolder(dataFolder), '--sync-on-commit'];
}

/** https://www.mongodb.com/docs/manual/reference/program/mongod/ ; its journal keeps each majority write. */
function mongodFlags(dataFolder: string, port: number, keepsExpired: boolean): string[] {
  const storage = storageFolder(dataFolder);
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  const address = ['--bind_ip', '127.0.0.1', '--port', String(port), '--nounixsocket'];
  const settings = keepsExpired ? ['--setParameter', 'ttlMonitorEnabled=false'] : [];
  return ['--dbpath', storage, '--replSet', ownReplicaSet, ...address, ...settings];
}

async function spawned(child: ChildProcess, executable: string) {
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) => {
      const message = `The database server ${executable} cannot be run (${systemErrorCode(cause) ?? cause.message}).`;
      reject(new EmbeddedDatabaseError('server-not-runnable', message, { cause }));
    });
  });
  const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
  if (identity === undefined) throw new Error('the database server ended at once');
  return identity;
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `status ${code}` : `signal ${signal}`));
  });
}

function explainStartFailure(error: unknown, log: string, dataFolder: string): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  const storage = storageFolder(dataFolder);
  if (log.includes('already being managed by another process')) {
    return new EmbeddedDatabaseError(
      'folder-owned',
      `Another database server has ${storage} open, though no bot owns it. Find it with "fuser ${storage}/WiredTiger.lock", end it, and start again.`,
      { cause: error },
    );
  }
  return new EmbeddedDatabaseError(
    'server-not-ready',
    `The embedded database did not start (${String(error)}). The last lines of ${logFile(dataFolder)} are:\n${lastLines(log)}`,
    { cause: error },
  );
}

/** Gives a loopback port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port was given'));
        else resolve(address.port);
      });
    });
  });
}

function logSize(dataFolder: string): number {
  return statSync(logFile(dataFolder), { throwIfNoEntry: false })?.size ?? 0;
}

export const storageFolder = (dataFolder: string): string => join(dataFolder, 'database');
export const logFile = (dataFolder: string): string => join(dataFolder, 'database.log');

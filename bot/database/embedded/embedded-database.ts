import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { askServer, uriOf } from './ask-server.ts';
import { chooseServer, recordServer } from './choose-server.ts';
import { CLOSING_MS, endProcess } from './end-process.ts';
import { ensureInstalled, REQUIREMENT } from './install/install.ts';
import { acquireLock, runningServer } from './lock.ts';
import { logFile, startServer, storageFolder } from './server.ts';
import { takeOver } from './take-over.ts';

/** Milliseconds in which a server that runs answers. */
const runningAnswerMs = 5000;

type EmbeddedDatabaseOptions = {
  /** The folder of the data, the lock and database.log; it is made when missing. One bot at a time owns it. */
  readonly dataFolder: string;
  /** The folder of the server program, by default `<dataFolder>/python`. Several data folders may share it. */
  readonly environmentFolder?: string;
  /** An executable to run in place of the installed server (EMBEDDED_SERVER); `mongod`, or one with SecantusDB's flags. */
  readonly serverPath?: string | undefined;
  /** The folders in which a `mongod` or `secantusd-rs` is looked for, by default the PATH; empty: nowhere. */
  readonly searchPath?: string;
  /** Keeps documents beyond the time at which they expire by this machine's clock: for tests, whose clock is another. */
  readonly keepsExpired?: boolean;
  /** Receives a line for the operator when something takes time. */
  readonly progress: (line: string) => void;
};

/** `requested` is true when `stop` ended the server; otherwise the bot has lost its database and must end too. */
type ServerExit = { readonly requested: boolean; readonly description: string };

export type EmbeddedDatabase = {
  readonly uri: string;
  /** Name and version, as "SecantusDB 0.7.0b3". */
  readonly server: string;
  readonly serverPid: number;
  /** Resolves once, when the server has ended; never rejects. */
  readonly exited: Promise<ServerExit>;
  /** Ends the server, waits until its files are closed, and gives the folder up. May be called again. */
  stop(): Promise<void>;
};

/**
 * Starts the database that runs where MONGODB_URI is not set, or takes over the one that a killed bot left running.
 * Acknowledged writes survive a kill of the bot and of the server.
 * @throws EmbeddedDatabaseError, whose message tells the operator what to do.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { progress } = options;
  const serverPath = options.serverPath === undefined ? undefined : resolve(options.serverPath);
  const dataFolder = resolve(options.dataFolder);
  const lock = lockDataFolder(dataFolder);
  try {
    const storage = storageFolder(dataFolder);
    const chosen = chooseServer({ dataFolder, storage }, serverPath, options.searchPath ?? process.env.PATH ?? '');
    const program = chosen.path ?? REQUIREMENT;
    const install = () => ensureInstalled(options.environmentFolder ?? join(dataFolder, 'python'), progress);
    const run = async () => {
      const executable = chosen.path ?? (await install());
      recordServer(dataFolder, chosen);
      return startServer({
        dataFolder,
        program,
        executable,
        serverName: chosen.name,
        keepsExpired: options.keepsExpired ?? false,
        record: lock.recordServer,
      });
    };
    const started = (await takeOver(lock.orphan, program, progress)) ?? (await run());
    const { server, name, replicaSet } = started;
    let stopping: Promise<void> | undefined;
    const exited = started.exited.then((how) => ({
      requested: stopping !== undefined,
      description: `The database server (process ${server.pid}) ended with ${how}; see ${logFile(dataFolder)}.`,
    }));
    const stop = async () => {
      await endProcess(server, CLOSING_MS);
      await exited;
      lock.release();
    };
    return {
      uri: uriOf(server.port, replicaSet),
      server: name,
      serverPid: server.pid,
      exited,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Tells whether a data folder holds a database. */
export function hasEmbeddedDatabase(dataFolder: string): boolean {
  return existsSync(storageFolder(resolve(dataFolder)));
}

/**
 * Gives the address of the server that a living process runs on a data folder, or null when none does. Another program
 * loses the server when that process stops.
 */
export async function runningDatabase(dataFolder: string): Promise<{ uri: string; server: string } | null> {
  const server = runningServer(lockFile(resolve(dataFolder)));
  if (!server) return null;
  const { pid, name, replicaSet } = await askServer(server.port, runningAnswerMs);
  if (pid !== undefined && pid !== server.pid)
    throw new Error(`process ${pid} answers on port ${server.port} in place of the database server`);
  return { uri: uriOf(server.port, replicaSet), server: name };
}

/**
 * Deletes everything that is stored in a data folder, for a start from nothing; the installed server program stays.
 * @throws EmbeddedDatabaseError `folder-owned` while a bot uses the folder.
 */
export async function removeEmbeddedDatabase(dataFolder: string): Promise<void> {
  const folder = resolve(dataFolder);
  const lock = lockDataFolder(folder);
  try {
    if (lock.orphan !== undefined) await endProcess(lock.orphan, CLOSING_MS);
    rmSync(storageFolder(folder), { recursive: true, force: true });
    rmSync(logFile(folder), { force: true });
  } finally {
    lock.release();
  }
}

function lockDataFolder(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A service manager may have made it, readable by everybody.
  chmodSync(folder, 0o700);
  return acquireLock(lockFile(folder));
}

const lockFile = (folder: string): string => join(folder, 'lock.json');

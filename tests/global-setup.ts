import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type EmbeddedDatabase,
  removeEmbeddedDatabase,
  startEmbeddedDatabase,
} from '../bot/database/embedded/embedded-database.ts';
import { EmbeddedDatabaseError } from '../bot/database/embedded/error.ts';

declare global {
  var testDatabases: ReadonlyArray<{ server: EmbeddedDatabase; dataFolder: string }> | undefined;
  var testRunGuard: { guard: ChildProcess; ended: Promise<number | string | null> } | undefined;
}

const FOLDER_PREFIX = 'forenklingsbot-test-';

/**
 * In memory where the system has such a place: the server syncs at each commit as ever, which on a disk is most of the
 * time that a test takes. A crash and the disk that it leaves are tested apart, in tests/faults.
 */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** The logs of a run's bots and the messages to them: searched at its end. */
const RUN_PREFIX = 'forenklingsbot-run-';
const DAY_MS = 24 * 60 * 60_000;
const LEFT_BEHIND_AFTER_MS = 60_000;

/** A server takes 100 MB, and one for two workers is fast enough where there are many. */
const MOST_SERVERS = 4;

/**
 * A database server for each worker, because one alone keeps two workers waiting for most of the run. They have the
 * settings that the bot gives them; a TEST_MONGODB_URI that is set is used instead.
 */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  removeOldRuns();
  const runFolder = mkdtempSync(join(tmpdir(), RUN_PREFIX));
  process.env.TEST_RUN_FOLDER = runFolder;
  // Temporary files of tests lie in the run's folder, and go with it.
  process.env.TMPDIR = join(runFolder, 'tmp');
  mkdirSync(process.env.TMPDIR);
  // Some hundred programs of ours start in a run: what the first has compiled takes the others a third of the time.
  process.env.NODE_COMPILE_CACHE = join(runFolder, 'compiled');
  const servers = Math.min(maxWorkers, MOST_SERVERS);
  const dataFolders = Array.from({ length: servers }, () => mkdtempSync(join(place, FOLDER_PREFIX)));
  globalThis.testRunGuard = startGuard(runFolder, dataFolders);
  if (process.env.TEST_MONGODB_URI !== undefined) return;
  await removeInterruptedRuns();
  const started: Array<{ server: EmbeddedDatabase; dataFolder: string }> = [];
  globalThis.testDatabases = started;
  // One after the other: the first may have to install the server.
  for (const dataFolder of dataFolders) {
    const server = await startEmbeddedDatabase({
      dataFolder,
      searchPath: '',
      keepsExpired: true,
      environmentFolder: resolve(import.meta.dirname, '../.data/python'),
      progress: (line) => process.stdout.write(`${line}\n`),
    });
    started.push({ server, dataFolder });
  }
  // tests/setup.ts gives each worker its own.
  process.env.TEST_MONGODB_URIS = started.map(({ server }) => server.uri).join(' ');
}

/** In a process group of its own: Ctrl+C and the end of a terminal's programs do not reach it. */
function startGuard(runFolder: string, dataFolders: readonly string[]): NonNullable<typeof globalThis.testRunGuard> {
  const program = join(import.meta.dirname, 'run-guard.ts');
  const guard = spawn(process.execPath, [program, runFolder, ...dataFolders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  guard.unref();
  // Listened to from the beginning: a guard that dies early would otherwise be waited for in vain.
  const ended = new Promise<number | string | null>((end) => guard.once('exit', (code, signal) => end(code ?? signal)));
  return { guard, ended };
}

/** A run that was interrupted could not stop its server. Younger folders may belong to a run that is starting now. */
async function removeInterruptedRuns(): Promise<void> {
  for (const name of readdirSync(place)) {
    const folder = join(place, name);
    const made = name.startsWith(FOLDER_PREFIX) ? statSync(folder, { throwIfNoEntry: false })?.birthtimeMs : undefined;
    if (made === undefined || Date.now() - made < LEFT_BEHIND_AFTER_MS) continue;
    try {
      await removeEmbeddedDatabase(folder);
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // A run that ends at this moment removes its own.
      if (!existsSync(folder)) continue;
      if (!(error instanceof EmbeddedDatabaseError && error.problem === 'folder-owned')) throw error;
    }
  }
}

/** Removes the folders of interrupted runs; no run takes a day. */
function removeOldRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(RUN_PREFIX))) {
    const folder = join(tmpdir(), name);
    const made = statSync(folder, { throwIfNoEntry: false })?.birthtimeMs;
    if (made !== undefined && Date.now() - made > DAY_MS) rmSync(folder, { recursive: true, force: true });
  }
}

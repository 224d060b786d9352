import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError, exitStatus, systemErrorCode } from '../error.ts';

const run = promisify(execFile);

/** A program from PyPI that the bot starts. Each has an environment of its own, so that no update of one breaks another. */
export interface PythonProgram {
  /** The package with its version; an environment with another one is made anew. */
  requirement: string;
  /** The file that names it, and all that it needs, each with the hashes of its release's files. */
  requirements: string;
  /** The program in the environment's folder `bin`. */
  program: string;
  /** Words for the operator: the name with the version, what it is, what to do without it, and the megabytes that it takes. */
  title: string;
  what: string;
  otherwise: string;
  megabytes: number;
}

/** SecantusDB publishes wheels for these versions; we try the newest first, and `python3` last. */
const SUPPORTED = ['3.13', '3.12', '3.11', '3.10'];
const PROBE = 'import sys, importlib.util as i; print("%d.%d" % sys.version_info[:2], bool(i.find_spec("ensurepip")))';

/**
 * Gives the command of a Python that can run the database server.
 * @throws EmbeddedDatabaseError `no-python`, `python-version` or `no-venv-module`, each with the program to install.
 */
export async function findPython(): Promise<string> {
  const withoutVenv: string[] = [];
  const otherVersions: string[] = [];
  for (const command of [...SUPPORTED.map((version) => `python${version}`), 'python3']) {
    const found = await probe(command);
    if (found === undefined) continue;
    if (!SUPPORTED.includes(found.version)) otherVersions.push(found.version);
    else if (!found.hasVenv) withoutVenv.push(found.version);
    else return command;
  }
  throw unusable(withoutVenv[0], otherVersions[0]);
}

type Probe = { version: string; hasVenv: boolean };

async function probe(command: string): Promise<Probe | undefined> {
  try {
    const { stdout } = await run(command, ['-c', PROBE]);
    const [version = '', hasVenv] = stdout.trim().split(' ');
    return { version, hasVenv: hasVenv === 'True' };
  } catch (error) {
    // A version manager's placeholder exists as a command but ends with a status, so that Python is missing as well.
    if (exitStatus(error) !== undefined || ['ENOENT', 'EACCES', 'ENOTDIR'].includes(systemErrorCode(error) ?? ''))
      return undefined;
    throw error;
  }
}

const OR_MONGODB = 'Or set MONGODB_URI to a MongoDB replica set of your own; then no Python is needed.';

function unusable(withoutVenv: string | undefined, otherVersion: string | undefined): EmbeddedDatabaseError {
  if (withoutVenv !== undefined) {
    return new EmbeddedDatabaseError(
      'no-venv-module',
      `Python ${withoutVenv} is here, but cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv. ${OR_MONGODB}`,
    );
  }
  if (otherVersion !== undefined) {
    return new EmbeddedDatabaseError(
      'python-version',
      `The embedded database needs Python 3.10 to 3.13, but only Python ${otherVersion} was found. Install one of those beside it. ${OR_MONGODB}`,
    );
  }
  return new EmbeddedDatabaseError(
    'no-python',
    `The embedded database needs Python 3.10 to 3.13, and none was found in PATH. On Debian and Ubuntu: apt-get install python3 python3-venv. ${OR_MONGODB}`,
  );
}

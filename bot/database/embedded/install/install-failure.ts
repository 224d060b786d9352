import { EmbeddedDatabaseError, outputOf, systemErrorCode } from '../error.ts';
import { lastLines } from '../last-lines.ts';
import type { PythonProgram } from './python.ts';

/** Turns a failed `venv` or `pip` run, or a file system error beside them, into advice for the operator. */
export function explainInstallFailure(
  error: unknown,
  folder: string,
  { what, otherwise, megabytes }: Pick<PythonProgram, 'what' | 'otherwise' | 'megabytes'>,
): EmbeddedDatabaseError {
  const output = commandOutput(error);
  if (systemErrorCode(error) === 'ENOSPC' || /No space left on device/i.test(output)) {
    return new EmbeddedDatabaseError(
      'disk-full',
      `The disk of ${folder} is full: ${what} needs about ${megabytes} MB while it is installed. Free some space and start again.`,
      { cause: error },
    );
  }
  if (/ensurepip/.test(output)) {
    return new EmbeddedDatabaseError(
      'no-venv-module',
      'Python cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv. Then start again.',
      { cause: error },
    );
  }
  return new EmbeddedDatabaseError(
    'install-failed',
    `${what.charAt(0).toUpperCase()}${what.slice(1)} could not be installed. It comes from PyPI: check the network, or set pip's usual PIP_INDEX_URL and PIP_PROXY; ${otherwise}. The last lines were:\n${lastLines(output)}`,
    { cause: error },
  );
}

/** venv reports on stdout, pip on stderr; an error without output has only its message. */
function commandOutput(error: unknown): string {
  return `${outputOf(error, 'stdout')}\n${outputOf(error, 'stderr')}`.trim() || String(error);
}

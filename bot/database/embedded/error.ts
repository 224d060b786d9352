type EmbeddedDatabaseProblem =
  | 'no-python'
  | 'python-version'
  | 'no-venv-module'
  | 'disk-full'
  | 'install-failed'
  | 'folder-owned'
  | 'other-server'
  | 'lock-unreadable'
  | 'server-not-runnable'
  | 'server-not-ready';

/** The embedded database cannot run; `message` tells the operator the cause and the remedy. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly problem: EmbeddedDatabaseProblem;

  constructor(problem: EmbeddedDatabaseProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** Gives the `code` of a Node system error ("ENOENT"); undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  const code = property(error, 'code');
  return typeof code === 'string' ? code : undefined;
}

/**
 * Gives the exit status of a child process that `execFile` (as `code`) or `execFileSync` (as `status`) reports as
 * failed.
 */
export function exitStatus(error: unknown): number | undefined {
  const status = property(error, 'status') ?? property(error, 'code');
  return typeof status === 'number' ? status : undefined;
}

/** Gives the output of a failed child process on `stream`; empty for any other error. */
export function outputOf(error: unknown, stream: 'stdout' | 'stderr'): string {
  const text = property(error, stream);
  return typeof text === 'string' ? text : '';
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { EmbeddedDatabaseError, systemErrorCode } from './error.ts';
import { identifyProcess, isRunning, processIdentity } from './process-identity.ts';

const lockedServer = processIdentity.extend({ port: z.int().positive(), program: z.string() });
/** The server process of a lock; `program` names the program that it runs, which reveals an upgrade. */
export type LockedServer = z.infer<typeof lockedServer>;

const lockContent = z.object({ owner: processIdentity, server: lockedServer.optional() });
type LockContent = z.infer<typeof lockContent>;

export type Lock = {
  /** The server that a dead owner left in the lock, alive or not. */
  readonly orphan: LockedServer | undefined;
  recordServer(server: LockedServer): void;
  release(): void;
};

/**
 * Makes this process the owner of the folder that `file` guards. It replaces the lock of a dead process.
 * @throws EmbeddedDatabaseError `folder-owned` while its owner lives, `lock-unreadable` when the file is damaged.
 */
export function acquireLock(file: string): Lock {
  const owner = identifyProcess(process.pid);
  if (owner === undefined) throw new Error(`the start time of this process (${process.pid}) cannot be read`);
  return withClaim(file, () => {
    const previous = readLock(file);
    if (previous !== undefined && isRunning(previous.owner)) throw ownedBy(previous.owner.pid, file);
    writeLock(file, { owner, server: previous?.server });
    return {
      orphan: previous?.server,
      recordServer: (server) => writeLock(file, { owner, server }),
      release: () => rmSync(file, { force: true }),
    };
  });
}

/** Gives the server of a lock whose owner and server both live. */
export function runningServer(file: string): LockedServer | undefined {
  const lock = readLock(file);
  return lock?.server && isRunning(lock.owner) && isRunning(lock.server) ? lock.server : undefined;
}

/**
 * Reading a stale lock and replacing it are two steps; the claim file, made atomically, keeps a second process out
 * between them. It exists for about a millisecond. We never remove one that a crash left behind: two processes doing so
 * could again both win.
 */
function withClaim<T>(file: string, work: () => T): T {
  const claim = `${file}.claim`;
  try {
    closeSync(openSync(claim, 'wx', 0o600));
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
    throw new EmbeddedDatabaseError(
      'folder-owned',
      `Another process is starting on the same folder right now. Try again; if this repeats, no bot runs on the folder and a crash left ${claim} behind: delete it.`,
    );
  }
  try {
    return work();
  } finally {
    rmSync(claim, { force: true });
  }
}

function ownedBy(pid: number, file: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'folder-owned',
    `Process ${pid} already uses this folder (${file}). Stop it first, or give this one another data folder.`,
  );
}

function readLock(file: string): LockContent | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return lockContent.parse(JSON.parse(text));
  } catch (cause) {
    const advice = 'Make sure that no bot and no secantusd process runs on this folder, then delete the file.';
    throw new EmbeddedDatabaseError('lock-unreadable', `The lock file ${file} is damaged. ${advice}`, { cause });
  }
}

/** We write it aside and rename it, so that no reader ever sees half a lock, not even after a power cut. */
function writeLock(file: string, content: LockContent): void {
  const draft = `${file}.${process.pid}`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(content));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}

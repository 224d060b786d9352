import { setTimeout as pause } from 'node:timers/promises';
import { systemErrorCode } from './error.ts';
import { isRunning, type ProcessIdentity } from './process-identity.ts';

const POLL_MS = 50;

/** SecantusDB closes its files within 2.1 s of SIGTERM; a full cache on a slow disk takes longer. */
export const CLOSING_MS = 15_000;
const KILL_MS = 5_000;

/**
 * Ends a process with SIGTERM, or after `graceMs` with SIGKILL, and resolves when it is gone; at once when it already
 * is.
 */
export async function endProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  send(identity, 'SIGTERM');
  if (await isGoneWithin(identity, graceMs)) return;
  send(identity, 'SIGKILL');
  if (await isGoneWithin(identity, KILL_MS)) return;
  throw new Error(`process ${identity.pid} does not end, not even by SIGKILL`);
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}

async function isGoneWithin(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isRunning(identity)) {
    if (performance.now() > deadline) return false;
    await pause(POLL_MS);
  }
  return true;
}

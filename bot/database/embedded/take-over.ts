import { askServer } from './ask-server.ts';
import { CLOSING_MS, endProcess } from './end-process.ts';
import type { LockedServer } from './lock.ts';
import { isRunning, type ProcessIdentity } from './process-identity.ts';
import type { StartedServer } from './server.ts';

/** A healthy server answers within milliseconds; one that was still starting when its bot was killed needs a moment. */
const ANSWER_MS = 5_000;
/** A server that does not answer seldom reacts to SIGTERM either; SIGKILL loses no acknowledged write. */
const SILENT_CLOSING_MS = 2_000;
const WATCH_MS = 500;

/**
 * Takes over the server that a killed bot left running. It ends a server of another program or version, and one that
 * does not answer; then, and when none runs, the result is undefined.
 */
export async function takeOver(
  orphan: LockedServer | undefined,
  program: string,
  progress: (line: string) => void,
): Promise<StartedServer | undefined> {
  if (orphan === undefined || !isRunning(orphan)) return undefined;
  const sameProgram = orphan.program === program;
  const answer = sameProgram ? await healthyAnswer(orphan, progress) : undefined;
  if (answer === undefined) {
    progress(`Ending the database server that an earlier bot left behind (process ${orphan.pid}) …`);
    await endProcess(orphan, sameProgram ? SILENT_CLOSING_MS : CLOSING_MS);
    return undefined;
  }
  progress(`Taking over the database server that an earlier bot left running (process ${orphan.pid}).`);
  return { ...answer, server: orphan, exited: endOf(orphan) };
}

async function healthyAnswer(
  orphan: LockedServer,
  progress: (line: string) => void,
): Promise<Pick<StartedServer, 'name' | 'replicaSet'> | undefined> {
  try {
    const answer = await askServer(orphan.port, ANSWER_MS);
    return answer.pid === undefined || answer.pid === orphan.pid ? answer : undefined;
  } catch (error) {
    progress(`The database server of an earlier bot does not answer: ${String(error)}`);
    return undefined;
  }
}

/**
 * The operating system tells only a parent how its child ended, so of a server that we took over we learn only that it
 * did.
 */
function endOf(identity: ProcessIdentity): Promise<string> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (isRunning(identity)) return;
      clearInterval(watch);
      resolve('unknown status');
    }, WATCH_MS);
  });
}

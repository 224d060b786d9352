import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { runFolder } from './run-log/kept.ts';
import { leaksOfRun, problemOf } from './run-log/search.ts';

/** Stops what tests/global-setup.ts started, and removes its data. Fails the run when a log held what it must not. */
export default async function globalTeardown(): Promise<void> {
  for (const { server, dataFolder } of globalThis.testDatabases ?? []) {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  const folder = runFolder();
  const found = leaksOfRun(folder);
  await endGuard();
  const problem = problemOf(found);
  if (problem !== null) throw new Error(problem);
  const { lines, texts } = found;
  process.stdout.write(`${lines} lines of log hold none of ${texts} messages and no secret.\n`);
}

/** It removes the run's folder, with all that tests have left there. */
async function endGuard(): Promise<void> {
  const guard = globalThis.testRunGuard;
  if (guard === undefined) return;
  // Nothing else may keep this process alive, which would then end here, with success whatever the tests said.
  guard.ref();
  const ended = once(guard, 'exit');
  guard.stdin?.end('done');
  await ended;
}

import { rmSync } from 'node:fs';
import { runFolder } from './run-log/kept.ts';
import { leaksOfRun } from './run-log/search.ts';

/** Stops what tests/global-setup.ts started, and removes its data. Fails the run when a log held what it must not. */
export default async function globalTeardown(): Promise<void> {
  const database = globalThis.testDatabase;
  if (database !== undefined) {
    await database.server.stop();
    rmSync(database.dataFolder, { recursive: true, force: true });
  }
  const folder = runFolder();
  const { leaks, lines, texts } = leaksOfRun(folder);
  rmSync(folder, { recursive: true, force: true });
  if (leaks.length > 0) throw new Error(`the log of the run holds\n  ${leaks.slice(0, 20).join('\n  ')}`);
  process.stdout.write(`${lines} lines of log hold none of ${texts} messages and no secret.\n`);
}

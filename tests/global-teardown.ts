import { rmSync } from 'node:fs';

/** Stops what tests/global-setup.ts started, and removes its data. */
export default async function globalTeardown(): Promise<void> {
  const database = globalThis.testDatabase;
  if (database === undefined) return;
  await database.server.stop();
  rmSync(database.dataFolder, { recursive: true, force: true });
}

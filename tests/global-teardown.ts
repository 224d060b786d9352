import { rmSync } from 'node:fs';
import mongoose from 'mongoose';
import { databasePrefix, runFolder } from './run-log/kept.ts';
import { leaksOfRun, problemOfRun } from './run-log/search.ts';

/** Stops what tests/global-setup.ts started, and removes its data. Fails the run when a log held what it must not. */
export default async function globalTeardown(): Promise<void> {
  for (const { server, dataFolder } of globalThis.testDatabases ?? []) {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  if (globalThis.testDatabases === undefined) await dropDatabases();
  const folder = runFolder();
  const found = leaksOfRun(folder);
  const problems = [problemOfRun(found), await endGuard()].filter((problem) => problem !== null);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { lines, texts } = found;
  process.stdout.write(`${lines} lines of log hold none of ${texts} messages and no secret.\n`);
}

/** Drops the databases of this run on a server that is not ours. */
async function dropDatabases(): Promise<void> {
  const { TEST_MONGODB_URI = '' } = process.env;
  const client = await new mongoose.mongo.MongoClient(TEST_MONGODB_URI).connect();
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases.filter((one) => one.name.startsWith(databasePrefix()))) {
    await client.db(name).dropDatabase();
  }
  await client.close();
}

/** Lets the guard remove the run's folder, with all that tests have left there; gives its problem, or null. */
async function endGuard(): Promise<string | null> {
  if (globalThis.testRunGuard === undefined) return null;
  const { guard, ended } = globalThis.testRunGuard;
  // Nothing else may keep this process alive, which would then end here, with success whatever the tests said.
  guard.ref();
  guard.stdin?.end('done');
  const outcome = await ended;
  return outcome === 0 ? null : `the guard of the run ended with ${outcome}: servers or folders may be left`;
}

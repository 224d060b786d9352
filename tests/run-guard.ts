import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeEmbeddedDatabase } from '../bot/database/embedded/embedded-database.ts';
import { endProcess } from '../bot/database/embedded/end-process.ts';
import { processIdentity } from '../bot/database/embedded/process-identity.ts';

/**
 * Stands beside a test run: `node tests/run-guard.ts RUN_FOLDER DATA_FOLDER…`. Its standard input closes when the run's
 * process ends, however that came. A run that was not done then was killed, and all that it has started is ended. The
 * remains of either in its folders are removed.
 */
const [runFolder = '', ...dataFolders] = process.argv.slice(2);
let isDone = false;
process.stdin.once('data', () => {
  isDone = true;
});
process.stdin.once('end', clean);

async function clean(): Promise<void> {
  for (const one of isDone ? [] : processesOf(runFolder)) await endProcess(one, 0);
  const inRun = existsSync(runFolder) ? readdirSync(runFolder, { recursive: true, encoding: 'utf8' }) : [];
  const locks = inRun.filter((file) => file.endsWith('/lock.json')).map((file) => join(runFolder, file, '..'));
  for (const folder of [...dataFolders, ...locks].filter((one) => existsSync(one))) {
    await removeEmbeddedDatabase(folder);
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(runFolder, { recursive: true, force: true });
}

/** The notes of tests/run-log/kept.ts. */
function processesOf(folder: string) {
  const file = join(folder, 'processes');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return [...new Set(lines)].map((line) => processIdentity.parse(JSON.parse(line)));
}

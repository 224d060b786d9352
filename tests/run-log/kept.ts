import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess } from '../../bot/database/embedded/process-identity.ts';

/** The folder of this run, which tests/global-setup.ts makes and tests/global-teardown.ts searches. */
export function runFolder(): string {
  const folder = process.env.TEST_RUN_FOLDER;
  if (folder === undefined) throw new Error('TEST_RUN_FOLDER is not set: jest must run tests/global-setup.ts');
  return folder;
}

/** Begins the names of this run's databases; also of a program that runs without jest. */
export const databasePrefix = (): string => `test-${process.env.TEST_RUN_FOLDER?.split('-').at(-1) ?? 'alone'}-`;

/** Keeps the log of a bot for the search at the end of the run. */
export function keepLog(lines: string): void {
  appendFileSync(join(runFolder(), `log-${process.pid}`), lines);
}

/** Keeps a secret of a test: it must be nowhere in the log. */
export function keepSecrets(secrets: readonly string[]): void {
  appendFileSync(join(runFolder(), `secrets-${process.pid}`), `${secrets.join('\n')}\n`);
}

/** The file into which a simulator writes every message that goes through it. */
export const journalFile = (): string => join(runFolder(), `told-${randomUUID()}`);

/** A file that one test file of this run makes for all; null until it exists. */
export function madeInRun(name: string): string | null {
  const file = join(runFolder(), name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Keeps the file for the others, whole or not at all; of several at once one stays. */
export function keepForRun(name: string, text: string): string {
  const file = join(runFolder(), name);
  const own = `${file}-${randomUUID()}`;
  writeFileSync(own, text);
  renameSync(own, file);
  return text;
}

/** Writes down a process of this run, so that tests/run-guard.ts can end it when the run is killed. */
export function keepProcess(pid: number | undefined): void {
  const identity = pid === undefined ? undefined : identifyProcess(pid);
  if (identity) appendFileSync(join(runFolder(), 'processes'), `${JSON.stringify(identity)}\n`);
}

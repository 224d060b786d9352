import { accessSync, constants, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { z } from 'zod';
import { EmbeddedDatabaseError, systemErrorCode } from './error.ts';

/** The server that `install.ts` gets from PyPI. */
export const installedServer = 'secantusd-py';

/** Servers that are taken in its place when they are on the PATH, the best first. */
const onPath = ['mongod', 'secantusd-rs'];

/** A server by its program's name, which the data folder records. `path` is null for the one that is installed. */
export interface ChosenServer {
  name: string;
  path: string | null;
}

const record = z.object({ server: z.string().min(1) });
const recordFile = (dataFolder: string) => join(dataFolder, 'server.json');

/**
 * Chooses the server for a data folder. An empty one gets `serverPath`, else the best that the search path has, else the
 * one that is installed; a folder with data gets the server that wrote it, for no two of them read each other's files.
 * @throws EmbeddedDatabaseError `other-server`, which says how to go over to another.
 */
export function chooseServer(
  { dataFolder, storage }: { dataFolder: string; storage: string },
  serverPath: string | undefined,
  searchPath: string,
): ChosenServer {
  const given = serverPath === undefined ? undefined : { name: basename(serverPath), path: serverPath };
  if (isEmpty(storage)) return given ?? found(onPath, searchPath) ?? { name: installedServer, path: null };
  // Version 0.1 recorded nothing, and had but this one.
  const writer = recordedServer(dataFolder) ?? given?.name ?? installedServer;
  if (given && given.name !== writer)
    throw otherServer(storage, writer, `EMBEDDED_SERVER names ${given.name}. Start without it`);
  if (given) return given;
  if (writer === installedServer) return { name: installedServer, path: null };
  const present = found([writer], searchPath);
  if (!present) throw otherServer(storage, writer, `${writer} is not on the PATH. Install it again`);
  return present;
}

/** Records the server that is about to write into a data folder. */
export function recordServer(dataFolder: string, { name }: ChosenServer): void {
  writeFileSync(recordFile(dataFolder), `${JSON.stringify({ server: name })}\n`, { mode: 0o600 });
}

function recordedServer(dataFolder: string): string | undefined {
  try {
    return record.parse(JSON.parse(readFileSync(recordFile(dataFolder), 'utf8'))).server;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function otherServer(storage: string, writer: string, problem: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'other-server',
    `The data in ${storage} were written by ${writer}, and ${problem}. To go over to another server, with ${writer} running: npm run admin -- backup FILE; stop the bot and move that folder away; then npm run admin -- restore FILE.`,
  );
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return true;
    throw error;
  }
}

function found(names: readonly string[], searchPath: string): ChosenServer | undefined {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (path) return { name, path };
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (systemErrorCode(error)) return false;
    throw error;
  }
}

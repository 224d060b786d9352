import type { MigratedStep } from '../../models/migrations/run.ts';
import type { Config } from '../config/config.ts';
import { type Database, openDatabase } from './database.ts';
import { serverName } from './embedded/ask-server.ts';
import { type EmbeddedDatabase, runningDatabase, startEmbeddedDatabase } from './embedded/embedded-database.ts';

export interface ConfiguredDatabase {
  database: Database;
  /** Name and version of the server, as “MongoDB 8.0.4”. */
  server: string;
  /** The data folder of the embedded server; null when the operator has a database of their own. */
  exited: EmbeddedDatabase['exited'] | null;
  /** Whether a bot may run on it at the same time. */
  shared: boolean;
  stop(): Promise<void>;
}

/**
 * Opens the database that the configuration names, or starts the embedded one.
 * @param joins whether the embedded one of a bot that runs on the data folder is used with it; otherwise that is refused
 */
export async function openConfiguredDatabase(
  { mongodbUri, dataFolder, embeddedServer }: Config,
  progress: (line: string) => void,
  migrated: (step: MigratedStep) => void,
  joins = false,
): Promise<ConfiguredDatabase> {
  if (mongodbUri) {
    const database = await openDatabase(mongodbUri, migrated);
    const server = await serverName(database.connection.getClient());
    return { database, server, exited: null, shared: true, stop: () => database.close() };
  }
  const running = joins ? await runningDatabase(dataFolder) : null;
  if (running) {
    const database = await openDatabase(running.uri, migrated);
    return { database, server: running.server, exited: null, shared: true, stop: () => database.close() };
  }
  const embedded = await startEmbeddedDatabase({ dataFolder, progress, serverPath: embeddedServer ?? undefined });
  const database = await openDatabase(embedded.uri, migrated).catch(async (error: unknown) => {
    await embedded.stop();
    throw error;
  });
  return {
    database,
    server: embedded.server,
    exited: embedded.exited,
    shared: false,
    async stop() {
      await database.close();
      await embedded.stop();
    },
  };
}

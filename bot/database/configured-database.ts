import type { MigratedStep } from '../../models/migrations/run.ts';
import type { Config } from '../config/config.ts';
import { type Database, openDatabase } from './database.ts';
import { serverName } from './embedded/ask-server.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded/embedded-database.ts';

export interface ConfiguredDatabase {
  database: Database;
  /** Name and version of the server, as “MongoDB 8.0.4”. */
  server: string;
  /** The data folder of the embedded server; null when the operator has a database of their own. */
  exited: EmbeddedDatabase['exited'] | null;
  stop(): Promise<void>;
}

/** Opens the database that the configuration names, or starts the embedded one. */
export async function openConfiguredDatabase(
  { mongodbUri, dataFolder, embeddedServer }: Config,
  progress: (line: string) => void,
  migrated: (step: MigratedStep) => void,
): Promise<ConfiguredDatabase> {
  if (mongodbUri) {
    const database = await openDatabase(mongodbUri, migrated);
    const server = await serverName(database.connection.getClient());
    return { database, server, exited: null, stop: () => database.close() };
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
    async stop() {
      await database.close();
      await embedded.stop();
    },
  };
}

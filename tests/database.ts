import { randomUUID } from 'node:crypto';
import { databasePrefix } from './run-log/kept.ts';

export interface TestDatabase {
  /** Names this database, so `mongoose.connect(uri)` needs nothing more. */
  readonly uri: string;
  readonly name: string;
}

/**
 * A database of its own for a test file, on the server that tests/global-setup.ts started. It stays until the end of the
 * run: the embedded server takes seconds to drop one, and answers nobody meanwhile.
 */
export function newTestDatabase(): TestDatabase {
  const server = process.env.TEST_MONGODB_URI;
  if (server === undefined) throw new Error('TEST_MONGODB_URI is not set: jest must run tests/global-setup.ts');
  const name = `${databasePrefix()}${randomUUID()}`;
  const uri = new URL(server);
  uri.pathname = `/${name}`;
  // For tests that ask which commands were sent.
  uri.searchParams.set('monitorCommands', 'true');
  return { uri: uri.href, name };
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { keepProcess } from './run-log/kept.ts';

// A worker outlives jest when jest is killed.
keepProcess(process.pid);

// Workers are numbered from 1.
const uris = process.env.TEST_MONGODB_URIS?.split(' ') ?? [];
process.env.TEST_MONGODB_URI ??= uris[(Number(process.env.JEST_WORKER_ID) - 1) % uris.length];

// An empty data folder would get one of these in place of the server that the tests know.
process.env.PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !['mongod', 'secantusd-rs'].some((server) => existsSync(join(folder, server))))
  .join(delimiter);

import { keepProcess } from './run-log/kept.ts';

// A worker outlives jest when jest is killed.
keepProcess(process.pid);

// Workers are numbered from 1.
const uris = process.env.TEST_MONGODB_URIS?.split(' ') ?? [];
process.env.TEST_MONGODB_URI ??= uris[(Number(process.env.JEST_WORKER_ID) - 1) % uris.length];

import { keepProcess } from './run-log/kept.ts';

// A worker outlives jest when jest is killed.
keepProcess(process.pid);

import { availableParallelism } from 'node:os';

/** One run, a database server for each worker (tests/global-setup.ts); every test file gets a database of its own. */
export default {
  // Node loads sources and packages, once for all files of a worker: jest's own loader and sandbox begin anew with each.
  testEnvironment: '<rootDir>/tests/runner/environment.js',
  runtime: '<rootDir>/tests/runner/runtime.js',
  transform: {},
  globalSetup: '<rootDir>/tests/global-setup.ts',
  globalTeardown: '<rootDir>/tests/global-teardown.ts',
  setupFiles: ['<rootDir>/tests/setup.ts'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // These drive browsers, programs and processes that are killed, and have a command each: jest.apart.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/(browser|clients|faults|programs)/'],
  testSequencer: '<rootDir>/tests/slow-files-first.js',
  testTimeout: 30_000,
  // Jest's own half second is too short on a busy machine, and it then says that a worker did not exit. One that a test
  // has left something open in is still told of.
  workerGracefulExitTimeout: 10_000,
  // More than there are cores, since they wait for their database half of the time; jest's own is one fewer.
  maxWorkers: availableParallelism() + 1,
};

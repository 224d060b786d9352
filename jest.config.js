/** One run, one embedded database server (tests/global-setup.ts); every test file gets a database of its own. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/global-setup.ts',
  globalTeardown: '<rootDir>/tests/global-teardown.ts',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // They need programs that npm ci does not bring: jest.clients.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/clients/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs', importInterop: 'node' },
      },
    ],
  },
  testTimeout: 30_000,
  // Most of a test's time is waiting for the database to sync: as many at once as there are cores, jest's own is one fewer.
  maxWorkers: '100%',
};

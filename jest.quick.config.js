import config from './jest.config.js';

const { globalSetup: _database, globalTeardown: _logs, setupFiles: _guard, ...rest } = config;

/** The tests that need no database: `npm run test:quick`, under half a minute. */
export default {
  ...rest,
  testMatch: ['domain', 'cards', 'locales', 'handlers'].map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts`),
};

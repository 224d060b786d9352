import config from './jest.config.js';

/** Tests that `npm test` leaves out, by their folder: `jest --config jest.apart.config.js tests/browser`. */
export default {
  ...config,
  testPathIgnorePatterns: ['/node_modules/'],
  // They start programs, browsers and database servers, and wait for them.
  testTimeout: 120_000,
};

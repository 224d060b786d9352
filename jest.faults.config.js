import config from './jest.config.js';

/** Faults and kills, with bots in processes of their own: `npm run test:faults`. */
export default {
  ...config,
  testMatch: ['<rootDir>/tests/faults/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};

import config from './jest.config.js';

/** Foreign clients against the bot: `npm run test:clients`, which installs them first. */
export default {
  ...config,
  testMatch: ['<rootDir>/tests/clients/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};

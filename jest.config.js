/** Sources as jest's loader reads them. */
const asCommonJs = (syntax) => [
  '@swc/jest',
  {
    jsc: { target: 'es2024', parser: { syntax } },
    module: { type: 'commonjs', importInterop: 'node' },
  },
];

/** One run, a database server for each worker (tests/global-setup.ts); every test file gets a database of its own. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/global-setup.ts',
  globalTeardown: '<rootDir>/tests/global-teardown.ts',
  setupFiles: ['<rootDir>/tests/setup.ts'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // The first need programs that npm ci does not bring, the others wait for minutes: jest.clients.config.js, jest.faults.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/clients/', '<rootDir>/tests/faults/'],
  transform: { '^.+\\.ts$': asCommonJs('typescript'), '^.+\\.js$': asCommonJs('ecmascript') },
  // Packages that ship nothing but ES modules, which jest's own loader does not read.
  transformIgnorePatterns: [
    '/node_modules/(?!(.+/node_modules/)?(file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|strip-bom)/)',
  ],
  testSequencer: '<rootDir>/tests/slow-files-first.js',
  testTimeout: 30_000,
  // As many as there are cores, since they wait for their database half of the time; jest's own is one fewer.
  maxWorkers: '100%',
};

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { keepProcess } from '../../run-log/kept.ts';

const root = resolve(import.meta.dirname, '../../..');

test.each([
  ['a failing test', 'fails', '"numFailedTests":1'],
  ['a secret in a log', 'leaks', 'a bearer token'],
])('a test run with %s fails', async (_what, file, said) => {
  const { TEST_MONGODB_URI: _server, TEST_RUN_FOLDER: _folder, ...env } = process.env;
  const args = [
    'node_modules/.bin/jest',
    '--config',
    'jest.apart.config.js',
    '--json',
    '--maxWorkers=1',
    '--testMatch',
    `**/failed-run/${file}.ts`,
  ];
  const jest = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  keepProcess(jest.pid);
  let printed = '';
  for (const stream of [jest.stdout, jest.stderr])
    stream.on('data', (data) => {
      printed += data;
    });
  try {
    const [code] = await once(jest, 'close');
    expect(printed).toContain(said);
    expect(code).toBe(1);
  } finally {
    jest.kill();
  }
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { keepProcess } from '../run-log/kept.ts';

const root = resolve(import.meta.dirname, '../..');

test('a test run with a failing test fails', async () => {
  const { TEST_MONGODB_URI: _server, TEST_RUN_FOLDER: _folder, ...env } = process.env;
  const args = ['node_modules/.bin/jest', '--json', '--testMatch', '**/tests/faults/failed-run/*.ts'];
  const jest = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
  keepProcess(jest.pid);
  let printed = '';
  jest.stdout.on('data', (data) => {
    printed += data;
  });
  const [code] = await once(jest, 'close');
  expect(code).toBe(1);
  expect(printed).toContain('"numFailedTests":1');
});

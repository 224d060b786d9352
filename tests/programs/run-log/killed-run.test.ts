import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { keepProcess } from '../../run-log/kept.ts';

const root = resolve(import.meta.dirname, '../../..');

test('a test run that is killed leaves no database server and no worker behind', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const told = once(server, 'request');

  const { TEST_MONGODB_URI: _server, TEST_RUN_FOLDER: _folder, ...env } = process.env;
  // Two files, so that they run in workers.
  const args = [
    'node_modules/.bin/jest',
    '--config',
    'jest.apart.config.js',
    '--maxWorkers=2',
    '--testMatch',
    '**/killed-run/*.ts',
  ];
  const jest = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, TOLD_TO: `http://127.0.0.1:${port}/` },
    stdio: 'ignore',
  });
  keepProcess(jest.pid);
  try {
    const early = once(jest, 'exit').then(([code]) => Promise.reject(new Error(`the run ended early, with ${code}`)));
    const [request] = (await Promise.race([told, early])) as [IncomingMessage];
    request.setEncoding('utf8');
    const [uri] = (await once(request, 'data')) as [string];
    const database = connect(Number(new URL(uri).port), '127.0.0.1');
    await once(database, 'connect');
    const databaseEnds = once(database.resume(), 'close');
    const workerEnds = once(request.socket, 'close');
    jest.kill('SIGKILL');
    await Promise.all([databaseEnds, workerEnds]);
  } finally {
    jest.kill('SIGKILL');
    server.closeAllConnections();
    server.close();
  }
});

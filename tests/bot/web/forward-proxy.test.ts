import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Database, openDatabase } from '../../../bot/database/database.ts';
import { prepareSample, simulated } from '../../../bot/local/sample-municipality.ts';
import { directoryOf } from '../../../models/people/directory.ts';
import { newTestDatabase, type TestDatabase } from '../../database.ts';
import { run } from '../../programs/programs.ts';
import { tuesdayMorning } from '../../sample-domain.ts';

const tenant = '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';

let testDatabase: TestDatabase;
let database: Database;
/** A proxy that lets nothing through and notes each requested host. */
let proxy: Server;
let asked: Set<string>;
let settings: Record<string, string>;

beforeAll(async () => {
  testDatabase = newTestDatabase();
  database = await openDatabase(testDatabase.uri);
  await prepareSample(database, () => tuesdayMorning);
  const directory = directoryOf(database.stored);
  await directory.disconnect('teams', simulated.teamsTenantId);
  await directory.connect('teams', tenant, 'fjordby');
});
afterAll(async () => {
  await database?.close();
});
beforeEach(async () => {
  asked = new Set();
  proxy = createServer();
  proxy.on('connect', ({ url = '' }, socket) => {
    asked.add(url);
    // A killed program hangs up in the middle.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  settings = {
    MONGODB_URI: testDatabase.uri,
    NODE_USE_ENV_PROXY: '1',
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
  };
});
afterEach(() => new Promise((closed) => proxy.close(closed)));

test('calls Slack through a forward proxy', async () => {
  const program = run('bot/main.ts', ['--keep-sample'], {
    ...settings,
    HOST: '127.0.0.1',
    PORT: '0',
    SLACK_BOT_TOKEN: 'xoxb-of-the-tests',
    SLACK_APP_TOKEN: 'xapp-of-the-tests',
  });
  await program.prints('socket not open');
  program.process.kill('SIGTERM');
  await program.exit;
  expect([...asked]).toEqual(['slack.com:443']);
});

test('calls Microsoft through a forward proxy', async () => {
  const program = run('bot/admin/main.ts', ['install-teams', 'fjordby'], {
    ...settings,
    TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
    TEAMS_APP_PASSWORD: 'teams-password-of-the-tests',
    TEAMS_APP_TENANT_ID: tenant,
    TEAMS_CATALOG_APP_ID: '9f1f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
  });
  // The command would try all people of the list, with pauses.
  await Promise.race([new Promise((next) => proxy.once('connect', next)), program.exit]);
  program.process.kill('SIGTERM');
  await program.exit;
  expect([program.output(), ...asked]).toEqual(['', 'login.microsoftonline.com:443']);
});

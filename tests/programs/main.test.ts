import { createServer } from 'node:http';
import { newTestDatabase, type TestDatabase } from '../database.ts';
import { type Program, run } from './programs.ts';

const platforms = {
  TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
  TEAMS_APP_PASSWORD: 'teams-password-of-the-tests',
  TEAMS_APP_TENANT_ID: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
  SLACK_BOT_TOKEN: 'xoxb-of-the-tests',
  SLACK_SIGNING_SECRET: 'signing-secret-of-the-tests',
};

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = newTestDatabase();
});

function startWith(settings: Record<string, string>) {
  const program = run('bot/main.ts', [], {
    MONGODB_URI: testDatabase.uri,
    HOST: '127.0.0.1',
    PORT: '0',
    ...settings,
  });
  return { program, url: () => `http://127.0.0.1:${/"port":(\d+),"msg":"ready"/.exec(program.output())?.[1]}` };
}

describe('with the credentials of real platforms', () => {
  let started: ReturnType<typeof startWith>;
  let program: Program;
  beforeAll(async () => {
    started = startWith(platforms);
    program = started.program;
    await program.prints('"msg":"ready"');
  });

  test('serves no playground', async () => {
    for (const path of ['/playground', '/playground/', '/playground/api/people', '/teams/keys', '/slack/api/auth.test'])
      expect([path, (await fetch(started.url() + path)).status]).toEqual([path, 404]);
  });

  test('opens both webhooks, and refuses callers that are not the platform', async () => {
    const message = JSON.stringify({
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      from: { id: 'x' },
      recipient: { id: 'y' },
      conversation: { id: 'z' },
      channelData: { tenant: { id: 't' } },
    });
    for (const path of ['/api/messages', '/slack/events']) {
      const response = await fetch(started.url() + path, { method: 'POST', body: message });
      expect([path, response.status, await response.text()]).toEqual([path, 401, '']);
    }
  });

  test('ends cleanly on SIGTERM, and prints no secret', async () => {
    program.process.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    for (const secret of [platforms.TEAMS_APP_PASSWORD, platforms.SLACK_BOT_TOKEN, platforms.SLACK_SIGNING_SECRET])
      expect(program.output()).not.toContain(secret);
  });
});

test('names the mistakes in the configuration in words', async () => {
  const { program } = startWith({ SLACK_BOT_TOKEN: 'xoxb-1', PORT: 'none' });
  expect(await program.exit).toBe(1);
  expect(program.output()).toContain('PORT must be a port number');
  expect(program.output()).not.toMatch(/\bat .*\.ts:\d+/);
});

test('names an unknown word in words', async () => {
  const program = run('bot/main.ts', ['--frehs'], { MONGODB_URI: testDatabase.uri });
  expect(await program.exit).toBe(1);
  expect(program.output()).toMatch(/^Unknown option '--frehs'.*\nnpm start takes -- --fresh/);
  expect(program.output()).not.toMatch(/\bat .*\.ts:\d+/);
});

test('does not start the playground beside real platforms', async () => {
  const program = run('bot/main.ts', ['--playground'], { ...platforms, PLAYGROUND_PORT: '0' });
  expect(await program.exit).toBe(1);
  expect(program.output()).toMatch(
    /^ {2}PLAYGROUND_PORT is for local mode only.*\n {2}--playground is for local mode only/m,
  );
});

test('deletes nothing of the operator’s own database with --fresh', async () => {
  const program = run('bot/main.ts', ['--fresh'], { MONGODB_URI: testDatabase.uri });
  expect(await program.exit).toBe(1);
  expect(program.output()).toMatch(/^--fresh is for the playground on the embedded database only/);
});

test('names a taken port in words', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const { program } = startWith({ ...platforms, PORT: String(port) });
  const status = await program.exit;
  await new Promise((resolve) => other.close(resolve));
  expect(status).toBe(1);
  expect(program.output()).toContain('Another program uses the port.');
  expect(program.output()).not.toMatch(/\bat .*\.ts:\d+/);
});

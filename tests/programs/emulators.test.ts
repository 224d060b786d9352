import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../bot/database/database.ts';
import { simulatedPeople } from '../../bot/local/playground-people.ts';
import { prepareSample } from '../../bot/local/sample-municipality.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { newTestDatabase, type TestDatabase } from '../database.ts';
import { people } from '../sample-domain.ts';
import { run } from './programs.ts';

const secrets = {
  slackBotToken: 'xoxb-of-another-workspace',
  slackSigningSecret: 'signing-secret-of-another-workspace',
};

let testDatabase: TestDatabase;
let folder: string;
beforeAll(async () => {
  testDatabase = newTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'forenklingsbot-emulators-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The program as a person starts it for a Slack emulator at this address. */
function runFor(apiUrl: string) {
  return run('bot/main.ts', ['--playground'], {
    MONGODB_URI: testDatabase.uri,
    DATA_FOLDER: folder,
    PORT: '0',
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: secrets.slackBotToken,
    SLACK_SIGNING_SECRET: secrets.slackSigningSecret,
  });
}

test('gives an unknown workspace to the sample municipality once its emulator is named', async () => {
  const database = await openDatabase(testDatabase.uri);
  const { organisation, people: listed } = await prepareSample(database, () => new Date());
  await database.close();
  let botUrl = '';
  const simulator = await startSimulator({
    botUrl: () => botUrl,
    people: simulatedPeople(organisation, listed),
    credentials: {
      ...secrets,
      slackTeamId: 'T0FOREIGN',
      slackAppId: 'A0FOREIGN',
      teamsAppId: '',
      teamsTenantId: '',
      connectorToken: '',
    },
  });
  const program = runFor(`${simulator.url}/slack/api`);
  await program.prints('ready for emulators');
  botUrl = /ready for emulators on (http:\S+)/.exec(program.output())?.[1] ?? '';
  const leader = simulator.slack(people.leader);
  expect(await leader.send('hjælp')).toMatchObject({ status: 200 });
  expect(JSON.stringify(leader.messages().at(-1))).toContain('Hej Pernille.');
  expect((await fetch(`${botUrl}/api/messages`, { method: 'POST', body: '{}' })).status).toBe(404);
  program.process.kill('SIGTERM');
  expect(await program.exit).toBe(0);
  await simulator.close();
}, 60_000);

test('tells in words that an emulator does not answer', async () => {
  const silent = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const program = runFor(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/api/`);
  expect(await program.exit).toBe(1);
  expect(program.output()).toMatch(/SLACK_API_URL http:\/\/127.0.0.1:\d+\/api\/ does not answer auth.test/);
  expect(program.output()).not.toMatch(/\bat .*\.ts:\d+/);
  expect(program.output()).not.toContain(secrets.slackBotToken);
  await new Promise((resolve) => silent.close(resolve));
}, 60_000);

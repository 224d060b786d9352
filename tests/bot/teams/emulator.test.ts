import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot } from '../../../bot/bot.ts';
import { readConfig } from '../../../bot/config/config.ts';
import { type Database, openDatabase } from '../../../bot/database/database.ts';
import { startWithEmulators } from '../../../bot/local/emulators.ts';
import { makeLog } from '../../../bot/log.ts';
import { emulatorWebhook } from '../../../bot/teams/emulator.ts';
import { packed } from '../../bad-input/act.ts';
import { newTestDatabase, type TestDatabase } from '../../database.ts';
import { people } from '../../sample-domain.ts';
import { until } from '../../until.ts';
import { type ForeignConnector, startForeignConnector } from './foreign-connector.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/agents-playground');
const button = () => ({ action: { type: 'Action.Execute', data: packed('set-language', { language: 'da' }) } });

let testDatabase: TestDatabase;
let database: Database;
let folder: string;
let connector: ForeignConnector;
let bot: Bot;

beforeAll(async () => {
  testDatabase = newTestDatabase();
  database = await openDatabase(testDatabase.uri);
  folder = await mkdtemp(join(tmpdir(), 'forenklingsbot-emulator-'));
  connector = await startForeignConnector(people.leader);
  const settings = {
    DATA_FOLDER: folder,
    PORT: '0',
    TEAMS_EMULATOR_URLS: new URL(connector.serviceUrl).origin,
  };
  const config = readConfig(settings);
  if (!config.emulators) throw new Error('no emulator was configured');
  bot = await startWithEmulators(config, config.emulators, database, makeLog('silent'));
});

afterAll(async () => {
  await bot?.stop();
  await connector?.close();
  await database?.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  connector.received.length = 0;
});

/** Posts what the Agents Playground once posted, with `changes` in it. */
async function replays(name: string, changes: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const recorded = JSON.parse(await readFile(join(fixtures, `${name}.json`), 'utf8'));
  const response = await fetch(`http://127.0.0.1:${bot.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...recorded, id: randomUUID(), serviceUrl: connector.serviceUrl, ...changes }),
  });
  return { status: response.status, body: await response.text() };
}

test.each([
  ['personal-message', 'personal-leader', 'Er det rigtigt forstået?'],
  ['personal-installation-add', 'personal-leader', 'Hej Pernille.'],
  ['group-mention', 'group-leader', 'Skriv til mig i en privat chat'],
  ['group-installation-add', 'group-leader', 'Vis indbakken her'],
  ['channel-installation-add', 'channel-leader', 'Vis indbakken her'],
  ['channel-mention', 'channel-leader;messageid=1795530407456', 'Vis indbakken her'],
])('%s of the Agents Playground is answered in %s with “%s”', async (name, conversation, words) => {
  expect(await replays(name)).toMatchObject({ status: 200 });
  expect(connector.received).toMatchObject([
    { method: 'POST', conversation, activity: expect.stringContaining(words) },
  ]);
});

test('words in a thread of the Agents Playground are a draft in the writer’s own chat', async () => {
  expect(await replays('channel-thread-reply')).toMatchObject({ status: 200 });
  await until('the draft comes', () => connector.received.length === 2, 10, 50);
  const told = connector.received.map(({ conversation, activity }) => [conversation, activity]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['channel-leader;messageid=1795530407456', expect.stringContaining('som en kladde i vores private chat')],
      ['personal-leader', expect.stringContaining('vi mangler nøgler til nye vikarer')],
    ]),
  );
});

test.each(['personal-bot-added', 'personal-installation-remove', 'group-bot-added', 'channel-bot-added'])(
  '%s of the Agents Playground is taken in silence',
  async (name) => {
    expect(await replays(name)).toMatchObject({ status: 200 });
    expect(connector.received).toEqual([]);
  },
);

test('a button of Action.Execute gets its card as the answer, and the message becomes the same', async () => {
  const { status, body } = await replays('personal-card-execute', { value: button() });
  const { type, value } = JSON.parse(body) as { type: string; value: object };
  expect([status, type]).toEqual([200, 'application/vnd.microsoft.card.adaptive']);
  expect(connector.received).toMatchObject([{ method: 'PUT', conversation: 'personal-leader' }]);
  expect(JSON.parse(connector.received[0]?.activity ?? '{}')).toMatchObject({ attachments: [{ content: value }] });
});

test('a button of Action.Submit comes as a message and brings its card up to date', async () => {
  expect(await replays('personal-card-submit', { value: packed('set-language', { language: 'da' }) })).toMatchObject({
    status: 200,
  });
  expect(connector.received).toMatchObject([{ method: 'PUT', conversation: 'personal-leader' }]);
});

test('a button in a channel gets a card for its presser alone', async () => {
  const { status, body } = await replays('channel-card-execute', { value: button() });
  expect([status, JSON.parse(body).type]).toEqual([200, 'application/vnd.microsoft.card.adaptive']);
  expect(connector.received).toEqual([]);
});

const command = { commandId: 'create-request', commandContext: 'message' };

test('the message extension opens the form with the words of the message', async () => {
  const messagePayload = { body: { contentType: 'html', content: '<p>Vikarer &amp; <b>vagtplaner</b></p>' } };
  const { status, body } = await replays('message-extension-fetch-task', { value: { ...command, messagePayload } });
  expect([status, JSON.parse(body).task.type]).toEqual([200, 'continue']);
  expect(body).toContain('Vikarer & vagtplaner');
  expect(connector.received).toEqual([]);
});

test('the bot answers in the dialog of the message extension when something is sent there', async () => {
  const data = {
    ...packed('submit-request', {}),
    'field.text': 'Vikarer oprettes for sent',
    'field.area': 'personale',
  };
  const { status, body } = await replays('message-extension-submit-action', { value: { ...command, data } });
  expect([status, JSON.parse(body).task]).toEqual([
    200,
    { type: 'message', value: expect.stringContaining('FØ-2026-') },
  ]);
});

test.each(['message-extension-fetch-task', 'message-extension-submit-action'])(
  '%s with a command that is none of ours is answered kindly',
  async (name) => {
    const { status, body } = await replays(name);
    expect([status, JSON.parse(body).task.type]).toEqual([200, 'message']);
  },
);

test.each([
  ['another service on this machine', { serviceUrl: 'http://127.0.0.1:9/_connector' }, {}],
  ['a service that only begins alike', { serviceUrl: 'http://127.0.0.1:9@fjordby.example/' }, {}],
  ['another tenant', { channelData: { tenant: { id: 'another' } } }, {}],
  ['a page in a browser', {}, { origin: 'https://fjordby.example' }],
])('%s is refused', async (_who, changes, headers) => {
  expect(await replays('personal-message', changes, headers)).toMatchObject({ status: 403, body: '' });
  expect(connector.received).toEqual([]);
});

test.each(['0.0.0.0', '192.168.1.10', 'fjordby.example', '::'])(
  'a webhook without tokens does not open on %s',
  (host) => {
    expect(() => emulatorWebhook(async () => ({ status: 200 }), host)).toThrow(/cannot be opened/);
  },
);

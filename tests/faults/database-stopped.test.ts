import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../bot/database/embedded/embedded-database.ts';
import { type RunningBot, type RunningBotOptions, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const notYet = 'Det er ikke gemt endnu – prøv igen om lidt.';
const wish = { text: 'Vi godkender den samme faktura to steder', area: 'oekonomi' };
/** Short, so that no test waits as long as a platform does. */
const patience = { slack: 700, teamsInvoke: 700, teamsMessage: 700 };
const appToken = 'xapp-token-of-the-tests';
const throughSocket: RunningBotOptions = {
  slackPatienceMs: 2000,
  slack: ({ apiUrl }) => ({ botToken: 'xoxb-token-of-the-tests', appToken, apiUrl }),
  credentials: { slackAppToken: appToken },
};

/** A server of this file's own, which it may stop. */
const dataFolder = mkdtempSync(join(tmpdir(), 'database-stopped-'));
let server: EmbeddedDatabase;
let bot: RunningBot;
let isStopped = false;

/** A server that is started again has another port; the bot knows this one. */
const front = createServer((client) => {
  const back = connect(Number(new URL(server.uri).port), '127.0.0.1');
  for (const [from, to] of [
    [client, back],
    [back, client],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy()).on('close', () => to.destroy());
  }
});

function startServer(): Promise<EmbeddedDatabase> {
  const environmentFolder = resolve(import.meta.dirname, '../../.data/python');
  return startEmbeddedDatabase({
    dataFolder,
    searchPath: '',
    environmentFolder,
    keepsExpired: true,
    progress: () => undefined,
  });
}

beforeAll(async () => {
  server = await startServer();
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const uri = new URL(server.uri);
  uri.port = String((front.address() as AddressInfo).port);
  process.env.TEST_MONGODB_URI = uri.href;
}, 120_000);
afterEach(async () => {
  if (isStopped) goOn();
  await bot?.close();
});
afterAll(async () => {
  await server?.stop();
  front.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

function stop(): void {
  isStopped = process.kill(server.serverPid, 'SIGSTOP');
}

function goOn(): void {
  process.kill(server.serverPid, 'SIGCONT');
  isStopped = false;
}

const start = async (more: RunningBotOptions = {}) => {
  bot = await startBotBetweenPlatforms({ patience, slackRedeliveryMs: [], ...more });
  return bot;
};

/** Waits for something that the bot does by itself once the database is back. */
async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const requests = () => bot.database.stored.requests.find({ text: wish.text }).lean();
const drafts = (text: string) => bot.database.stored.drafts.countDocuments({ text });

test.each([
  ['over HTTP', {}],
  ['through its socket', throughSocket],
])(
  'a message in Slack %s that comes while the database stands still is kept when Slack sends it again',
  async (_way, options: RunningBotOptions) => {
    await start(options);
    const leader = bot.on('slack', people.leader);
    await leader.says('hej');
    const { slackUser: user, slackChannel: channel } = bot.simulator.slack(people.leader).identity;
    const event = {
      type: 'message',
      channel_type: 'im',
      user,
      channel,
      text: 'Posten kommer for sent',
      ts: '1795507200.000200',
    };
    const payload = { type: 'event_callback', team_id: 'T0FJORDBY', event_id: 'Ev1', event };
    const { socket, delivery } = bot.simulator.slackApp;
    stop();
    if ('slack' in options) await expect(delivery.event(payload)).rejects.toThrow('not acknowledged');
    else expect((await delivery.event(payload)).status).toBe(503);
    const before = leader.all().length;
    goOn();
    // Slack sends again what is not acknowledged, over its socket as well, until it is.
    const isTaken = (error: unknown) => {
      if (error instanceof DOMException && error.name === 'TimeoutError') return false;
      throw error;
    };
    await until(async () => delivery.event(payload).then(({ status }) => status === 200, isTaken));
    expect(await drafts('Posten kommer for sent')).toBe(1);
    expect(leader.all()).toHaveLength(before + 1);
    expect(socket.isOpen()).toBe('slack' in options);
  },
);

test('a message in Teams that comes while the database stands still is answered 503, and kept when it comes again', async () => {
  await start();
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  stop();
  expect((await leader.says('Posten kommer for sent')).status).toBe(503);
  goOn();
  await until(async () => (await drafts('Posten kommer for sent')) === 1);
});

test('a modal in Slack that is sent while the database stands still stays open and says so, and sending it again makes one request', async () => {
  await start();
  const leader = bot.on('slack', people.leader);
  const client = bot.simulator.slack(people.leader);
  await leader.says('nyt');
  await leader.presses('Skriv et ønske');
  stop();
  const { errors } = await client.fill(wish);
  expect(errors).toEqual({ text: notYet });
  expect(leader.all().join()).not.toContain('FØ-');
  goOn();
  await until(async () => (await requests()).length === 1);
  await leader.fills({}, 'Send ønsket');
  expect(leader.modal()).toBeNull();
  expect(await requests()).toHaveLength(1);
  expect(leader.reads()).toContain((await requests())[0]?.number);
});

test('a button in Slack that is pressed while the database stands still says so, and shows afterwards what came of it', async () => {
  await start();
  const leader = bot.on('slack', people.leader);
  await leader.says(wish.text);
  stop();
  expect((await leader.presses('Ja, send det')).status).toBe(200);
  await until(() => leader.reads().includes(notYet));
  goOn();
  await until(() => leader.all().some((text) => /har fået nummer FØ-/.test(text)));
  expect(await requests()).toHaveLength(1);
});

test('a card in Teams that is sent while the database stands still stays with its words and says so', async () => {
  await start();
  const leader = bot.on('teams', people.leader);
  const client = bot.simulator.teams(people.leader);
  await leader.says('nyt');
  stop();
  const before = leader.all();
  const answer = await client.press('Send ønsket', wish);
  expect(answer.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: notYet });
  expect(leader.all()).toEqual(before);
  goOn();
  await until(() => leader.all().some((text) => /har fået nummer FØ-/.test(text)));
  expect(await requests()).toHaveLength(1);
});

test('a dialog in Teams that is sent while the database stands still stays open with its words, and sending it again makes one request', async () => {
  await start();
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  await leader.opensExtension(null);
  stop();
  await leader.pressesInDialog('Send ønsket', wish);
  expect(leader.dialog()).toContain(notYet);
  goOn();
  await until(async () => (await requests()).length === 1);
  await leader.pressesInDialog('Send ønsket');
  expect(leader.dialog()).toContain((await requests())[0]?.number);
  expect(await requests()).toHaveLength(1);
});

test('a message is kept when it comes again to a database that was killed and is back', async () => {
  await start();
  const [inTeams, inSlack] = [bot.on('teams', people.leader), bot.on('slack', people.leader)];
  for (const leader of [inTeams, inSlack]) await leader.says('hej');
  process.kill(server.serverPid, 'SIGKILL');
  await server.exited;
  expect((await inTeams.says('Posten kommer for sent')).status).toBe(503);
  expect((await inSlack.says('Pakken kommer for sent')).status).toBe(503);
  expect([...inTeams.all(), ...inSlack.all()].join()).not.toContain('for sent');
  await server.stop();
  server = await startServer();
  const { slackUser: user, slackChannel: channel } = bot.simulator.slack(people.leader).identity;
  const event = { type: 'message', channel_type: 'im', user, channel, text: 'Lønnen er sen', ts: '1795507200.000300' };
  const payload = { type: 'event_callback', team_id: 'T0FJORDBY', event_id: 'Ev2', event };
  await until(async () => (await bot.simulator.slackApp.delivery.event(payload)).status === 200);
  expect(await drafts('Lønnen er sen')).toBe(1);
});

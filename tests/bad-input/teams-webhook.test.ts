import { createServer } from 'node:http';
import { simulated } from '../../bot/local/sample-municipality.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { openStage, type Stage, said, tooDeep } from './table/stage.ts';
import { message, withToken } from './table/teams-webhook.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';
import { activity, knocksOn } from './webhooks.ts';

const logged = (bot: RunningBot, message: string): Record<string, unknown>[] =>
  bot.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message);

let stage: Stage;
let before: Record<string, unknown[]>;

beforeAll(async () => {
  stage = await openStage();
  before = await storedIn(stage.bot);
});
afterAll(() => stage.bot?.close());

test('the bot never calls a service URL that is not on the list', async () => {
  let called = 0;
  const elsewhere = createServer((_request, response) => {
    called += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as { port: number };
  const { serviceUrl: own } = stage.knocks;
  for (const serviceUrl of [
    `${own}../slack/api/`,
    `${own}%2e%2e/slack/api/`,
    `${own}..%2fslack/api/`,
    `${own}..\\slack/api/`,
    own.replace('/teams/', '/teamsx/'),
    own.replace('/teams/', '/'),
    own.replace('http:', 'https:'),
    own.replace('127.0.0.1', '127.1'),
    own.replace('127.0.0.1', '127.0.0.1.evil.example'),
    own.replace('http://', 'http://user@'),
    `${own}?to=http://127.0.0.1:${port}/`,
    `${own}#here`,
    `http://127.0.0.1:${port}/`,
    `${stage.knocks.serviceUrl.slice(0, -1)}@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/?${stage.knocks.serviceUrl}`,
  ]) {
    const token = stage.bot.simulator.tokens.sign(simulated.teamsAppId, serviceUrl);
    const answer = await stage.knocks.teams(message(stage, { serviceUrl }), { authorization: `Bearer ${token}` });
    expect([serviceUrl, answer]).toEqual([serviceUrl, { status: 403, body: '' }]);
  }
  await new Promise((resolve) => elsewhere.close(resolve));
  expect(called).toBe(0);
  const warned = logged(stage.bot, 'unknown service address');
  expect(warned).toContainEqual(expect.objectContaining({ level: 40, host: `127.0.0.1:${port}` }));
});

test('the log names a tenant that is not let in, with the missing setting, once its token is verified', async () => {
  const bot = await startBotBetweenPlatforms();
  const knocks = knocksOn(bot);
  const tenants = () => logged(bot, 'unknown tenant').map(({ level, tenant, reason }) => [level, tenant, reason]);
  const from = (tenant: string) =>
    JSON.stringify(activity(knocks.serviceUrl, { channelData: { tenant: { id: tenant } } }));
  try {
    await directoryOf(bot.database.stored).disconnect('teams', simulated.teamsTenantId);
    expect((await knocks.teams(from('of an outsider'))).status).toBe(401);
    expect((await knocks.teams(from('of an outsider'), { authorization: 'Bearer a.b.c' })).status).toBe(401);
    expect(tenants()).toEqual([]);
    const authorization = knocks.token();
    expect((await knocks.teams(from('another-municipality'), { authorization })).status).toBe(403);
    expect((await knocks.teams(from(simulated.teamsTenantId), { authorization })).status).toBe(403);
    expect(tenants()).toEqual([
      [40, 'another-municipality', 'not on the list'],
      [40, simulated.teamsTenantId, 'not connected'],
    ]);
  } finally {
    await bot.close();
  }
});

test('the bot answers 100,000 brackets in a button of a real card like any unknown button', async () => {
  const leader = stage.bot.simulator.teams(people.leader);
  const body = message(stage, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    from: { id: leader.identity.teamsId, aadObjectId: leader.identity.aadObjectId },
    conversation: { id: leader.identity.conversation, conversationType: 'personal' },
    value: 'HERE',
  }).replace('"HERE"', `{"action":{"data":${tooDeep}}}`);
  expect((await stage.knocks.teams(body, withToken(stage))).status).toBe(200);
  expect(stage.bot.on('teams', people.leader).reads()).toContain('Knappen virker ikke længere');
  expect(await storedIn(stage.bot)).toEqual(before);
});

test('a sender that hangs up in the middle disturbs nobody', async () => {
  const hangUp = new AbortController();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"type":'));
      setImmediate(() => hangUp.abort());
    },
  });
  const request = { method: 'POST', body, signal: hangUp.signal, duplex: 'half' } as RequestInit;
  await expect(fetch(`${stage.bot.botUrl}/api/messages`, request)).rejects.toThrow('aborted');
});

test('after all that the bot answers, and the log holds none of it', () => expectUnharmed(stage.bot, [said]));

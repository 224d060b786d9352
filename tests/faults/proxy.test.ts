import { request } from 'node:https';
import { people } from '../sample-domain.ts';
import { owners, press, submits } from './cluster/acts.ts';
import { allWell } from './cluster/audit.ts';
import type { Bot } from './cluster/bots.ts';
import { openTestScene, restAndAudit } from './cluster/in-jest.ts';
import { type ReverseProxy, startProxy } from './cluster/proxy.ts';
import type { Scene } from './cluster/scene.ts';

let scene: Scene;
let bots: [Bot, Bot, Bot];
let proxy: ReverseProxy;
beforeAll(async () => {
  // It is asked whether a request fails, and not how fast this machine is.
  scene = await openTestScene({ slackPatienceMs: 20_000 });
  bots = await Promise.all([scene.start(), scene.start(), scene.start()]);
  proxy = await startProxy(bots.map(({ url }) => Number(new URL(url).port)));
  scene.through({ ...bots[0], url: proxy.url });
  await scene.meet(people.leader, people.admin, ...owners);
}, 120_000);
afterAll(async () => {
  await proxy?.close();
  await scene?.close();
});

const indbakke = () => scene.simulator.slack(owners[1]).send('indbakke');

test('Teams and Slack reach the bots through it, and a request goes its whole way', async () => {
  const acknowledged = await submits(scene);
  expect((await indbakke()).status).toBe(200);
  expect(await restAndAudit(scene, acknowledged)).toMatchObject({ ...allWell, doubledMessages: [] });
});

test.each(['/livez', '/health', '/readyz', '/metrics', '/', '/api/messages/more'])('%s is not open', async (path) => {
  expect((await fetch(`${proxy.url}${path}`, { method: 'POST' })).status).toBe(404);
});

test('it speaks TLS with the certificate that it was given', async () => {
  const { port, certificate } = proxy.secure;
  const options = { host: 'localhost', port, path: '/api/messages', method: 'POST', ca: certificate };
  const status = await new Promise((resolve, reject) => {
    request(options, (answer) => resolve(answer.statusCode))
      .on('error', reject)
      .end('{}');
  });
  // From the bot, to which a message without a token and a shape is none.
  expect(status).toBe(400);
});

test.each([
  [256 * 1024, 401, 'comes to the bot, which asks for a signature'],
  [256 * 1024 + 1, 413, 'is refused by the bot'],
  [2_000_000, 413, 'is refused by the proxy'],
])('a body of %d bytes is answered with %d: it %s', async (size, status) => {
  const body = 'x'.repeat(size);
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(`${proxy.url}/slack/events`, { method: 'POST', body, headers })).status).toBe(status);
});

test('a bot that hangs keeps nobody waiting for longer than Teams waits', async () => {
  const [first] = bots;
  first.pause();
  try {
    const asked = Array.from({ length: 3 }, () => press(scene, people.leader, 'list-mine', {}).go());
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  } finally {
    first.resume();
  }
});

test.each([
  ['stopped', () => bots[2].stop()],
  ['killed', () => bots[1].kill()],
] as const)('a bot that is %s under load fails no request', async (_how, ends) => {
  const statuses: number[] = [];
  const asks = async () => {
    for (let time = 0; time < 10; time++) {
      const [inTeams, inSlack] = [press(scene, people.leader, 'list-mine', {}).go(), indbakke()];
      for (const { status } of await Promise.all([inTeams, inSlack])) statuses.push(status);
    }
  };
  const asked = Promise.all([asks(), asks()]);
  await scene.until('some were answered', () => statuses.length > 6);
  await ends();
  await asked;
  expect(statuses).toEqual(Array.from({ length: 40 }, () => 200));
});

test('the last bot is asked again as soon as it answers, whatever it failed to answer before', async () => {
  const [last] = bots;
  const lists = () => press(scene, people.leader, 'list-mine', {}).go();
  last.pause();
  await Promise.allSettled([lists(), lists(), lists()]);
  last.resume();
  expect((await lists()).status).toBe(200);
});

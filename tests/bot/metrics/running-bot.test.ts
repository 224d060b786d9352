import { type RunningBot, startBotBetweenPlatforms } from '../../running-bot.ts';
import { people } from '../../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

const figures = async () => (await fetch(bot.metricsUrl)).text();
const figure = (text: string, sample: string) => Number(text.split(`\n${sample} `)[1]?.split('\n')[0]);

test('is ready, and serves no metrics on the port that the internet reaches', async () => {
  const response = await fetch(`${bot.botUrl}/readyz`);
  expect([response.status, await response.json()]).toMatchObject([200, { ok: true, database: true }]);
  expect((await fetch(`${bot.botUrl}/metrics`)).status).toBe(404);
});

test('counts what it sends, what the database does and what callers were answered', async () => {
  const before = figure(await figures(), 'forenklingsbot_database_seconds_count');
  await fetch(`${bot.botUrl}/api/messages`, { method: 'POST', body: '{}' });
  await bot.on('teams', people.leader).says('Jeg bruger en time på hver ansættelse.');
  await bot.on('teams', people.leader).presses('Ja, send det');
  await bot.delivers();
  const text = await figures();
  expect(figure(text, 'forenklingsbot_http_seconds_count{route="/api/messages",status="400"}')).toBe(1);
  expect(figure(text, 'forenklingsbot_arrival_seconds_count{platform="teams"}')).toBe(2);
  expect(figure(text, 'forenklingsbot_sends_total{class="request",result="sent"}')).toBeGreaterThan(0);
  expect(figure(text, 'forenklingsbot_database_seconds_count')).toBeGreaterThan(before);
  expect(figure(text, 'forenklingsbot_database_up')).toBe(1);
});

test.each([
  ['teams', 'POST'],
  ['slack', 'chat.postMessage'],
] as const)('counts an answer 429 of %s', async (platform, call) => {
  const limited = async () => figure(await figures(), `forenklingsbot_rate_limited_total{platform="${platform}"}`);
  expect(await limited()).toBeNaN();
  bot.simulator.faults.next({ platform, call, times: 1, status: 429, retryAfterSeconds: 1 });
  await bot.on(platform, people.leader).says('hjælp');
  expect(await limited()).toBe(1);
});

import pino from 'pino';
import { type Bot, startBot } from '../../bot/bot.ts';
import { platformsOf } from '../../bot/local/playground.ts';
import { simulated } from '../../bot/local/sample-municipality.ts';
import { keepLog } from '../run-log/kept.ts';
import { type RunningBot, credentials as secrets, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { act, packed } from './act.ts';

const otherOwner = 'karsten.bjerregaard@fjordby.example';
const numbers = (told: string) => new Set(told.match(/FØ-2026-\d{4}/g));

function keepSecond(line: string): void {
  keepLog(line);
  secondLog.push(line);
}

let bot: RunningBot;
let second: Bot;
let secondUrl: string;
const secondLog: string[] = [];

beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
  second = await startBot({
    database: bot.database,
    ...platformsOf(bot.simulator, { ...simulated, ...secrets }),
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    now: () => bot.clock.now,
    log: pino({ base: null }, { write: keepSecond }),
  });
  secondUrl = `http://127.0.0.1:${second.port}`;
});
afterAll(async () => {
  await second?.stop();
  await bot?.close();
});

describe.each(['teams', 'slack'] as const)('in %s', (platform) => {
  const submission = () => ({
    button: packed('submit-request'),
    fields: { text: `Vikarer i ${platform}`, area: 'personale' },
  });
  const stored = () => bot.database.stored.requests.find({ text: `Vikarer i ${platform}` }).lean();

  beforeAll(async () => {
    for (const email of [people.leader, people.hr, otherOwner]) await bot.on(platform, email).says('hej');
  });
  afterEach(() => bot.database.stored.requests.deleteMany({}));

  test('the same form sent twice makes one request, and shows its receipt both times', async () => {
    const form = submission();
    const first = await act(bot, platform, people.leader, form);
    const again = await act(bot, platform, people.leader, form);
    expect(await stored()).toHaveLength(1);
    expect(numbers(first).size).toBe(1);
    expect(numbers(again)).toEqual(numbers(first));
  });

  test('the same form sent to two instances at once makes one request, and its owners get one message', async () => {
    const form = submission();
    const told = await Promise.all([
      act(bot, platform, people.leader, form),
      act(bot, platform, people.leader, form, secondUrl),
    ]);
    const [request, ...others] = await stored();
    expect(others).toEqual([]);
    for (const one of told) expect(one).toContain(request?.number);
    const messages = await bot.database.stored.outbox.find({ 'message.requestId': request?._id }).lean();
    expect(new Set(messages.map(({ to }) => to)).size).toBe(messages.length);
    await Promise.all([bot.delivers(), second.jobs.now()]);
    const cards = bot.on(platform, people.hr).all();
    expect(cards.filter((text) => text.includes(`Nyt ønske: ${request?.number}`))).toHaveLength(1);
  });

  test('two forms of one leader sent to two instances at once get different numbers', async () => {
    await Promise.all(
      [bot.botUrl, secondUrl, bot.botUrl, secondUrl].map((url) => act(bot, platform, people.leader, submission(), url)),
    );
    const requests = await stored();
    expect(requests).toHaveLength(4);
    expect(new Set(requests.map(({ number }) => number)).size).toBe(4);
  });

  test('two owners who press at once on two instances move the request once', async () => {
    await act(bot, platform, people.leader, submission());
    const [request] = await stored();
    const pressed = (email: string, url: string) =>
      act(bot, platform, email, { button: packed('acknowledge-request', { requestId: request?._id }) }, url);
    const told = await Promise.all([pressed(people.hr, bot.botUrl), pressed(otherOwner, secondUrl)]);
    const events = await bot.database.connection
      .collection('events')
      .find({ requestId: request?._id })
      .sort({ step: 1 })
      .toArray();
    expect(events.map(({ type }) => type)).toEqual(['submitted', 'acknowledged']);
    expect(told.filter((text) => text.includes('Ønsket er kommet videre siden'))).toHaveLength(1);
  });
});

test('no person has seen an error', () => {
  const log = [...bot.log, ...secondLog].join('');
  expect(log).toContain('handled');
  expect(log).not.toMatch(/"msg":"(defect|event failed|activity failed|job failed|jobs failed)"/);
});

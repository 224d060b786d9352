import { randomUUID } from 'node:crypto';
import { packAction } from '../../cards/packed-action.ts';
import { directoryOf } from '../../models/people/directory.ts';
import type { Accepted } from '../../simulator/ledger.ts';
import { identify } from '../../simulator/people.ts';
import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms({ limits: true });
});
afterAll(() => bot?.close());

const identity = (email: string) => identify({ email } as Parameters<typeof identify>[0]);

/** Messages to others than those who act: what the outbox has sent. */
const sent = (platform: Platform, title: string) =>
  bot.simulator.ledger.lines.filter(
    (line): line is Accepted => line.line === 'accepted' && line.platform === platform && line.title.startsWith(title),
  );
const refused = () => bot.simulator.calls().filter(({ status }) => status === 429);

/** The most messages within any second, by the machine's clock. */
const most = (lines: readonly Accepted[]) =>
  Math.max(
    ...lines.map(({ at: from }) => {
      const since = lines.map(({ at }) => Date.parse(at) - Date.parse(from));
      return since.filter((ms) => ms >= 0 && ms < 1000).length;
    }),
  );

test('a campaign in Teams keeps to the limit of the tenant, and nearly reaches it', async () => {
  const { stored } = bot.database;
  const directory = directoryOf(stored);
  const leaders = await stored.people.find({ roles: 'leader', active: true }).lean();
  const serviceUrl = `${bot.simulator.url}/teams/`;
  for (const leader of leaders) {
    const { conversation, aadObjectId: user, teamsId: account } = identity(leader.email);
    const place = { kind: 'personal', conversation, serviceUrl, user, account };
    await directory.rememberChat(leader.organisation, { ...leader, id: leader._id }, 'teams', place, false);
  }
  const started = { question: 'Hvad står i vejen for dig?', administration: '' };
  await bot.on('teams', people.admin).says('hej');
  const data = packAction('start-campaign', {}, randomUUID());
  await bot.simulator.teams(people.admin).execute('1795507200000', { verb: 'start-campaign', data }, started);
  await bot.delivers();
  const prompts = sent('teams', started.question);
  if (prompts.length === 0) console.log(bot.log.join('').slice(-3000));
  expect(prompts).toHaveLength(leaders.length);
  expect(refused()).toEqual([]);
  expect(most(prompts)).toBeLessThanOrEqual(30);
  expect(most(prompts)).toBeGreaterThan(20);
});

test('messages in one chat of Slack come a second apart', async () => {
  const owner = bot.on('slack', people.hr);
  await owner.says('hjælp');
  for (const text of ['Vikarer oprettes for sent.', 'Kontrakter skrives i hånden.']) {
    const leader = bot.on('teams', people.leader);
    await leader.says('nyt');
    await leader.fills({ text, area: 'personale' }, 'Send ønsket');
  }
  await bot.delivers();
  const cards = sent('slack', 'Nyt ønske').filter(
    ({ conversation }) => conversation === identity(people.hr).slackChannel,
  );
  expect(cards).toHaveLength(2);
  expect(most(cards)).toBe(1);
  expect(refused()).toEqual([]);
});

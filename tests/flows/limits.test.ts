import { mostInAnySecond } from '../../bench/campaign/most.ts';
import { directoryOf } from '../../models/people/directory.ts';
import type { Accepted } from '../../simulator/ledger.ts';
import { identify } from '../../simulator/people.ts';
import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { until } from '../until.ts';

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
const most = (lines: ReadonlyArray<{ at: string }>) => mostInAnySecond(lines.map(({ at }) => Date.parse(at)));

test('a campaign in Teams keeps to the limit of the tenant, together with what people are answered meanwhile', async () => {
  const { stored } = bot.database;
  const directory = directoryOf(stored);
  const leaders = await stored.people.find({ roles: 'leader', active: true }).lean();
  const serviceUrl = `${bot.simulator.url}/teams/`;
  for (const leader of leaders) {
    const { conversation, aadObjectId: user, teamsId: account } = identity(leader.email);
    const place = { kind: 'personal', conversation, serviceUrl, user, account };
    await directory.rememberChat(leader.organisation, { ...leader, id: leader._id }, 'teams', place, false);
  }
  const started = { question: 'Hvad står i vejen for dig?' };
  const admin = bot.on('teams', people.admin);
  await admin.says('kampagne');
  await admin.fills(started, 'Start kampagnen');
  const isBusy = () => sent('teams', started.question).length > 3;
  const asks = async () => {
    await until('the campaign has begun', isBusy, 20, 5);
    for (const { email } of leaders.slice(0, 12)) await bot.on('teams', email).says('hjælp');
  };
  await Promise.all([bot.delivers(), asks()]);
  const prompts = sent('teams', started.question);
  expect(prompts).toHaveLength(leaders.length);
  expect(refused()).toEqual([]);
  expect(most(sent('teams', ''))).toBeLessThanOrEqual(30);
});

test('messages in one chat of Slack come a second apart', async () => {
  for (const text of ['Vikarer oprettes for sent.', 'Kontrakter skrives i hånden.']) {
    const leader = bot.on('teams', people.leader);
    await leader.says('nyt');
    await leader.fills({ text, area: 'personale' }, 'Send ønsket');
  }
  await bot.delivers();
  const chats = [...Map.groupBy(sent('slack', 'Nyt ønske'), ({ conversation }) => conversation).values()];
  expect(chats.length).toBeGreaterThan(1);
  for (const cards of chats) expect([cards.length, most(cards)]).toEqual([2, 1]);
  expect(refused()).toEqual([]);
});

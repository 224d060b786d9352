import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { storedIn } from './unharmed.ts';

const outside: Record<string, Record<string, unknown>> = {
  [people.leader]: { is_restricted: true },
  [people.hr]: { is_restricted: true, is_ultra_restricted: true },
  [people.it]: { team_id: 'T0OTHER', is_stranger: true },
  [people.legal]: { team_id: 'T0OTHER' },
};

let bot: RunningBot;
beforeAll(async () => {
  const fields = (email: string) => outside[email] ?? (email === people.admin ? { is_bot: true } : {});
  bot = await startBotBetweenPlatforms({ slackUserFields: fields });
});
afterAll(() => bot?.close());

test.each(Object.entries(outside))('%s of the list, of whom Slack says %j, is a guest', async (email) => {
  const before = await storedIn(bot);
  const visitor = bot.on('slack', email);
  expect((await visitor.says('hej')).status).toBe(200);
  expect(visitor.reads()).toMatch(/Jeg er kun for kommunens egne ansatte|only for the municipality’s own staff/);
  expect(await storedIn(bot)).toEqual(before);
});

test('another app of the list is not answered', async () => {
  const app = bot.on('slack', people.admin);
  const before = await storedIn(bot);
  expect((await app.says('hej')).status).toBe(200);
  expect(app.all()).toEqual([]);
  expect(await storedIn(bot)).toEqual(before);
});

test('the bot knows a full member', async () => {
  const member = bot.on('slack', people.director);
  await member.says('hej');
  expect(member.reads()).not.toContain('Jeg er kun for kommunens egne ansatte');
});

test('the bot does not take somebody with the same user id in another workspace for that person', async () => {
  const { people: stored } = bot.database.stored;
  const user = bot.simulator.slack(people.unitManager).identity.slackUser;
  const elsewhere = { user, team: 'T0ELSEWHERE', enterprise: '', channel: 'D0ELSEWHERE' };
  await stored.updateOne({ email: people.hr }, { 'places.slack': elsewhere });
  const manager = bot.on('slack', people.unitManager);
  await manager.says('indbakke');
  expect(manager.reads()).not.toContain('Indbakke: Koncern HR');
  expect((await stored.findOne({ email: people.hr }).lean())?.places.slack).toEqual(elsewhere);
  expect((await stored.findOne({ email: people.unitManager }).lean())?.places.slack).toMatchObject({ user });
});

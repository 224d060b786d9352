import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { act, packed } from './act.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';

const said = 'Vikarer får deres løn en uge for sent';
const long = (length: number) => said.padEnd(length, ` ${said}`).replace(/ $/, 'x');

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

describe.each(['teams', 'slack'] as const)('in %s', (platform) => {
  const draftsLike = (text: string) => bot.database.stored.drafts.countDocuments({ text });
  beforeAll(async () => {
    await bot.on(platform, people.leader).says('hej');
    await bot.on(platform, people.englishLeader).says('hello');
  });
  afterEach(() => bot.database.stored.drafts.deleteMany({}));

  test('a message of 3,000 characters becomes a request like any other', async () => {
    const told = await act(bot, platform, people.leader, {
      button: packed('submit-request'),
      fields: { text: long(3000), area: 'personale' },
    });
    expect(told).toContain('fået nummer FØ-2026-');
    expect(await bot.database.stored.requests.countDocuments({ text: long(3000) })).toBeGreaterThan(0);
    await bot.delivers();
    expect(await bot.database.stored.outbox.countDocuments({ state: 'parked' })).toBe(0);
  });

  test('a message of 30,000 characters becomes a draft, and the bot says how to shorten it', async () => {
    const leader = bot.on(platform, people.leader);
    expect(await leader.says(long(30_000))).toMatchObject({ status: 200 });
    expect(leader.reads()).toContain('30.000');
    expect(await draftsLike(long(30_000))).toBe(1);
  });

  test('the bot refuses a message that is too long to keep, says what to do and stores nothing', async () => {
    const before = await storedIn(bot);
    const leader = bot.on(platform, people.leader);
    expect(await leader.says(long(50_000))).toMatchObject({ status: 200 });
    expect(leader.reads()).toContain('Teksten er for lang til et ønske (højst 3.000 tegn)');
    expect(await storedIn(bot)).toEqual(before);
  });

  test.each([
    ['Danish', people.leader, 'kan ikke se, hvad du ønsker'],
    ['English', people.englishLeader, 'I cannot tell what you would like'],
  ])(
    'a message of emoji alone becomes a draft that cannot be sent, and the bot says so in %s',
    async (_language, email, words) => {
      const leader = bot.on(platform, email);
      await leader.says('😡😡👩‍🏫');
      expect(leader.reads()).toContain('😡😡👩‍🏫');
      expect(leader.reads()).toContain(words);
      expect(await draftsLike('😡😡👩‍🏫')).toBe(1);
      const draft = await bot.database.stored.drafts.findOne().lean();
      await act(bot, platform, email, { button: packed('send-draft', { draftId: draft?._id }) });
      expect(await bot.database.stored.requests.countDocuments({ text: /😡/ })).toBe(0);
    },
  );

  test('an empty message shows what the bot can do', async () => {
    const leader = bot.on(platform, people.leader);
    expect(await leader.says(' \u200B ')).toMatchObject({ status: 200 });
    expect(leader.reads()).toContain('Skriv et ønske');
    expect(await bot.database.stored.drafts.countDocuments()).toBe(0);
  });

  test('the bot rejects a CPR number and never stores it', async () => {
    const before = await storedIn(bot);
    const leader = bot.on(platform, people.leader);
    await leader.says('Borgeren 070761-4285 venter på svar');
    expect(leader.reads()).toContain('Der står et CPR-nummer i din tekst');
    expect(await storedIn(bot)).toEqual(before);
  });
});

test('after all that the bot answers, and the log holds none of it', () =>
  expectUnharmed(bot, [said, '070761', '😡', 'Borgeren']));

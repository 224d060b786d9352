import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

const leaders = async (platform: 'teams' | 'slack', many: number) => {
  const found = await bot.database.stored.people.find({ roles: ['leader'], language: 'da' }).lean();
  return found.slice(0, many).map(({ email }) => bot.on(platform, email));
};
const wish = (email: string, platform: string) => `Vikarer oprettes for sent hos ${email} i ${platform}`;

test.each(['teams', 'slack'] as const)(
  'twenty leaders who send a request in %s at the same moment each get a number, and none is lost',
  async (platform) => {
    const all = await leaders(platform, 20);
    for (const leader of all) await leader.says('nyt');
    if (platform === 'slack') for (const leader of all) await leader.presses('Skriv et ønske');
    await Promise.all(
      all.map((leader) => leader.fills({ text: wish(leader.email, platform), area: 'personale' }, 'Send ønsket')),
    );
    const texts = all.map(({ email }) => wish(email, platform));
    const stored = await bot.database.stored.requests.find({ text: { $in: texts } }).lean();
    expect(stored.map(({ text }) => text).sort()).toEqual(texts.sort());
    expect(new Set(stored.map(({ number }) => number)).size).toBe(20);
    for (const leader of all) {
      const own = stored.find(({ text }) => text === wish(leader.email, platform));
      expect(leader.all().join('\n')).toContain(`har fået nummer ${own?.number}`);
    }
    expect(bot.log.join('')).not.toMatch(/"msg":"(defect|event failed|activity failed|not known in time)"/);
  },
  90_000,
);

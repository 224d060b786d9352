import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people, tuesdayMorning } from '../sample-domain.ts';

let bot: RunningBot | undefined;
afterEach(() => bot?.close());

test.each(['teams', 'slack'] as const)(
  'tells an administrator in %s that the bot was away, and from when',
  async (platform) => {
    bot = await startBotBetweenPlatforms({ lastBeat: new Date(tuesdayMorning.getTime() - 40 * 60_000) });
    const admin = bot.on(platform, people.admin);
    await admin.says('hej');
    await bot.delivers();
    await bot.delivers();
    const words = admin.all().filter((text) => text.includes('Jeg har været væk'));
    expect(words).toHaveLength(1);
    expect(words[0]).toContain('24. november 2026 kl. 08.20');
    expect(words[0]).toContain('24. november 2026 kl. 09.00');
    // Moved on by a day, as the playground does it.
    bot.clock.now = new Date(tuesdayMorning.getTime() + 24 * 3_600_000);
    await bot.delivers();
    expect(admin.all().filter((text) => text.includes('Jeg har været væk'))).toHaveLength(1);
  },
);

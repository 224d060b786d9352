import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

const otherOf = { teams: 'slack', slack: 'teams' } as const satisfies Record<Platform, Platform>;
const passes = (minutes: number) => {
  bot.clock.now = new Date(bot.clock.now.getTime() + minutes * 60_000);
};

test.each(['teams', 'slack'] as const)(
  'a wish in %s is confirmed by a yes, and plain words after the unit’s question reach it on the other platform',
  async (platform) => {
    const leader = bot.on(platform, people.leader);
    const owner = bot.on(otherOf[platform], people.hr);
    await owner.says('hej');
    await leader.says(`Nye vikarer bliver ansat, men lønnen kommer en uge for sent, skriver jeg i ${platform}.`);
    await leader.says('ja tak');
    const number = /FØ-2026-\d{4}/.exec(leader.reads())?.[0] ?? 'none';
    await bot.delivers();
    expect(owner.reads()).toContain(number);
    await owner.presses('Skriv en besked');
    await owner.fills({ text: 'Hvor mange vikarer er det?' }, 'Send beskeden');
    await bot.delivers();

    await leader.says(`det er vel omkring ti stykker om måneden i ${platform}`);
    expect(leader.reads()).toContain('Dit svar går til Koncern HR');
    await leader.presses('Det var et nyt ønske');
    await leader.presses('Slet');
    await leader.says(`det er vel omkring tyve stykker om måneden i ${platform}`);
    passes(1.9);
    await bot.delivers();
    expect(owner.all().join()).not.toContain(`stykker om måneden i ${platform}`);
    passes(0.1);
    await bot.delivers();
    expect(owner.reads()).toContain(`tyve stykker om måneden i ${platform}`);
    expect(owner.all().join()).not.toContain(`ti stykker om måneden i ${platform}`);
    await leader.presses('Det var et nyt ønske');
    expect(leader.reads()).toContain('Det er sendt');
  },
);

import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

const otherOf = { teams: 'slack', slack: 'teams' } as const satisfies Record<Platform, Platform>;

describe.each(['teams', 'slack'] as const)('a leader in %s, an owner in the other', (platform) => {
  test('the main job, from words in chat to a tilbagemelding with a date', async () => {
    const leader = bot.on(platform, people.leader);
    const owner = bot.on(otherOf[platform], people.hr);
    await owner.says('hej');
    await leader.says(
      `Nye vikarer bliver ansat, men lønnen kommer en uge for sent i ${platform}. Det tager 20 minutter hver gang.`,
    );
    expect(leader.reads()).toContain('Er det rigtigt forstået?');
    await leader.presses('Ja, send det');
    expect(leader.reads()).toMatch(/Tak – dit ønske har fået nummer FØ-2026-\d{4}/);
    const number = /FØ-2026-\d{4}/.exec(leader.reads())?.[0] ?? '';

    await bot.delivers();
    expect(owner.reads()).toContain(`Nyt ønske: ${number}`);
    await owner.presses('Gå i gang');
    expect(owner.reads()).toContain('I gang');
    await owner.presses('Svar');
    await owner.presses('Ja, det gør vi');
    await owner.fills({ measure: '', expectedImprovement: 'Løn til tiden' }, 'Send svaret');
    expect(owner.seesNow()).toContain('Skal udfyldes.');
    await owner.fills(
      {
        measure: 'Vi opretter samme dag',
        expectedImprovement: 'Løn til tiden',
        horizon: '1. halvår 2027',
      },
      'Send svaret',
    );
    expect(owner.reads()).toContain('Besvaret');

    await bot.delivers();
    expect(leader.reads()).toContain(`Der er svar på dit ønske ${number}`);
    expect(leader.reads()).toContain('1. halvår 2027');
    expect(leader.reads()).toContain('Vi opretter samme dag');
  });
});

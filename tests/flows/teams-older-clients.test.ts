import { inTeams } from '../in-teams.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

test('clients without Action.Execute do the whole main job, each card in the place of the one that was pressed', async () => {
  const leader = inTeams(bot.simulator, people.leader, 'older');
  const owner = inTeams(bot.simulator, people.hr, 'older');
  await owner.says('hej');
  await leader.says('Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang.');
  const drafted = leader.all().length;
  await leader.presses('Ret først');
  await leader.fills({ text: 'Vikarers løn kommer for sent', area: '' }, 'Send ønsket');
  expect(leader.reads()).toContain('Skal udfyldes.');
  await leader.fills({ area: 'personale' }, 'Send ønsket');
  expect(leader.reads()).toMatch(/Tak – dit ønske har fået nummer FØ-2026-\d{4}[\s\S]*Vikarers løn kommer for sent/);
  expect(leader.all()).toHaveLength(drafted);

  await bot.delivers();
  const arrived = owner.all().length;
  expect(owner.reads()).toContain('Nyt ønske');
  await owner.presses('Svar');
  await owner.presses('Ja, det gør vi');
  const promise = { measure: 'Vi opretter samme dag', expectedImprovement: 'Løn til tiden' };
  await owner.fills({ ...promise, horizon: '' }, 'Send svaret');
  expect(owner.reads()).toContain('Skal udfyldes.');
  await owner.fills({ horizon: '1. halvår 2027' }, 'Send svaret');
  expect(owner.reads()).toMatch(/Besvaret[\s\S]*Vi opretter samme dag/);
  expect(owner.all()).toHaveLength(arrived);

  await bot.delivers();
  expect(leader.reads()).toMatch(/Der er svar på dit ønske[\s\S]*Vi opretter samme dag[\s\S]*1\. halvår 2027/);
});

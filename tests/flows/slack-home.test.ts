import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

async function reported(by: string = people.leader): Promise<string> {
  const leader = bot.on('slack', by);
  await leader.usesShortcut();
  await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
  await bot.delivers();
  return /FØ-2026-\d{4}/.exec(leader.reads())?.[0] ?? '';
}

test('Home explains itself to a leader without requests, who begins there', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.opensHome();
  expect(leader.home()).toContain('Skriv det bare til mig med dine egne ord');
  await leader.pressesInHome('Skriv et ønske');
  await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale' }, 'Send ønsket');
  await bot.delivers();
  expect(leader.home()).toMatch(/Vikarer oprettes for sent[\s\S]*Koncern HR · FØ-2026-\d{4}/);
  expect(leader.home()).not.toContain('Skriv det bare til mig med dine egne ord');
});

test('a leader’s Home changes when the owner answers', async () => {
  const number = await reported();
  const leader = bot.on('slack', people.leader);
  const owner = bot.on('slack', people.hr);
  await leader.opensHome();
  await owner.opensHome();
  expect(owner.home()).toMatch(new RegExp(`Vikarer oprettes for sent[\\s\\S]*${number}`));

  await owner.pressesInHome('Se');
  expect(owner.modal()).toContain(number);
  await owner.presses('Svar');
  await owner.presses('Ja, det gør vi');
  const planned = { measure: 'Vi opretter samme dag', expectedImprovement: 'Løn til tiden' };
  await owner.fills({ ...planned, horizon: '1. halvår 2027' }, 'Send svaret');
  expect(owner.modal()).toContain('Besvaret');
  await owner.closesModal();
  expect(owner.modal()).toBeNull();

  await bot.delivers();
  expect(leader.home()).toContain('1. halvår 2027');
  expect(owner.home()).not.toContain('Svarfrist');
});

test('a card over Home works, and its next modal opens on top of it', async () => {
  await reported();
  const owner = bot.on('slack', people.hr);
  await owner.opensHome();
  await owner.pressesInHome('Se');
  await owner.presses('Gå i gang');
  expect(owner.modal()).toContain('I gang');
  await owner.presses('Skriv en besked');
  await owner.fills({ text: 'Hvilken skole?' }, 'Send beskeden');
  expect(owner.messages().filter(({ from }) => from === 'person')).toEqual([]);
  await bot.delivers();
  expect(bot.on('slack', people.leader).reads()).toContain('Hvilken skole?');
});

test('an administrator, who has no list of their own, can start a campaign there', async () => {
  const admin = bot.on('slack', people.admin);
  await admin.opensHome();
  await admin.pressesInHome('Start en kampagne');
  expect(admin.modal()).not.toBeNull();
});

test('a manager sees overdue requests of their own area in Home, and none of other areas', async () => {
  const [own, elsewhere] = [await reported(), await reported('kurt.oelholm@fjordby.example')];
  bot.clock.now = new Date(bot.clock.now.getTime() + 60 * 24 * 3_600_000);
  const manager = bot.on('slack', people.schoolManager);
  await manager.opensHome();
  expect(manager.home()).toMatch(/Ubesvaret efter fristen\D*1\n/);
  expect(manager.home()).toContain(own);
  expect(manager.home()).not.toContain(elsewhere);
});

test('Home follows a change of language, wherever it was made', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.opensHome();
  await leader.says('english');
  await bot.delivers();
  expect(leader.home()).toContain('What makes your day harder than it needs to be?');
});

test('the bot does not fill a Home tab that nobody has opened', async () => {
  await reported();
  expect(bot.simulator.calls().filter(({ call }) => call === 'views.publish')).toEqual([]);
});

test('a stranger asks to join from Home, and sees there that they have asked', async () => {
  await bot.database.stored.people.deleteOne({ email: people.leader });
  const stranger = bot.on('slack', people.leader);
  await stranger.opensHome();
  expect(stranger.home()).toContain('Vi kender ikke hinanden endnu');
  await stranger.pressesInHome('Bed om adgang');
  expect(stranger.home()).toContain('Jeg har spurgt administratoren');
  expect(stranger.home()).not.toContain('Bed om adgang');
});

test('the answer goes to the chat when its modal was closed before the card could be updated', async () => {
  await reported();
  const owner = bot.on('slack', people.hr);
  await owner.opensHome();
  await owner.pressesInHome('Se');
  bot.simulator.faults.next({ platform: 'slack', call: 'views.update', status: 200, code: 'not_found', times: 1 });
  await owner.presses('Gå i gang');
  expect(owner.reads()).toContain('I gang');
});

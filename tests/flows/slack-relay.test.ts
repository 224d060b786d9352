import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

async function reported(how: Record<string, string> = {}): Promise<string> {
  const leader = bot.on('slack', people.leader);
  await leader.usesShortcut();
  await leader.fills({ text: 'Vi venter for længe på svar om ferie', area: 'personale', ...how }, 'Send ønsket');
  await bot.delivers();
  return /FØ-2026-\d{4}/.exec(leader.reads())?.[0] ?? '';
}

test('the bot confirms a reply under a card in the thread of the card', async () => {
  const number = await reported();
  const owner = bot.on('slack', people.hr);
  await owner.repliesTo(`Nyt ønske: ${number}`, 'Hvilken slags ferie?');
  const confirmed = owner.messages().at(-1);
  expect(confirmed?.thread).toBe(owner.messages().find(({ from }) => from === 'bot')?.id);
});

test('an anonymous leader’s name is neither in the owner’s chat nor in the log', async () => {
  const number = await reported({ anonymous: 'true' });
  const leader = bot.on('slack', people.leader);
  const owner = bot.on('slack', people.hr);
  await owner.repliesTo(number, 'Hvor længe?');
  await bot.delivers();
  await leader.repliesTo('Hvor længe?', 'I tre uger');
  await bot.delivers();
  expect(owner.reads()).toContain('I tre uger');
  expect(JSON.stringify(owner.messages())).not.toMatch(/Pernille|Østergaard/);
  const log = bot.log.join('');
  expect(log).not.toMatch(/Pernille|Østergaard|pernille\.|I tre uger|Hvor længe/);
});

test('a reply under the card of a draft goes on with the draft, and goes to nobody', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says('Vi venter for længe på svar om ferie');
  await leader.repliesTo('Er det rigtigt forstået?', 'Det gælder også barsel');
  expect(await bot.database.stored.comments.countDocuments()).toBe(0);
  const drafts = await bot.database.stored.drafts.find().lean();
  expect(drafts).toMatchObject([{ text: expect.stringMatching(/svar om ferie[\s\S]*også barsel/) }]);
});

test('the bot answers a command in a thread there', async () => {
  const number = await reported();
  const leader = bot.on('slack', people.leader);
  await leader.repliesTo(number, 'mine ønsker');
  expect(leader.reads()).toContain('Dine ønsker');
  expect(leader.messages().at(-1)?.thread).toBeDefined();
});

test('a text that begins with the bot’s name is a text like any other', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says('@forenklingsbot mine ønsker');
  expect(leader.reads()).toContain('Dine ønsker');
});

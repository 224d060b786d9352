import { png } from '../png.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const words = 'Nye vikarer bliver ansat, men lønnen kommer en uge for sent';
const better = 'Nye vikarer & timelønnede bliver ansat, men lønnen kommer en måned for sent';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

test('a draft follows the message that it was made of, and its card stands where it stood', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  expect(leader.reads()).toContain(words);
  await leader.edits(words, better);
  expect(leader.all()).toHaveLength(1);
  expect(leader.reads()).toContain(better);
  await leader.presses('Ja, send det');
  const stored = await bot.database.stored.requests.find().lean();
  expect(stored.map(({ text }) => text)).toEqual([better]);
});

test('a message that is deleted takes its draft with it, and the card says so', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await leader.deletes(words);
  expect(leader.all()).toEqual([expect.stringContaining('Kladden er slettet')]);
  expect(await bot.database.stored.drafts.countDocuments()).toBe(0);
});

test('so does one with replies, which Slack calls changed', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  const [said] = leader.messages();
  await bot.simulator.slack(people.leader).send('hjælp', { thread: String(said?.id) });
  await bot.simulator.slack(people.leader).speech.remove(String(said?.id));
  expect(await bot.database.stored.drafts.countDocuments()).toBe(0);
  expect(leader.all()).toContainEqual(expect.stringContaining('Kladden er slettet'));
});

test('what was sent stands as it was sent, and whoever edits it is told so', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await leader.presses('Ja, send det');
  await leader.edits(words, better);
  expect(leader.reads()).toContain('er allerede sendt');
  const stored = await bot.database.stored.requests.find().lean();
  expect(stored.map(({ text }) => text)).toEqual([words]);
});

test('a preview that Slack adds to a message is no edit', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says('Vejledningen er forældet, se https://hr.example/');
  const before = leader.messages();
  await leader.edits('Vejledningen er forældet', 'Vejledningen er forældet, se https://hr.example/');
  expect(leader.all()).toHaveLength(1);
  expect(leader.messages().at(-1)?.edited).toBe(before.at(-1)?.edited);
});

test('the draft comes again below when its card is gone', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await bot.database.stored.postings.updateMany({ kind: 'card' }, { message: '1700000000.000001' });
  await leader.edits(words, better);
  expect(leader.all()).toHaveLength(2);
  expect(leader.reads()).toContain(better);
});

test('who is not on the list is told so once, and not again when they edit or delete their message', async () => {
  await bot.database.stored.people.deleteOne({ email: people.otherLeader });
  const stranger = bot.on('slack', people.otherLeader);
  await stranger.says(words);
  const before = stranger.all();
  expect(before).toHaveLength(1);
  await stranger.edits(words, 'Ingen ting');
  await stranger.deletes('Ingen ting');
  expect(stranger.all()).toEqual(before);
});

test('what is said as `/me` is words like any others', async () => {
  const client = bot.simulator.slack(people.leader);
  await client.send('venter på en adgang til vagtplanen', { asDoing: true });
  expect(bot.on('slack', people.leader).reads()).toContain('venter på en adgang til vagtplanen');
});

test('a message that is corrected brings the file that came with it', async () => {
  const leader = bot.on('slack', people.leader);
  const file = { name: 'fejl.png', type: 'image/png', content: png };
  await leader.sendsFile(file, 'Ole 070761-4285 kan ikke logge på');
  expect(leader.reads()).toContain('Filen er ikke gemt');
  await leader.edits('Ole', 'En vikar kan ikke logge på');
  expect(leader.reads()).toContain('fejl.png');
  expect(await bot.database.stored.attachments.countDocuments()).toBe(1);
});

test('the bot’s own name is no part of an edited message either', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await leader.edits(words, `@forenklingsbot ${better}`);
  const [draft] = await bot.database.stored.drafts.find().lean();
  expect(draft?.text).toBe(better);
});

test('a correction in the thread of a request is answered there', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await leader.presses('Ja, send det');
  await leader.repliesTo('Tak', 'Det gælder 070761-4285');
  await leader.edits('Det gælder', 'Det gælder tre vikarer');
  expect(leader.messages().at(-1)?.thread).toBe(leader.messages().find(({ from }) => from === 'bot')?.id);
  expect(leader.reads()).toContain('Sendt til');
});

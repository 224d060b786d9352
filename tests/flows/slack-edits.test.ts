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

test('a deleted message with replies, which Slack calls changed, deletes its draft too', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  const [said] = leader.messages();
  await bot.simulator.slack(people.leader).send('hjælp', { thread: String(said?.id) });
  await bot.simulator.slack(people.leader).speech.remove(String(said?.id));
  expect(await bot.database.stored.drafts.countDocuments()).toBe(0);
  expect(leader.all()).toContainEqual(expect.stringContaining('Kladden er slettet'));
});

test('the bot ignores a link preview that Slack adds to a message', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says('Vejledningen er forældet, se https://hr.example/');
  const before = leader.messages();
  await leader.edits('Vejledningen er forældet', 'Vejledningen er forældet, se https://hr.example/');
  expect(leader.all()).toHaveLength(1);
  expect(leader.messages().at(-1)?.edited).toBe(before.at(-1)?.edited);
});

test('the bot posts the draft again below when its card is gone', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await bot.database.stored.postings.updateMany({ kind: 'card' }, { message: '1700000000.000001' });
  await leader.edits(words, better);
  expect(leader.all()).toHaveLength(2);
  expect(leader.reads()).toContain(better);
});

test('the bot tells a stranger once that they are not on the list, and not again when they edit or delete', async () => {
  await bot.database.stored.people.deleteOne({ email: people.otherLeader });
  const stranger = bot.on('slack', people.otherLeader);
  await stranger.says(words);
  const before = stranger.all();
  expect(before).toHaveLength(1);
  await stranger.edits(words, 'Ingen ting');
  await stranger.deletes('Ingen ting');
  expect(stranger.all()).toEqual(before);
});

test('a `/me` message counts as a message', async () => {
  const client = bot.simulator.slack(people.leader);
  await client.send('venter på en adgang til vagtplanen', { asDoing: true });
  expect(bot.on('slack', people.leader).reads()).toContain('venter på en adgang til vagtplanen');
});

test('a corrected message brings its file along', async () => {
  const leader = bot.on('slack', people.leader);
  const file = { name: 'fejl.png', type: 'image/png', content: png };
  await leader.sendsFile(file, 'Ole 070761-4285 kan ikke logge på');
  expect(leader.reads()).toContain('Filen er ikke gemt');
  await leader.edits('Ole', 'En vikar kan ikke logge på');
  expect(leader.reads()).toContain('fejl.png');
  expect(await bot.database.stored.attachments.countDocuments()).toBe(1);
});

test('the bot leaves its own name out of an edited message too', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await leader.edits(words, `@forenklingsbot ${better}`);
  const [draft] = await bot.database.stored.drafts.find().lean();
  expect(draft?.text).toBe(better);
});

test('the bot answers a correction in the thread of a request there', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says(words);
  await leader.presses('Ja, send det');
  await leader.repliesTo('Tak', 'Det gælder 070761-4285');
  await leader.edits('Det gælder', 'Det gælder tre vikarer');
  expect(leader.messages().at(-1)?.thread).toBe(leader.messages().find(({ from }) => from === 'bot')?.id);
  expect(leader.reads()).toContain('Sendt til');
});

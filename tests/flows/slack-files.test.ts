import { isSlack } from '../../bot/slack/send/files.ts';
import { png } from '../png.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people, tuesdayMorning } from '../sample-domain.ts';

const picture = { name: 'skærm.png', type: 'image/png', content: png };

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());
beforeEach(async () => {
  bot.clock.now = tuesdayMorning;
  const { attachments, drafts, requests } = bot.database.stored;
  await attachments.deleteMany({});
  await drafts.deleteMany({});
  await requests.deleteMany({});
});

const files = async () =>
  (await bot.database.stored.attachments.find().lean()).map(({ name, state, problem }) => [name, state, problem]);

test('a picture sent with a text becomes part of the request, and the owner can open it', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.sendsFile(picture, 'Fejlbesked ved oprettelse af vikarer i lønsystemet');
  await bot.delivers();
  expect(await files()).toEqual([['skærm.png', 'stored', null]]);
  await leader.presses('Ja, send det');
  await bot.delivers();

  const owner = bot.on('slack', people.hr);
  await owner.presses('Vis filer');
  const button = JSON.stringify(owner.messages().at(-1)?.blocks).match(/"url":"([^"]+)"/);
  const opened = await fetch(String(button?.[1]), { method: 'POST' });
  expect(opened.status).toBe(200);
  expect(new Uint8Array(await opened.arrayBuffer())).toEqual(png);
});

test('a picture without a text waits for one', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.sendsFile(picture);
  expect(leader.reads()).toContain('Skriv imens med ord');
});

test('a picture in the thread of a request goes to that request', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says('Fejlbesked ved oprettelse af vikarer i lønsystemet');
  await leader.presses('Ja, send det');
  await leader.repliesTo('Tak – dit ønske', '', picture);
  await bot.delivers();
  const [request] = await bot.database.stored.requests.find().lean();
  const [file] = await bot.database.stored.attachments.find().lean();
  expect([file?.about, file?.state]).toEqual([request?._id, 'stored']);
});

test.each([
  ['external', 'only-a-link', 'Den ligger et andet sted'],
  ['tombstone', 'gone', 'var der ikke længere'],
  ['hidden_by_limit', 'gone', 'var der ikke længere'],
] as const)('the bot kindly refuses a file that is %s', async (mode, problem, words) => {
  const leader = bot.on('slack', people.leader);
  await leader.sendsFile({ ...picture, mode }, 'Fejlbesked ved oprettelse af vikarer');
  await bot.delivers();
  expect((await files()).map(([, state, why]) => [state, why])).toEqual([['refused', problem]]);
  expect(leader.reads()).toContain(words);
});

test('the bot stops reading a file that is larger than Slack said', async () => {
  const leader = bot.on('slack', people.leader);
  const large = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]);
  await leader.sendsFile({ ...picture, content: large, saidSize: 1000 }, 'Fejlbesked ved oprettelse af vikarer');
  await bot.delivers();
  expect(await files()).toEqual([['skærm.png', 'refused', 'too-large']]);
});

test('the bot does not keep Slack’s sign-in page as the file', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.sendsFile({ ...picture, isLocked: true }, 'Fejlbesked ved oprettelse af vikarer');
  await bot.delivers();
  expect(await files()).toEqual([['skærm.png', 'refused', 'gone']]);
});

test('the bot follows no redirect out of Slack', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.sendsFile(
    { ...picture, movedTo: 'http://127.0.0.1:9/skærm.png' },
    'Fejlbesked ved oprettelse af vikarer',
  );
  await bot.delivers();
  expect(await files()).toEqual([['skærm.png', 'refused', 'gone']]);
});

test('the bot asks a failing file server again later', async () => {
  const leader = bot.on('slack', people.leader);
  await leader.says('hjælp');
  bot.simulator.faults.next({ platform: 'slack', call: 'files.info', status: 500, times: 1 });
  await leader.sendsFile(picture, 'Fejlbesked ved oprettelse af vikarer');
  await bot.delivers();
  expect(await files()).toEqual([['skærm.png', 'fetching', null]]);
  bot.clock.now = new Date(bot.clock.now.getTime() + 60_000);
  await bot.delivers();
  expect(await files()).toEqual([['skærm.png', 'stored', null]]);
});

test.each<[string, string | undefined, boolean]>([
  ['https://files.slack.com/files-pri/T1-F1/download/a.png', undefined, true],
  ['https://fjordby.slack.com/?redir=1', undefined, true],
  ['http://files.slack.com/files-pri/T1-F1/a.png', undefined, false],
  ['https://files.slack.com:8443/a.png', undefined, false],
  ['https://files.slack.com.evil.example/a.png', undefined, false],
  ['https://evilslack.com/a.png', undefined, false],
  ['http://127.0.0.1:4000/slack/files-pri/a.png', 'http://127.0.0.1:4000/slack/api/', true],
  ['http://127.0.0.1:4001/slack/files-pri/a.png', 'http://127.0.0.1:4000/slack/api/', false],
  ['https://files.slack.com/a.png', 'http://127.0.0.1:4000/slack/api/', false],
])('the bot may show its token to %s when the server is %s: %s', (address, apiUrl, shown) => {
  expect(isSlack(new URL(address), apiUrl)).toBe(shown);
});

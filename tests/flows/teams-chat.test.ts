import { buttonsOf } from '../../simulator/teams/client/read-card.ts';
import { png } from '../png.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

const scan = { name: 'blanket.png', type: 'image/png', content: png };

async function draft(text = 'Vikarer oprettes for sent i lønsystemet') {
  const leader = bot.on('teams', people.leader);
  await leader.says(text);
  return leader;
}

test.each(['usual', 'newer'] as const)(
  'a reply that quotes a request’s card, as %s clients send it, goes to the other side without the quotation',
  async (client) => {
    const owner = bot.on('teams', people.hr);
    await owner.says('hej');
    const leader = bot.on('teams', people.leader);
    await leader.says('nyt');
    await leader.fills({ text: 'Vikarer oprettes for sent', area: 'personale', anonymous: 'true' }, 'Send ønsket');
    await bot.delivers();
    await owner.repliesTo('Nyt ønske', 'Hvilket system er det?', client);
    await bot.delivers();
    expect(leader.reads()).toContain('Hvilket system er det?');
    await leader.repliesTo('Hvilket system er det?', 'Vores lønsystem', client);
    await bot.delivers();
    expect(owner.reads()).toContain('Vores lønsystem');
    expect(owner.all().join('\n')).not.toContain('Pernille');
    const comments = await bot.database.stored.comments.find().sort({ at: 1 }).lean();
    expect(comments.map(({ text }) => text)).toEqual(['Hvilket system er det?', 'Vores lønsystem']);
  },
);

test('the bot reads a message in which every optional field is null', async () => {
  const empty = {
    replyToId: null,
    attachments: null,
    entities: null,
    name: null,
    action: null,
    locale: null,
    value: null,
  };
  const said = { type: 'message', id: '1795512345000', text: 'Vikarer oprettes for sent', ...empty };
  expect(await bot.simulator.teams(people.leader).post(said)).toMatchObject({ status: 200 });
  expect(bot.on('teams', people.leader).reads()).toContain('Vikarer oprettes for sent');
});

test('a card changed by a button is still changed when Teams is opened again', async () => {
  const leader = await draft();
  await leader.presses('Ja, send det');
  expect(leader.reads()).toMatch(/FØ-2026-\d{4}/);
  const receipt = leader.reads();
  leader.reopens();
  expect(leader.reads()).toBe(receipt);
});

test('a form that was left open is the card again when Teams is opened again', async () => {
  const leader = await draft();
  await leader.presses('Ret først');
  expect(leader.reads()).toContain('Dit forenklingsønske');
  leader.reopens();
  expect(leader.reads()).toContain('Ja, send det');
});

test('keeps the effect of a button when the message cannot be changed', async () => {
  const leader = await draft();
  bot.simulator.faults.next({ platform: 'teams', call: 'PUT', times: 1, status: 502 });
  await leader.presses('Ja, send det');
  expect(leader.reads()).toMatch(/FØ-2026-\d{4}/);
  expect(bot.log.join('')).toContain('answer not kept in the message');
});

test('a message that comes back after it was deleted brings its draft back', async () => {
  const leader = await draft();
  await leader.deletes('Vikarer oprettes');
  await leader.undeletes();
  expect(leader.reads()).toContain('Er det rigtigt forstået?');
  await leader.presses('Ja, send det');
  expect((await bot.database.stored.requests.findOne().lean())?.text).toContain('Vikarer oprettes for sent');
  const before = leader.all();
  await leader.deletes('Vikarer oprettes');
  await leader.undeletes();
  expect(leader.all()).toEqual(before);
});

test('the bot answers an edit once when Teams sends it again', async () => {
  const client = bot.simulator.teams(people.leader);
  const edit = { type: 'messageUpdate', id: 'm1', text: 'Ny tekst', timestamp: '2026-09-01T09:00:00.123Z' };
  const activity = { ...edit, channelData: { eventType: 'editMessage' } };
  expect(await client.post(activity)).toMatchObject({ status: 200 });
  expect(await client.post(activity)).toMatchObject({ status: 200 });
  expect(bot.on('teams', people.leader).all()).toHaveLength(1);
});

test.each(['', 'i går'])('the bot accepts an edit with the time “%s”', async (timestamp) => {
  const client = bot.simulator.teams(people.leader);
  const channelData = { eventType: 'editMessage' };
  await client.post({ type: 'messageUpdate', id: 'm1', text: 'Ny tekst', timestamp, channelData });
  expect(bot.on('teams', people.leader).reads()).toContain('Ny tekst');
});

test('the bot posts an edited draft again below when its card is gone', async () => {
  const leader = await draft();
  const before = leader.all().length;
  await bot.database.stored.postings.updateMany({ kind: 'card' }, { message: '1700000000000' });
  await leader.edits('Vikarer oprettes', 'Vikarer oprettes alt for sent i juli');
  expect(leader.all()).toHaveLength(before + 1);
  expect(leader.reads()).toContain('Vikarer oprettes alt for sent i juli');
});

test.each([
  ['sent from OneDrive', 'sendsFile'],
  ['pasted into the message', 'pastes'],
] as const)('the bot fetches a picture %s and keeps it with the draft', async (_how, how) => {
  const leader = bot.on('teams', people.leader);
  const words = 'Blanketten her er håbløs';
  await (how === 'pastes' ? leader.pastes(png, words) : leader.sendsFile(scan, words));
  await bot.delivers();
  const [file] = await bot.database.stored.attachments.find().lean();
  expect(file).toMatchObject({ state: 'stored', type: 'image/png', size: png.length });
  expect(file?.name).toBe(how === 'pastes' ? 'billede.png' : 'blanket.png');
});

test('the owner opens the picture from the card, as it was sent', async () => {
  const owner = bot.on('teams', people.hr);
  await owner.says('hej');
  const leader = bot.on('teams', people.leader);
  await leader.sendsFile(scan, 'Vikarer oprettes for sent i lønsystemet');
  await bot.delivers();
  await leader.presses('Ja, send det');
  await bot.delivers();
  await owner.presses('Vis filer');
  expect(owner.reads()).toContain('blanket.png');
  const [link] = buttonsOf(owner.messages().at(-1)?.card ?? {}).filter(({ action }) => action.title === 'Åbn');
  expect(link?.action.type).toBe('Action.OpenUrl');
  const opened = await fetch(String(link?.action.url), { method: 'POST' });
  expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(new Uint8Array(await opened.arrayBuffer())).toEqual(png);
});

test('the bot does not keep a file that is larger than ten megabytes, and says so', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.sendsFile({ ...scan, content: new Uint8Array(10 * 1024 * 1024 + 1) }, 'Se her');
  await bot.delivers();
  const files = await bot.database.stored.attachments.find().lean();
  expect(files).toMatchObject([{ state: 'refused', problem: 'too-large' }]);
  expect(leader.reads()).toContain('blanket.png');
});

test('the bot does not keep a file that is gone when it is fetched', async () => {
  const leader = bot.on('teams', people.leader);
  bot.simulator.teamsFiles.expired = true;
  await leader.sendsFile(scan, 'Se her');
  await bot.delivers();
  expect(await bot.database.stored.attachments.find().lean()).toMatchObject([{ state: 'refused', problem: 'gone' }]);
});

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'https://sharepoint.com.example/x',
  'https://fjordby.sharepoint.com.example/x',
  'https://user@fjordby.sharepoint.com/x',
  'https://fjordby.sharepoint.com:8443/x',
  'file:///etc/passwd',
  'nothing',
])('the bot fetches nothing from %s', async (downloadUrl) => {
  const client = bot.simulator.teams(people.leader);
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const attachments = [{ contentType, name: 'blanket.png', content: { downloadUrl, fileType: 'png' } }];
  await client.post({ type: 'message', id: '1', text: 'Se her', attachments });
  await bot.delivers();
  expect(await bot.database.stored.attachments.find().lean()).toMatchObject([{ state: 'refused', problem: 'gone' }]);
});

test('the bot follows no redirect of a download to another machine', async () => {
  const leader = bot.on('teams', people.leader);
  bot.simulator.teamsFiles.redirect = 'http://127.0.0.1:9/secret';
  await leader.sendsFile(scan, 'Se her');
  await bot.delivers();
  expect(await bot.database.stored.attachments.find().lean()).toMatchObject([{ state: 'refused', problem: 'gone' }]);
});

test('the bot ignores a picture of another service and a card of another app', async () => {
  const client = bot.simulator.teams(people.leader);
  const attachments = [
    { contentType: 'image/png', contentUrl: 'https://elsewhere.example/x.png' },
    { contentType: 'application/vnd.microsoft.card.hero', content: { title: 'Hej' } },
  ];
  await client.post({ type: 'message', id: '1', text: 'Vikarer oprettes for sent', attachments });
  expect(await bot.database.stored.attachments.countDocuments()).toBe(0);
  expect(await bot.database.stored.drafts.countDocuments()).toBe(1);
});

test('the bot answers both of two people who write in the same millisecond', async () => {
  const words = { type: 'message', id: '1700000000000', text: 'Vikarer oprettes for sent' };
  for (const email of [people.leader, people.otherLeader]) await bot.simulator.teams(email).post(words);
  expect(bot.on('teams', people.otherLeader).reads()).toContain('Vikarer oprettes for sent');
  expect(await bot.database.stored.drafts.countDocuments()).toBe(2);
});

test('the bot fetches no file of text of somebody who writes from a chat of another organisation', async () => {
  const fetched = jest.spyOn(bot.simulator.teamsFiles, 'get');
  const id = bot.simulator.teamsFiles.add({ content: Buffer.from('Vikarer oprettes for sent'), type: 'text/plain' });
  const content = { downloadUrl: `${bot.simulator.url}/sharepoint/${id}`, fileType: 'txt' };
  const attachments = [
    { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'Indsat tekst.txt', content },
  ];
  const client = bot.simulator.teams(people.leader);
  const said = { type: 'message', text: 'Se her', attachments };
  const conversation = { id: 'a:elsewhere', conversationType: 'personal', tenantId: 'another-tenant' };
  await client.post({ ...said, id: '1', conversation });
  expect(fetched).not.toHaveBeenCalled();
  await client.post({ ...said, id: '2' });
  expect(fetched).toHaveBeenCalledTimes(1);
});

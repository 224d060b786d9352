import { units } from '../ids.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

const answer = {
  measure: 'Vikarer oprettes fra vagtplanen',
  expectedImprovement: 'Lederen kan lægge vagtplan fra første dag',
  horizon: '1. halvår 2027',
};

async function follows(kind: 'channel' | 'groupChat' = 'channel', name = 'Koncern HR') {
  const owner = bot.on('teams', people.hr);
  await owner.says('hej');
  const room = owner.room(name, kind);
  await room.brings();
  await room.mentions('indbakke her');
  expect(room.reads()).toContain('Vis indbakken her');
  await room.presses('Vis indbakken her');
  await room.fills({ unit: units.hr }, 'Vis den her');
  return { owner, room };
}

async function reports(text = 'Vikarer oprettes for sent') {
  const leader = bot.on('teams', people.leader);
  await leader.says('nyt');
  await leader.fills({ text, area: 'personale' }, 'Send ønsket');
  await bot.delivers();
  return leader;
}

async function answers(room: Awaited<ReturnType<typeof follows>>['room']) {
  await room.presses('Svar');
  await room.presses('Ja, det gør vi');
  await room.fills(answer, 'Send svaret');
}

test('the bot says once what it can do when it is added to a channel', async () => {
  const { room } = { room: bot.on('teams', people.hr).room('Koncern HR') };
  await room.brings();
  expect(room.all()).toEqual([expect.stringContaining('Få jeres forenklingsønsker her')]);
});

test('the bot answers a mention in its thread', async () => {
  const room = bot.on('teams', people.hr).room('Koncern HR');
  await room.brings();
  await room.mentions('hjælp');
  expect(room.thread('hjælp')).toEqual([
    '@Forenklingsbot hjælp',
    expect.stringContaining('Få jeres forenklingsønsker her'),
  ]);
});

test('a new request is shown in the group chat of its unit and follows what happens', async () => {
  const { room } = await follows('groupChat');
  await reports();
  expect(room.reads()).toMatch(/FØ-2026-\d{4}[\s\S]*Vikarer oprettes for sent/);
  const before = room.all().length;
  await answers(room);
  expect(room.reads()).toContain('Besvaret');
  await bot.delivers();
  const colleague = bot.on('teams', people.it).room('Koncern HR', 'groupChat');
  expect(colleague.all()).toHaveLength(before);
  expect(colleague.reads()).toMatch(/Besvaret[\s\S]*Vikarer oprettes fra vagtplanen/);
});

test('the bot refuses a person who does not own the process, and the card stays as it is', async () => {
  const { room } = await follows();
  await reports();
  const other = bot.on('teams', people.otherLeader).room('Koncern HR');
  const before = other.all();
  const { statusCode, notice } = await other.presses('Svar');
  expect([statusCode, notice]).toEqual([200, expect.stringMatching(/\p{L}/u)]);
  expect(other.all()).toEqual(before);
  expect(room.reads()).toContain('Svar');
});

test('only the person who pressed sees the form', async () => {
  const { room } = await follows();
  await reports();
  const colleague = bot.on('teams', people.it).room('Koncern HR');
  const before = colleague.all();
  await room.presses('Svar');
  expect(room.reads()).toContain('Ja, det gør vi');
  expect(colleague.all()).toEqual(before);
});

test('in a group chat, which has no threads, a leader’s comment comes below', async () => {
  const { room } = await follows('groupChat');
  const leader = await reports();
  await leader.repliesTo('FØ-2026', 'Det er værst i juli');
  await bot.delivers();
  expect(room.reads()).toContain('Det er værst i juli');
});

test('a client without Action.Execute changes nothing in a channel and reads where it can', async () => {
  const { room } = await follows();
  await reports();
  const card = room.reads();
  await room.submits('Svar');
  expect(room.thread('Vikarer oprettes for sent')).toEqual([card, expect.stringContaining('privat chat')]);
});

test('the bot sends nothing to a channel after it was removed', async () => {
  const { room } = await follows();
  await room.removes();
  const before = room.all().length;
  await reports();
  expect(room.all()).toHaveLength(before);
  const parked = await bot.database.stored.outbox.find({ state: 'parked' }).lean();
  expect(parked.filter(({ message }) => message.kind === 'room-card')).toEqual([]);
});

test('the bot sends nothing to any channel of a team after it was removed', async () => {
  const { room } = await follows('channel', 'Koncern HR › Generelt');
  await follows('channel', 'Koncern HR › Løn');
  expect(await bot.database.stored.rooms.countDocuments({ unit: units.hr })).toBe(2);
  await room.removes();
  expect(await bot.database.stored.rooms.countDocuments({ unit: units.hr })).toBe(0);
});

test('a new version of the app changes nothing in a channel, and the bot greets nobody again', async () => {
  const { room } = await follows();
  const before = room.all();
  expect(await bot.simulator.teams(people.hr).room('Koncern HR').upgrade()).toMatchObject({ status: 200 });
  expect(room.all()).toEqual(before);
  expect(await bot.database.stored.rooms.findOne().lean()).toMatchObject({ unit: units.hr });
});

test('the bot stays silent about news of a team, and stops showing an inbox in a deleted channel', async () => {
  const { room } = await follows();
  const before = room.all().length;
  for (const eventType of ['teamRenamed', 'channelRenamed', 'channelCreated', 'teamArchived', 'channelDeleted']) {
    expect([eventType, await room.happens(eventType)]).toMatchObject([eventType, { status: 200 }]);
    expect(room.all()).toHaveLength(before);
    const followed = await bot.database.stored.rooms.findOne().lean();
    expect([eventType, followed?.unit]).toEqual([eventType, eventType === 'channelDeleted' ? null : units.hr]);
  }
});

test('the bot introduces itself once in a channel, also when Teams repeats the event', async () => {
  const owner = bot.simulator.teams(people.hr);
  const room = owner.room('Koncern HR');
  await room.install();
  const before = room.messages().length;
  const again = { ...room.around(null), type: 'installationUpdate', action: 'add', id: 'f:again' };
  await owner.post(again);
  await owner.post(again);
  expect(room.messages()).toHaveLength(before + 1);
});

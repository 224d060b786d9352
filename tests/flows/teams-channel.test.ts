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
  await room.fills({ decision: 'planned' }, 'Fortsæt');
  await room.fills(answer, 'Send svaret');
}

test('the bot says once what it can do when it is brought into a channel', async () => {
  const { room } = { room: bot.on('teams', people.hr).room('Koncern HR') };
  await room.brings();
  expect(room.all()).toEqual([expect.stringContaining('Få jeres forenklingsønsker her')]);
});

test('a mention is answered in its thread', async () => {
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

test('the leader gets the answer that was given in the channel', async () => {
  const { room } = await follows();
  const leader = await reports();
  await answers(room);
  await bot.delivers();
  expect(leader.reads()).toMatch(/Der er svar[\s\S]*Vikarer oprettes fra vagtplanen/);
});

test('who does not own the process is refused, and the card stays as it is for everybody', async () => {
  const { room } = await follows();
  await reports();
  const other = bot.on('teams', people.otherLeader).room('Koncern HR');
  const before = other.all();
  const { statusCode, notice } = await other.presses('Svar');
  expect([statusCode, notice]).toEqual([200, expect.stringMatching(/\p{L}/u)]);
  expect(other.all()).toEqual(before);
  expect(room.reads()).toContain('Svar');
});

test('a form is seen by its presser alone', async () => {
  const { room } = await follows();
  await reports();
  const colleague = bot.on('teams', people.it).room('Koncern HR');
  const before = colleague.all();
  await room.presses('Svar');
  expect(room.reads()).toContain('Fortsæt');
  expect(colleague.all()).toEqual(before);
});

test('in a group chat, which has no threads, what the leader writes comes below', async () => {
  const { room } = await follows('groupChat');
  const leader = await reports();
  await leader.repliesTo('FØ-2026', 'Det er værst i juli');
  await bot.delivers();
  expect(room.reads()).toContain('Det er værst i juli');
});

test('a client without Action.Execute changes nothing in a channel and is told where it can', async () => {
  const { room } = await follows();
  await reports();
  const card = room.reads();
  await room.submits('Svar');
  expect(room.thread('Vikarer oprettes for sent')).toEqual([card, expect.stringContaining('privat chat')]);
});

test('after the bot was taken out, nothing is sent there', async () => {
  const { room } = await follows();
  await room.removes();
  const before = room.all().length;
  await reports();
  expect(room.all()).toHaveLength(before);
  const parked = await bot.database.stored.outbox.find({ state: 'parked' }).lean();
  expect(parked.filter(({ message }) => message.kind === 'room-card')).toEqual([]);
});

test('taken out of a team, the bot sends nothing more to any of its channels', async () => {
  const { room } = await follows('channel', 'Koncern HR › Generelt');
  await follows('channel', 'Koncern HR › Løn');
  expect(await bot.database.stored.rooms.countDocuments({ unit: units.hr })).toBe(2);
  await room.removes();
  expect(await bot.database.stored.rooms.countDocuments({ unit: units.hr })).toBe(0);
});

test('a new version of the app changes nothing in a channel, and nobody is greeted again', async () => {
  const { room } = await follows();
  const before = room.all();
  expect(await bot.simulator.teams(people.hr).room('Koncern HR').upgrade()).toMatchObject({ status: 200 });
  expect(room.all()).toEqual(before);
  expect(await bot.database.stored.rooms.findOne().lean()).toMatchObject({ unit: units.hr });
});

test('news of a team is taken in silence, and a deleted channel ends what was shown in it', async () => {
  const { room } = await follows();
  const before = room.all().length;
  for (const eventType of ['teamRenamed', 'channelRenamed', 'channelCreated', 'teamArchived', 'channelDeleted']) {
    expect([eventType, await room.happens(eventType)]).toMatchObject([eventType, { status: 200 }]);
    expect(room.all()).toHaveLength(before);
    const followed = await bot.database.stored.rooms.findOne().lean();
    expect([eventType, followed?.unit]).toEqual([eventType, eventType === 'channelDeleted' ? null : units.hr]);
  }
});

test('a channel is introduced to once, also when Teams tells of it again', async () => {
  const owner = bot.simulator.teams(people.hr);
  const room = owner.room('Koncern HR');
  await room.install();
  const before = room.messages().length;
  const again = { ...room.around(null), type: 'installationUpdate', action: 'add', id: 'f:again' };
  await owner.post(again);
  await owner.post(again);
  expect(room.messages()).toHaveLength(before + 1);
});

import { simulated } from '../../bot/local/sample-municipality.ts';
import { botUser } from '../../simulator/slack/bot-user.ts';
import { eventCallback } from '../../simulator/slack/events/payloads.ts';
import { credentials, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

const inbox = (email: string, kind: 'public' | 'private' = 'public') => bot.on('slack', email).room('hr-ønsker', kind);

async function follows(kind: 'public' | 'private' = 'public') {
  const owner = inbox(people.hr, kind);
  await owner.brings();
  await owner.presses('Vis indbakken her');
  await owner.fills({});
  return owner;
}

async function reported(text = 'Vikarer oprettes for sent', how: Record<string, string> = {}): Promise<string> {
  const leader = bot.on('slack', people.leader);
  await leader.usesShortcut();
  await leader.fills({ text, area: 'personale', ...how }, 'Send ønsket');
  await bot.delivers();
  return /FØ-2026-\d{4}/.exec(leader.reads())?.[0] ?? '';
}

test('the bot introduces itself once in a private channel and shows the inbox there, one thread a request', async () => {
  const owner = await follows('private');
  expect(owner.all()).toHaveLength(1);
  expect(owner.reads()).toContain('Indbakken for Koncern HR');
  const number = await reported();
  expect(owner.all()).toHaveLength(2);
  expect(owner.reads()).toContain(number);

  await owner.presses('Gå i gang');
  await bot.delivers();
  expect(owner.all()).toHaveLength(2);
  expect(owner.reads()).toContain('I gang');
});

test.each([
  ['public channel that the bot is taken out of', 'public', 'removes'],
  ['private channel that is closed', 'private', 'archives'],
] as const)('a %s gets nothing more', async (_what, kind, happens) => {
  const owner = await follows(kind);
  expect((await owner[happens]()).status).toBe(200);
  await reported();
  expect(owner.all()).toHaveLength(1);
  const parked = await bot.database.stored.outbox.find({ state: 'parked' }).lean();
  expect(parked).toEqual([]);
});

test('an owner writes a request in a form over the channel and gets the receipt in the private chat alone', async () => {
  const room = inbox(people.leader);
  await room.brings();
  const before = room.all();
  const leader = bot.on('slack', people.leader);
  await room.presses('Skriv et ønske');
  await room.fills({ text: '', area: 'personale' });
  expect(room.reads()).toBe(before.at(-1));
  await room.fills({ text: 'Vikarer oprettes for sent', area: 'personale' });
  expect(leader.reads()).toMatch(/FØ-2026-\d{4}[\s\S]*Koncern HR/);
  expect(room.all()).toEqual(before);
  expect(inbox(people.it).all()).toEqual(before);
  await leader.repliesTo('FØ-2026', 'Det er værst i juli');
  expect(await bot.database.stored.comments.findOne().lean()).toMatchObject({ text: 'Det er værst i juli' });
});

test('a colleague who owns nothing is refused, and nobody else sees it', async () => {
  const owner = await follows();
  await reported();
  const colleague = inbox(people.it);
  const before = owner.all();
  await colleague.presses('Gå i gang');
  expect(owner.all()).toEqual(before);
  expect(colleague.all()).toHaveLength(before.length + 1);
  expect(colleague.messages().at(-1)?.notice).toBe(true);
  await bot.delivers();
  expect((await bot.database.stored.requests.find().lean()).map(({ state }) => state)).toEqual(['routed']);
});

test('the bot refuses somebody who may not show the inbox, and shows nothing', async () => {
  const leader = inbox(people.leader);
  await leader.brings();
  await leader.presses('Vis indbakken her');
  expect(leader.messages().at(-1)?.notice).toBe(true);
  expect(await bot.database.stored.rooms.countDocuments({ unit: { $ne: null } })).toBe(0);
});

test('“indbakke her” is answered in the thread with the button that opens the form', async () => {
  const owner = inbox(people.hr);
  await owner.brings();
  await owner.mentions('indbakke her');
  expect(owner.thread('indbakke her')).toEqual([expect.stringContaining('Vis indbakken her')]);
  await owner.presses('Vis indbakken her');
  await owner.fills({});
  expect(owner.thread('indbakke her')).toEqual([expect.stringContaining('Indbakken for Koncern HR')]);
  await owner.mentions('stop indbakke');
  expect(owner.thread('stop indbakke')).toEqual([expect.stringContaining('Jeg viser ikke flere ønsker her')]);
});

test('the bot passes on nothing that colleagues say to each other', async () => {
  const owner = await follows();
  const number = await reported();
  await owner.says('Det er vist Jens’ bord', number);
  await bot.delivers();
  expect(await bot.database.stored.comments.countDocuments()).toBe(0);
});

test('the bot says nothing when other people join and leave the channel', async () => {
  const owner = await follows();
  const before = owner.all();
  const client = bot.simulator.slack(people.hr);
  await client.administers('hr-ønsker').invites(bot.simulator.slack(people.it).identity);
  expect(owner.all()).toEqual(before);
});

test('the channel shows no trace of an anonymous leader', async () => {
  const owner = await follows();
  const number = await reported('Vi venter for længe på svar om ferie', { anonymous: 'true' });
  await owner.mentions('Hvor længe?', number);
  await bot.delivers();
  await bot.on('slack', people.leader).repliesTo('Hvor længe?', 'I tre uger');
  await bot.delivers();
  expect(owner.thread(number).at(-1)).toContain('I tre uger');
  expect(JSON.stringify(owner.messages())).not.toMatch(/Pernille|Østergaard/);
});

test('the bot introduces itself once in a channel, also when Slack repeats the event', async () => {
  const owner = inbox(people.hr);
  await owner.brings();
  const client = bot.simulator.slack(people.hr).inChannel('hr-ønsker');
  const event = { type: 'member_joined_channel', user: botUser.userId, channel: client.spot.id, channel_type: 'C' };
  const again = JSON.stringify(eventCallback(event, { ...simulated, ...credentials }, bot.clock.now));
  await client.post(again, 'application/json');
  await client.post(again, 'application/json');
  expect(owner.all()).toHaveLength(2);
});

test('an owner who writes to the leader in a form over the channel reads there that it was sent, and the card stays', async () => {
  const owner = await follows();
  const number = await reported();
  await owner.presses('Skriv en besked');
  await owner.fills({ text: 'Hvilken vikar er det?' });
  expect(owner.reads()).toContain('Sendt til lederen.');
  expect(owner.all().join()).toContain(number);
  expect(inbox(people.it).all().join()).not.toContain('Sendt til lederen.');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Json } from '../../simulator/chats.ts';
import { botUser } from '../../simulator/slack/bot-user.ts';
import { eventCallback } from '../../simulator/slack/events/payloads.ts';
import { units } from '../ids.ts';
import { credentials, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const forms = z
  .object({
    cases: z.array(
      z.object({
        name: z.string(),
        event: z.record(z.string(), z.unknown()),
        draft: z.string().optional(),
        says: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/message-forms/slack.json'), 'utf8')));

/** Slack has no address of hers. */
const noAddress = 'lotte.groendahl@fjordby.example';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms({
    slackUserFields: (email) => (email === noAddress ? { profile: { real_name: 'Uden Adresse' } } : {}),
  });
});
afterAll(() => bot?.close());
beforeEach(() => bot.database.stored.drafts.deleteMany({}));

let seconds = 1_795_512_345;
const drafts = async () => (await bot.database.stored.drafts.find().lean()).map(({ text }) => text);
const told = () => bot.on('slack', people.leader).all();

/** An event of a message in the leader's own chat; a field that is null is left out. */
function message(fields: Json): Json {
  seconds += 1;
  const { slackUser: user, slackChannel: channel } = bot.simulator.slack(people.leader).identity;
  const ts = `${seconds}.000100`;
  const event: Json = { type: 'message', channel_type: 'im', user, channel, text: '', ts, event_ts: ts, ...fields };
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null));
}

const sends = (event: Json, around: Json = {}) =>
  bot.simulator.slackApp.delivery.event({ ...eventCallback(event, credentials, bot.clock.now), ...around });

test.each(forms.cases)('$name', async ({ event, draft, says }) => {
  expect(await sends(message(event))).toMatchObject({ status: 200 });
  expect(await drafts()).toEqual(draft === undefined ? [] : [draft]);
  if (says !== undefined) expect(told().at(-1)).toContain(says);
});

test.each([
  ['snippet', 'a long paste, which Slack makes a file of'],
  ['hosted', 'a file of text'],
] as const)('the words in %s, %s, are read', async (mode, _what) => {
  const words = `Vikarer oprettes for sent. ${'Det tager lang tid hver eneste gang. '.repeat(200)}`.trim();
  const content = Buffer.from(words);
  await bot
    .on('slack', people.leader)
    .sendsFile({ name: 'Ubenavngivet.txt', type: 'text/plain', content, mode }, 'Se her:');
  expect(await drafts()).toEqual([`Se her:\n\n${words}`]);
  expect(await bot.database.stored.attachments.countDocuments()).toBe(0);
});

test('a file of text that cannot be had is said, and the words beside it are kept', async () => {
  const leader = bot.on('slack', people.leader);
  const lost = { name: 'a.txt', type: 'text/plain', content: Buffer.from('x'), isLocked: true };
  await leader.sendsFile(lost, 'Vikarer oprettes for sent i lønsystemet');
  expect(await drafts()).toEqual(['Vikarer oprettes for sent i lønsystemet']);
  expect(leader.reads()).toContain('kunne ikke læse tekstfilen');
});

test.each<[string, () => { event: Json; around?: Json }]>([
  ['no id of a bot, only that of an app', () => ({ event: message({ text: 'Hej', app_id: 'A1' }) })],
  ['the bot’s own user alone', () => ({ event: message({ text: 'Hej', user: botUser.userId }) })],
  [
    'the bot’s own user, and nothing that says who that is',
    () => ({ event: message({ text: 'Hej', user: botUser.userId }), around: { authorizations: undefined } }),
  ],
  ['no user', () => ({ event: message({ text: 'Hej', user: null, username: 'Forenklingsbot' }) })],
  ['the bot’s own user in a mention', () => ({ event: message({ type: 'app_mention', user: botUser.userId }) })],
])('the bot does not answer itself: %s', async (_name, make) => {
  const before = told().length;
  const { event, around } = make();
  await sends(event, around);
  expect(told()).toHaveLength(before);
  expect(await drafts()).toEqual([]);
});

test('somebody of whom Slack tells no address is no guest, and can be let in', async () => {
  const member = bot.on('slack', noAddress);
  await member.says('hej');
  expect(member.reads()).not.toContain('Du er gæst');
  await member.presses('Bed om adgang');
  await bot.delivers();
  const admin = bot.on('slack', people.admin);
  expect(admin.reads()).toContain('Uden kendt adresse');
  await admin.presses('Giv adgang');
  await bot.delivers();
  await member.says('Vikarer oprettes for sent i lønsystemet');
  expect(await drafts()).toEqual(['Vikarer oprettes for sent i lønsystemet']);
});

test('in Slack Connect the event belongs to the workspace that it is sent for', async () => {
  const text = 'Vikarer oprettes for sent i lønsystemet';
  expect(await sends(message({ text }), { team_id: 'T0OTHER' })).toMatchObject({ status: 200 });
  expect(await drafts()).toEqual([text]);
  const other = { team_id: 'T0OTHER', authorizations: undefined };
  expect(await sends(message({ text: `${text} igen` }), other)).toMatchObject({ status: 200 });
  expect(await drafts()).toEqual([`${text}\n\n${text} igen`]);
});

test('somebody of another workspace who has the id of one of ours is a guest', async () => {
  const text = 'Vikarer oprettes for sent i lønsystemet';
  expect(await sends(message({ text, user_team: 'T0OTHER' }), { team_id: 'T0OTHER' })).toMatchObject({ status: 200 });
  expect(await drafts()).toEqual([]);
  expect(told().at(-1)).toContain('Jeg er kun for kommunens egne ansatte');
});

test('where events do not name the bot, Slack is asked for it once, and its name is no part of the words', async () => {
  const asked = () => bot.simulator.calls().filter(({ call }) => call === 'auth.test').length;
  const before = asked();
  const text = `<@${botUser.userId}> Vikarer oprettes for sent i lønsystemet`;
  for (const around of [1, 2]) await sends(message({ text: `${text} ${around}` }), { authorizations: undefined });
  expect(await drafts()).toEqual([[1, 2].map((n) => `Vikarer oprettes for sent i lønsystemet ${n}`).join('\n\n')]);
  expect(asked() - before).toBeLessThanOrEqual(1);
});

test('of very many files of text the first ones are read, and the person is told', async () => {
  const asked = () => bot.simulator.calls().filter(({ call }) => call === 'files.info').length;
  const before = asked();
  const files = Array.from({ length: 100 }, (_, n) => ({ id: `F${n}`, mode: 'snippet' }));
  await sends(message({ text: 'Vikarer oprettes for sent i lønsystemet', subtype: 'file_share', files }));
  expect(await drafts()).toEqual(['Vikarer oprettes for sent i lønsystemet']);
  expect(told().at(-1)).toContain('kunne ikke læse tekstfilen');
  expect(asked() - before).toBe(20);
});

test('the slash command in a channel that the bot is not in shows nothing there and changes nothing', async () => {
  const owner = bot.on('slack', people.hr);
  const room = owner.room('uden-bot');
  expect(await room.usesCommand('indbakke her')).toMatchObject({ status: 200 });
  expect(owner.modal()).toBeNull();
  expect(owner.reads()).toContain('i en kanal eller gruppe, hvor jeg er med');
  expect(await bot.database.stored.rooms.countDocuments({ unit: units.hr })).toBe(0);
});

test('the slash command shows the inbox in the channel where it is written', async () => {
  const owner = bot.on('slack', people.hr);
  const room = owner.room('hr-indbakke');
  await room.brings();
  expect(await room.usesCommand('indbakke her')).toMatchObject({ status: 200 });
  await room.fills({ unit: units.hr });
  expect(await bot.database.stored.rooms.countDocuments({ unit: units.hr })).toBe(1);
  await room.usesCommand('stop indbakke');
  expect(await bot.database.stored.rooms.countDocuments({ unit: units.hr })).toBe(0);
});

test('a private channel that gets another id keeps its inbox and its cards', async () => {
  const owner = bot.on('slack', people.hr);
  const room = owner.room('koncern-hr', 'private');
  await room.brings();
  await room.presses('Vis indbakken her');
  await room.fills({ unit: units.hr });
  const [before] = await bot.database.stored.rooms.find({ unit: units.hr }).lean();
  const moved = { type: 'channel_id_changed', old_channel_id: before?.conversation, new_channel_id: 'C0MOVED' };
  expect(await sends({ ...moved, event_ts: '1795512345.000900' })).toMatchObject({ status: 200 });
  const [after] = await bot.database.stored.rooms.find({ unit: units.hr }).lean();
  expect(after).toMatchObject({ _id: before?._id, conversation: 'C0MOVED', place: { channel: 'C0MOVED' } });
});

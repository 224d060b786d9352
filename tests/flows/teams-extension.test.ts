import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

const filled = { area: 'personale' };
const elsewhere = {
  conversation: { id: '19:a-chat-without-the-bot@thread.v2', conversationType: 'groupChat', isGroup: true },
};

test('a message in any chat becomes a request with the same words, and the receipt stays in the private chat', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  await leader.opensExtension(
    '<div><p>Vikarer oprettes <b>for sent</b> &amp; dyrt</p><p>Hver uge</p></div>',
    elsewhere,
  );
  expect(leader.dialog()).toContain('Dit forenklingsønske');
  const answer = await leader.pressesInDialog('Send ønsket', filled);
  expect(answer.status).toBe(200);
  expect(leader.dialog()).toMatch(/FØ-2026-\d{4}[\s\S]*Koncern HR[\s\S]*december 2026/);
  expect(leader.reads()).toMatch(/FØ-2026-\d{4}/);
  const request = await bot.database.stored.requests.findOne().lean();
  expect(request?.text).toBe('Vikarer oprettes for sent & dyrt\n\nHver uge');
});

test('the dialog shows what is wrong and keeps the typed words', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  await leader.opensExtension('<p>Barnets cpr er 010203-1234, og det er besværligt</p>');
  await leader.pressesInDialog('Send ønsket', { ...filled, text: '' });
  expect(leader.dialog()).toMatch(/Dit forenklingsønske[\s\S]*⚠/);
  await leader.pressesInDialog('Send ønsket', { ...filled, text: 'Barnet 070761-4285 kan ikke oprettes' });
  expect(leader.dialog()).toMatch(/⚠ .*[Cc][Pp][Rr]/);
  expect(await bot.database.stored.requests.countDocuments()).toBe(0);
});

test('a press in a dialog that Teams sends again makes one request and one receipt', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  await leader.opensExtension('<p>Vikarer oprettes for sent</p>');
  const before = leader.all().length;
  const presses = [1, 2].map(() => leader.pressesInDialog('Send ønsket', filled));
  expect((await Promise.all(presses)).map(({ status }) => status)).toEqual([200, 200]);
  expect(leader.all()).toHaveLength(before + 1);
  expect(await bot.database.stored.requests.countDocuments()).toBe(1);
});

test('the extension works when the bot has no chat with the person yet and finds them in the chat', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.opensExtension('<p>Vikarer oprettes for sent</p>');
  await leader.pressesInDialog('Send ønsket', filled);
  expect(leader.dialog()).toMatch(/FØ-2026-\d{4}/);
  expect(leader.messages()).toEqual([]);
});

test('the bot asks an unknown person in a chat without the bot to write to it first', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.opensExtension('<p>Vikarer oprettes for sent</p>', elsewhere);
  expect(leader.dialog()).toContain('Skriv først til mig i en privat chat');
  expect(await bot.database.stored.rooms.countDocuments()).toBe(0);
});

test('the answer stays the same when the receipt cannot be posted in the chat', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  await leader.opensExtension('<p>Vikarer oprettes for sent</p>');
  bot.simulator.faults.next({ platform: 'teams', call: 'POST', times: 1, status: 502 });
  await leader.pressesInDialog('Send ønsket', filled);
  expect(leader.dialog()).toMatch(/FØ-2026-\d{4}/);
  expect(bot.log.join('')).toContain('receipt not kept in the chat');
});

test('a button in a channel opens the form in a dialog, with its errors, and the receipt comes in the private chat', async () => {
  const leader = bot.on('teams', people.leader);
  await leader.says('hej');
  const room = leader.room('Skoleledere');
  await room.brings();
  const before = room.all();
  await room.opensDialog('Skriv et ønske');
  expect(leader.dialog()).toContain('Dit forenklingsønske');
  await leader.pressesInDialog('Send ønsket', filled);
  expect(leader.dialog()).toMatch(/⚠/);
  await leader.pressesInDialog('Send ønsket', { ...filled, text: 'Vikarer oprettes for sent' });
  expect(leader.dialog()).toMatch(/FØ-2026-\d{4}/);
  expect(leader.reads()).toMatch(/FØ-2026-\d{4}/);
  expect(room.all()).toEqual(before);
  const colleague = bot.on('teams', people.otherLeader).room('Skoleledere');
  expect(colleague.all()).toEqual(before);
});

test('the dialog tells an unknown person where to write, and the channel sees nothing', async () => {
  await bot.database.stored.people.updateOne({ email: people.otherLeader }, { active: false });
  const room = bot.on('teams', people.leader).room('Skoleledere');
  await room.brings();
  const before = room.all();
  const stranger = bot.on('teams', people.otherLeader);
  await stranger.room('Skoleledere').opensDialog('Skriv et ønske');
  expect(stranger.dialog()).toContain('We have not met yet');
  expect(room.all()).toEqual(before);
});

import { platforms } from '../../domain/vocabulary.ts';
import { act, packed } from '../bad-input/act.ts';
import { breakNumbers } from '../break-numbers.ts';
import { units } from '../ids.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
  await bot.database.stored.people.updateOne({ email: people.otherLeader }, { active: false });
});
afterAll(() => bot?.close());

const idOf = async (email: string) => (await bot.database.stored.people.findOne({ email }).lean())?._id;

/** Gives the lines of one kind that were logged meanwhile. */
async function linesOf(msg: string, meanwhile: () => Promise<unknown>) {
  const before = bot.log.length;
  await meanwhile();
  return bot.log
    .slice(before)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.msg === msg);
}

const lasted = { ms: expect.any(Number), arrival: expect.stringMatching(/^[\w-]{16}$/) };

describe.each(platforms)('logs one line in %s', (platform) => {
  test('for written words and for a press: action, actor, key and time', async () => {
    const leader = bot.on(platform, people.leader);
    const written = await linesOf('handled', () => leader.says('Vikarer oprettes for sent i lønsystemet'));
    const by = { actor: await idOf(people.leader), platform, ...lasted };
    expect(written).toMatchObject([{ action: 'draft-request', ...by }]);
    const pressed = await linesOf('handled', () => leader.presses('Ja, send det'));
    expect(pressed).toMatchObject([{ action: 'send-draft', ...by }]);
    expect(pressed[0]?.arrival).not.toBe(written[0]?.arrival);
  });

  test('for a stranger, who has no id', async () => {
    const lines = await linesOf('stranger', () => bot.on(platform, people.otherLeader).says('hjælp'));
    expect(lines).toMatchObject([{ action: 'words', platform, ...lasted }]);
    expect(lines[0]).not.toHaveProperty('actor');
  });

  test('for a channel that the bot is brought into', async () => {
    const lines = await linesOf('introduced', () => bot.on(platform, people.hr).room('Koncern HR').brings());
    expect(lines).toMatchObject([{ action: 'introduce', platform, room: expect.any(String), ...lasted }]);
  });
});

describe.each(platforms)('logs who saw a request in %s, and in which way', (platform) => {
  // Earlier messages are shown before later ones.
  beforeEach(() => bot.delivers());

  const newest = async () => (await bot.database.stored.requests.findOne().sort({ number: -1 }).lean())?._id;

  test('for its leader, its owner, a list and a message', async () => {
    const [leader, owner] = [bot.on(platform, people.leader), bot.on(platform, people.hr)];
    await owner.says('hej');
    await leader.says(`Vikarer oprettes for sent i lønsystemet, siger ${platform}`);
    const seen = await linesOf('request seen', async () => {
      await leader.presses('Ja, send det');
      await bot.delivers();
      await owner.presses('Svar');
    });
    const requests = [await newest()];
    const ways = async (email: string) => {
      const by = { organisation: 'fjordby', reader: await idOf(email), requests };
      const lines = seen.filter(({ reader }) => reader === by.reader);
      for (const line of lines) expect(line).toMatchObject(by);
      return lines.map(({ way }) => way);
    };
    await owner.leavesForm();
    expect(await ways(people.leader)).toEqual(['send-draft']);
    expect(await ways(people.hr)).toEqual(['request-arrived', 'open-answer-form']);
    const [inbox] = await linesOf('request seen', () => owner.says('indbakke'));
    expect(inbox).toMatchObject({ reader: await idOf(people.hr), way: 'list-inbox' });
    expect(inbox?.requests).toContain(requests[0]);
  });

  test('for nobody whom it is not shown to', async () => {
    await bot.delivers();
    const number = (await bot.database.stored.requests.findOne().sort({ number: -1 }).lean())?.number ?? '';
    expect(await linesOf('request seen', () => bot.on(platform, people.it).says(number))).toEqual([]);
  });

  test('for a channel', async () => {
    const room = bot.on(platform, people.hr).room('koncern-hr-indbakke');
    await room.brings();
    await room.presses('Vis indbakken her');
    await room.fills({ unit: units.hr }, 'Vis den her');
    await bot.on(platform, people.leader).says(`Vikarer får deres løn for sent, siger en anden i ${platform}`);
    const seen = await linesOf('request seen', async () => {
      await bot.on(platform, people.leader).presses('Ja, send det');
      await bot.delivers();
    });
    const stored = await bot.database.stored.rooms.findOne({ platform, unit: units.hr }).lean();
    const shown = { reader: stored?._id, way: 'room-card', requests: [await newest()] };
    expect(seen).toContainEqual(expect.objectContaining(shown));
  });
});

test.each(platforms)('logs no nonce and no name of an action as they came in %s', async (platform) => {
  const nonce = 'Pernilles-hemmelige-noegle-0001';
  const button = packed('pernilles-hemmelighed', {}, { n: nonce });
  const lines = await linesOf('handled', () => act(bot, platform, people.leader, { button }));
  expect(lines).toMatchObject([{ action: 'unknown', actor: await idOf(people.leader), ...lasted }]);
  for (const secret of [nonce, 'pernilles-hemmelighed']) expect(bot.log.join('')).not.toContain(secret);
});

test.each(platforms)('logs a defect in %s with the person who met it', async (platform) => {
  const leader = bot.on(platform, people.leader);
  await leader.says(`Vikarer får deres løn en uge for sent, siger ${platform}`);
  await breakNumbers(bot.database);
  const lines = await linesOf('defect', () => leader.presses('Ja, send det'));
  expect(lines).toMatchObject([{ action: 'send-draft', actor: await idOf(people.leader), platform, ...lasted }]);
});

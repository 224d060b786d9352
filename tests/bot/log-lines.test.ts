import { platforms } from '../../domain/vocabulary.ts';
import { breakNumbers } from '../break-numbers.ts';
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

const lasted = { ms: expect.any(Number), idempotencyKey: expect.stringMatching(/.{8,}/) };

describe.each(platforms)('logs one line in %s', (platform) => {
  test('for written words and for a press: action, actor, key and time', async () => {
    const leader = bot.on(platform, people.leader);
    const written = await linesOf('handled', () => leader.says('Vikarer oprettes for sent i lønsystemet'));
    const by = { actor: await idOf(people.leader), platform, ...lasted };
    expect(written).toMatchObject([{ action: 'draft-request', ...by }]);
    const pressed = await linesOf('handled', () => leader.presses('Ja, send det'));
    expect(pressed).toMatchObject([{ action: 'send-draft', ...by }]);
    expect(pressed[0]?.idempotencyKey).not.toBe(written[0]?.idempotencyKey);
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

test.each(platforms)('logs a defect in %s with the person who met it', async (platform) => {
  const leader = bot.on(platform, people.leader);
  await leader.says(`Vikarer får deres løn en uge for sent, siger ${platform}`);
  await breakNumbers(bot.database);
  const lines = await linesOf('defect', () => leader.presses('Ja, send det'));
  expect(lines).toMatchObject([{ action: 'send-draft', actor: await idOf(people.leader), platform, ...lasted }]);
});

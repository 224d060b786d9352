import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { act, packed } from './act.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';

const said = 'Det her skriver en gæst';
const only = 'Jeg er kun for kommunens egne ansatte';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

describe.each(['teams', 'slack'] as const)('in %s', (platform) => {
  test.each([
    ['who is a guest', 'guest', people.hr, only],
    ['who belongs to another organisation', 'elsewhere', people.legal, only],
    ['who is a guest and reads English', 'guest', people.otherLeader, 'only for the municipality’s own staff'],
  ] as const)('the bot refuses somebody %s, also with an address on the list', async (_who, outsider, email, words) => {
    const { identity } = bot.simulator[platform](email);
    identity.outsider = outsider;
    const before = await storedIn(bot);
    const guest = bot.on(platform, email);
    expect(await guest.says(said)).toMatchObject({ status: 200 });
    expect(guest.reads()).toContain(words);
    expect(await act(bot, platform, email, { button: packed('submit-request'), fields: { text: said } })).toContain(
      words,
    );
    expect(await storedIn(bot)).toEqual(before);
    delete identity.outsider;
  });
});

test('the bot refuses a known person who writes from a chat of another tenant', async () => {
  const leader = bot.simulator.teams(people.leader);
  await leader.send('hej');
  const before = await storedIn(bot);
  const { conversation } = leader.identity;
  const elsewhere = {
    id: conversation,
    conversationType: 'personal',
    tenantId: '00000000-0000-4000-8000-0000000e15e0',
  };
  expect(await leader.post({ type: 'message', id: 'elsewhere', text: said, conversation: elsewhere })).toMatchObject({
    status: 200,
  });
  expect(bot.on('teams', people.leader).reads()).toContain(only);
  expect(await storedIn(bot)).toEqual(before);
});

test('after all that the bot answers, and the log holds none of it', () => expectUnharmed(bot, [said]));

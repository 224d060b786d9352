import { simulated } from '../../bot/local/sample-municipality.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';
import { activity, type Knocks, knocksOn } from './webhooks.ts';

const said = 'Det her står der i en besked';

let bot: RunningBot;
let knocks: Knocks;
let before: Record<string, unknown[]>;

beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
  knocks = knocksOn(bot);
  for (const platform of ['slack', 'teams'] as const) await bot.on(platform, people.leader).says('hej');
  before = await storedIn(bot);
});
afterAll(() => bot?.close());

const withToken = (claims: Record<string, unknown> = {}) => ({ authorization: knocks.token(claims) });
const seconds = () => Math.floor(Date.now() / 1000);
const withHeader = (header: Record<string, unknown>) => ({
  authorization: `Bearer ${bot.simulator.tokens.sign(simulated.teamsAppId, knocks.serviceUrl, {}, header)}`,
});

/** A message in a group, of which the bot keeps nothing but the group; 200: the webhook let it in. */
const letIn = async (headers: Record<string, string>) => {
  const { identity } = bot.simulator.teams(people.hr);
  const from = { id: identity.teamsId, aadObjectId: identity.aadObjectId };
  const conversation = { id: identity.conversation, conversationType: 'groupChat' };
  const body = activity(knocks.serviceUrl, { text: said, from, conversation });
  return (await knocks.teams(JSON.stringify(body), headers)).status;
};

test.each([
  ['that ran out four minutes ago', () => ({ exp: seconds() - 240 })],
  ['that begins in four minutes', () => ({ nbf: seconds() + 240 })],
])('a token %s is accepted, since clocks may differ by five minutes', async (_what, claims) => {
  expect(await letIn(withToken(claims()))).toBe(200);
});

test('the bot accepts a new signing key within a minute, and guessed keys cost one refresh a minute', async () => {
  const { tokens } = bot.simulator;
  const kid = tokens.addKey();
  expect(await letIn(withHeader({ kid }))).toBe(401);
  bot.tokenTime.ahead += 60_000;
  const fetches = { ...tokens.fetches };
  expect(await letIn(withHeader({ kid }))).toBe(200);
  const guesses = Array.from({ length: 50 }, (_none, number) => letIn(withHeader({ kid: `guess-${number}` })));
  expect(new Set(await Promise.all(guesses))).toEqual(new Set([401]));
  expect(tokens.fetches).toEqual({ metadata: fetches.metadata + 1, keys: fetches.keys + 1 });
});

test('the bot uses the last good keys for five days while Microsoft’s key server is down', async () => {
  const { tokens } = bot.simulator;
  const { ahead } = bot.tokenTime;
  const day = 24 * 60 * 60;
  const later = (days: number) => withToken({ exp: seconds() + days * day + 3600 });
  tokens.down = true;
  bot.tokenTime.ahead = ahead + 4.9 * day * 1000;
  expect(await letIn(later(5))).toBe(200);
  bot.tokenTime.ahead = ahead + 5.1 * day * 1000;
  expect(await letIn(later(6))).toBe(503);
  expect(bot.log.join('')).toContain('"msg":"signing keys not fetched"');
  tokens.down = false;
  bot.tokenTime.ahead += 60_000;
  expect(await letIn(later(6))).toBe(200);
  bot.tokenTime.ahead = 0;
});

test('fifty messages at a cold start cost two fetches', async () => {
  const cold = await startBotBetweenPlatforms();
  const webhooks = knocksOn(cold);
  const { tokens } = cold.simulator;
  const answers = Array.from({ length: 50 }, () =>
    webhooks.teams(JSON.stringify(activity(webhooks.serviceUrl, { type: 'typing' })), {
      authorization: webhooks.token(),
    }),
  );
  for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
  expect(tokens.fetches).toEqual({ metadata: 1, keys: 1 });
  await cold.close();
});

test('the bot still answers after all of it, has kept nothing, and the log holds none of it', async () => {
  // A group that is met raises the version of what is kept in memory.
  const { rooms: _group, peopleVersions: _versions, ...rest } = await storedIn(bot);
  const { peopleVersions: _earlier, ...others } = before;
  expect({ ...rest, rooms: [] }).toEqual(others);
  await expectUnharmed(bot, [said]);
});

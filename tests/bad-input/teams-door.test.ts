import { createServer } from 'node:http';
import type { BotAnswer } from '../../simulator/answers.ts';
import { Tokens } from '../../simulator/teams/tokens.ts';
import { type House, openHouse } from '../house.ts';
import { people } from '../town.ts';
import { activity, type Knocks, knocksOn, streamOf } from './door.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';

const said = 'Noget som ingen må se i loggen';
const bigBody = 30 * 1024 * 1024;
const tooDeep = '['.repeat(100_000) + ']'.repeat(100_000);

let house: House;
let knocks: Knocks;
let before: Record<string, unknown[]>;
/** The SDK prints about refused tokens past every log. */
let printed = '';

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation((...parts) => {
    printed += parts.map(String).join(' ');
  });
  house = await openHouse();
  knocks = knocksOn(house);
  for (const platform of ['slack', 'teams'] as const) await house.on(platform, people.leader).says('hej');
  before = await storedIn(house);
});
afterAll(() => house.close());

const message = (changes: Record<string, unknown> = {}) =>
  JSON.stringify(activity(knocks.serviceUrl, { text: said, ...changes }));
const withToken = (claims: Record<string, unknown> = {}) => ({ authorization: knocks.token(claims) });
const seconds = () => Math.floor(Date.now() / 1000);

const cases: Array<[name: string, status: number, knock: () => Promise<BotAnswer>]> = [
  ['no token', 401, () => knocks.teams(message())],
  ['a token that is none', 401, () => knocks.teams(message(), { authorization: 'Bearer abc' })],
  ['another scheme than Bearer', 401, () => knocks.teams(message(), { authorization: 'Basic YTpi' })],
  ['an expired token', 401, () => knocks.teams(message(), withToken({ exp: seconds() - 3600, nbf: seconds() - 7200 }))],
  ['a token for another app', 401, () => knocks.teams(message(), withToken({ aud: 'another-app' }))],
  ['a token of another issuer', 401, () => knocks.teams(message(), withToken({ iss: 'https://sts.example' }))],
  [
    'a token signed with another key',
    401,
    () => {
      const token = new Tokens().sign('00000000-0000-4000-8000-0000000f0e4b', knocks.serviceUrl);
      return knocks.teams(message(), { authorization: `Bearer ${token}` });
    },
  ],
  [
    'a token without a signature',
    401,
    () => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const body = knocks.token().split('.')[1];
      const header = part({ alg: 'none', typ: 'JWT', kid: 'simulator-1' });
      return knocks.teams(message(), { authorization: `Bearer ${header}.${body}.` });
    },
  ],
  [
    'a token for another service URL',
    401,
    () => knocks.teams(message(), withToken({ serviceurl: 'https://elsewhere.example/' })),
  ],
  [
    'a tenant that is not connected',
    403,
    () => knocks.teams(message({ channelData: { tenant: { id: 'somebody-else' } } }), withToken()),
  ],
  [
    'a group in a tenant that is not connected',
    403,
    () =>
      knocks.teams(
        message({
          conversation: { id: '19:group', conversationType: 'groupChat' },
          channelData: { tenant: { id: 'somebody-else' } },
        }),
        withToken(),
      ),
  ],
  ['another channel than Teams', 400, () => knocks.teams(message({ channelId: 'emulator' }), withToken())],
  ['no tenant', 400, () => knocks.teams(message({ channelData: {} }), withToken())],
  ['half a JSON body', 400, () => knocks.teams(message().slice(0, 40), withToken())],
  ['an empty body', 400, () => knocks.teams('', withToken())],
  ['null', 400, () => knocks.teams('null', withToken())],
  ['a list', 400, () => knocks.teams('[]', withToken())],
  ['{"type":5}', 400, () => knocks.teams('{"type":5}')],
  ['{"type":5} with a token', 400, () => knocks.teams('{"type":5}', withToken())],
  ['a form in place of JSON', 400, () => knocks.teams(new URLSearchParams({ text: said }), withToken())],
  ['100,000 brackets', 400, () => knocks.teams(tooDeep, withToken())],
  [
    '__proto__ in place of a sender',
    400,
    () => knocks.teams(message({ from: JSON.parse('{"__proto__":{"id":"x"}}') })),
  ],
  [
    'an operator in place of a tenant',
    400,
    () => knocks.teams(message({ channelData: { tenant: { id: { $ne: 1 } } } })),
  ],
  ['30 MB', 413, () => knocks.teams('x'.repeat(bigBody))],
  ['30 MB whose length is not told', 413, () => knocks.teams(streamOf(bigBody))],
];

test.each(cases)('Teams: %s gets %d, no words and no trace', async (_name, status, knock) => {
  const answer = await knock();
  expect(answer).toEqual({ status, body: '' });
  expect(await storedIn(house)).toEqual(before);
});

test('a service URL that is not on the list is never called', async () => {
  let called = 0;
  const elsewhere = createServer((_request, response) => {
    called += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as { port: number };
  for (const serviceUrl of [
    `http://127.0.0.1:${port}/`,
    `${knocks.serviceUrl.slice(0, -1)}@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/?${knocks.serviceUrl}`,
  ]) {
    const token = house.simulator.tokens.sign('00000000-0000-4000-8000-0000000f0e4b', serviceUrl);
    const answer = await knocks.teams(message({ serviceUrl }), { authorization: `Bearer ${token}` });
    expect([serviceUrl, answer]).toEqual([serviceUrl, { status: 403, body: '' }]);
  }
  await new Promise((resolve) => elsewhere.close(resolve));
  expect(called).toBe(0);
});

test('100,000 brackets in a button of a real card are answered like any unknown button', async () => {
  const leader = house.simulator.teams(people.leader);
  const body = message({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from: { id: leader.identity.teamsId, aadObjectId: leader.identity.aadObjectId },
    conversation: { id: leader.identity.conversation, conversationType: 'personal' },
    value: 'HERE',
  }).replace('"HERE"', `{"action":{"data":${tooDeep}}}`);
  expect((await knocks.teams(body, withToken())).status).toBe(200);
  expect(house.on('teams', people.leader).reads()).toContain('Den knap kender jeg ikke længere');
  expect(await storedIn(house)).toEqual(before);
});

test('a sender that hangs up in the middle disturbs nobody', async () => {
  const hangUp = new AbortController();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"type":'));
      setImmediate(() => hangUp.abort());
    },
  });
  const request = { method: 'POST', body, signal: hangUp.signal, duplex: 'half' } as RequestInit;
  await expect(fetch(`${house.botUrl}/api/messages`, request)).rejects.toThrow('aborted');
});

test('after all that the bot answers, and the log holds none of it', () => expectUnharmed(house, [said], printed));

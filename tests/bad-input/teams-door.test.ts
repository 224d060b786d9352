import { createHmac, createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import { simulated } from '../../bot/sample-municipality.ts';
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
let unendorsed: string;
let before: Record<string, unknown[]>;
/** What an SDK prints past every log. */
let printed = '';

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation((...parts) => {
    printed += parts.map(String).join(' ');
  });
  house = await openHouse();
  unendorsed = house.simulator.tokens.addKey([]);
  knocks = knocksOn(house);
  for (const platform of ['slack', 'teams'] as const) await house.on(platform, people.leader).says('hej');
  before = await storedIn(house);
});
afterAll(() => house.close());

const message = (changes: Record<string, unknown> = {}) =>
  JSON.stringify(activity(knocks.serviceUrl, { text: said, ...changes }));
const withToken = (claims: Record<string, unknown> = {}) => ({ authorization: knocks.token(claims) });
const seconds = () => Math.floor(Date.now() / 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const withHeader = (header: Record<string, unknown>) => ({
  authorization: `Bearer ${house.simulator.tokens.sign(simulated.teamsAppId, knocks.serviceUrl, {}, header)}`,
});

/** Signed with the published key as if that were a secret that both sides share. */
function hmacWithPublicKey(): Record<string, string> {
  const [key] = house.simulator.tokens.jwks().keys;
  const publicKey = createPublicKey({ key: { kty: 'RSA', n: key?.n ?? '', e: key?.e ?? '' }, format: 'jwk' });
  const signed = `${part({ alg: 'HS256', kid: key?.kid })}.${knocks.token().split('.')[1]}`;
  const hmac = createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
    .update(signed)
    .digest('base64url');
  return { authorization: `Bearer ${signed}.${hmac}` };
}

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
      const token = new Tokens().sign(simulated.teamsAppId, knocks.serviceUrl);
      return knocks.teams(message(), { authorization: `Bearer ${token}` });
    },
  ],
  [
    'a token without a signature',
    401,
    () => {
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
  ['a token signed with the public key', 401, () => knocks.teams(message(), hmacWithPublicKey())],
  ['a token that says RS512', 401, () => knocks.teams(message(), withHeader({ alg: 'RS512' }))],
  ['a token whose key is not known', 401, () => knocks.teams(message(), withHeader({ kid: 'unknown' }))],
  ['a token whose key is endorsed for no channel', 401, () => knocks.teams(message(), withHeader({ kid: unendorsed }))],
  ['a token that ran out six minutes ago', 401, () => knocks.teams(message(), withToken({ exp: seconds() - 360 }))],
  ['a token that never runs out', 401, () => knocks.teams(message(), withToken({ exp: undefined }))],
  ['a token that begins in six minutes', 401, () => knocks.teams(message(), withToken({ nbf: seconds() + 360 }))],
  ['a token without a service URL', 401, () => knocks.teams(message(), withToken({ serviceurl: undefined }))],
  [
    'a token for this app and another',
    401,
    () => knocks.teams(message(), withToken({ aud: [simulated.teamsAppId, 'another-app'] })),
  ],
  [
    'a service URL below the one of the token',
    401,
    () => knocks.teams(message({ serviceUrl: `${knocks.serviceUrl}emea/` }), withToken()),
  ],
  [
    'a tenant that is not on the list',
    403,
    () => knocks.teams(message({ channelData: { tenant: { id: 'somebody-else' } } }), withToken()),
  ],
  [
    'a group in a tenant that is not on the list',
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
  ['the channel of a web page', 400, () => knocks.teams(message({ channelId: 'webchat' }), withToken())],
  ['a channel with Teams in its name', 400, () => knocks.teams(message({ channelId: 'msteams ' }), withToken())],
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
  const { serviceUrl: own } = knocks;
  for (const serviceUrl of [
    `${own}../slack/api/`,
    `${own}%2e%2e/slack/api/`,
    `${own}..%2fslack/api/`,
    `${own}..\\slack/api/`,
    own.replace('/teams/', '/teamsx/'),
    own.replace('/teams/', '/'),
    own.replace('http:', 'https:'),
    own.replace('127.0.0.1', '127.1'),
    own.replace('127.0.0.1', '127.0.0.1.evil.example'),
    own.replace('http://', 'http://user@'),
    `${own}?to=http://127.0.0.1:${port}/`,
    `${own}#here`,
    `http://127.0.0.1:${port}/`,
    `${knocks.serviceUrl.slice(0, -1)}@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/?${knocks.serviceUrl}`,
  ]) {
    const token = house.simulator.tokens.sign(simulated.teamsAppId, serviceUrl);
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

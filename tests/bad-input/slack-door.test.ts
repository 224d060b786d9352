import { simulated } from '../../bot/sample-municipality.ts';
import type { BotAnswer } from '../../simulator/answers.ts';
import { type House, openHouse } from '../house.ts';
import { people } from '../town.ts';
import { type Knocks, knocksOn, oldestSignatureSeconds, streamOf } from './door.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';

const said = 'Noget som ingen må se i loggen';
const bigBody = 30 * 1024 * 1024;
const tooDeep = '['.repeat(100_000) + ']'.repeat(100_000);
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let house: House;
let knocks: Knocks;
let before: Record<string, unknown[]>;

beforeAll(async () => {
  house = await openHouse();
  knocks = knocksOn(house);
  for (const platform of ['teams', 'slack'] as const) await house.on(platform, people.leader).says('hej');
  before = await storedIn(house);
});
afterAll(() => house.close());

/** A message of Pernille's, as Slack sends it; `changes` replace parts of the envelope. */
function event(changes: Record<string, unknown> = {}): string {
  const { slackUser: user, slackChannel: channel } = house.simulator.slack(people.leader).identity;
  return JSON.stringify({
    type: 'event_callback',
    team_id: simulated.slackTeamId,
    event: { type: 'message', channel_type: 'im', user, channel, text: said, ts: '1700000000.000001' },
    ...changes,
  });
}

function signedly(body: string, headers: Record<string, string> = {}): Promise<BotAnswer> {
  return knocks.slack(body, { ...knocks.signed(body), ...headers });
}

/** The right signature, in letters that Slack does not use. */
const upper = (body: string) => String(knocks.signed(body)['x-slack-signature']).toUpperCase().replace('V0', 'v0');

const payload = (json: string) => new URLSearchParams({ payload: json }).toString();

const cases: Array<[name: string, status: number, knock: () => Promise<BotAnswer>]> = [
  ['no signature', 401, () => knocks.slack(event())],
  ['a signature that is none', 401, () => signedly(event(), { 'x-slack-signature': 'v0=abc' })],
  ['another version of signature', 401, () => signedly(event(), { 'x-slack-signature': 'v1=abc' })],
  ['no timestamp', 401, () => signedly(event(), { 'x-slack-request-timestamp': '' })],
  ['a timestamp that is none', 401, () => signedly(event(), { 'x-slack-request-timestamp': 'now' })],
  [
    'a signature older than five minutes',
    401,
    () => knocks.slack(event(), knocks.signed(event(), oldestSignatureSeconds + 5)),
  ],
  [
    'a signature of more than five minutes to come',
    401,
    () => knocks.slack(event(), knocks.signed(event(), -oldestSignatureSeconds - 5)),
  ],
  ['a timestamp with a sign', 401, () => signedly(event(), { 'x-slack-request-timestamp': '+1' })],
  ['a signature with another secret', 401, () => knocks.slack(event(), knocks.signed(event(), 0, 'another secret'))],
  ['a signature in capitals', 401, () => signedly(event(), { 'x-slack-signature': upper(event()) })],
  ['a signature with a byte too many', 401, () => knocks.slack(`${event()} `, knocks.signed(event()))],
  ['the signature of another body', 401, () => knocks.slack(event(), knocks.signed(event({ edited: true })))],
  [
    'an edited payload',
    401,
    () => {
      const sent = payload('{"type":"block_actions","actions":[]}');
      return knocks.slack(sent.replace('block_actions', 'view_submission'), { ...knocks.signed(sent), ...form });
    },
  ],
  [
    'a workspace that is not connected',
    403,
    () => signedly(event({ team_id: 'T0OTHER', authorizations: [{ team_id: 'T0OTHER' }] })),
  ],
  [
    'a workspace in the envelope that is not connected',
    403,
    () => signedly(event({ team_id: 'T0OTHER', authorizations: [{ team_id: simulated.slackTeamId }] })),
  ],
  ['half a JSON body', 400, () => signedly(event().slice(0, 40))],
  ['a key twice', 400, () => signedly(event().replace('{', '{"team_id":"T0OTHER",'))],
  ['a key twice, once spelt with an escape', 400, () => signedly(event().replace('{', '{"team\\u005fid":"T0OTHER",'))],
  ['a key twice deep inside', 400, () => signedly(event().replace('"event":{', '"event":{"user":"U0OTHER",'))],
  ['a key twice in a payload', 400, () => signedly(payload('{"type":"block_actions","type":"x"}'), form)],
  ['two payloads', 400, () => signedly(`${payload('{}')}&${payload('{"type":"block_actions"}')}`, form)],
  ['a command with two texts', 400, () => signedly('command=%2Fforenkling&text=a&text=b', form)],
  ['no content type', 415, () => signedly(event(), { 'content-type': '' })],
  ['a body called text', 415, () => signedly(event(), { 'content-type': 'text/plain' })],
  ['a body called multipart', 415, () => signedly(event(), { 'content-type': 'multipart/form-data; boundary=x' })],
  ['a body called almost JSON', 415, () => signedly(event(), { 'content-type': 'application/jsonx' })],
  ['an unsigned body called text', 401, () => knocks.slack(event(), { 'content-type': 'text/plain' })],
  ['text as a payload', 400, () => signedly(payload('"x"'), form)],
  ['a list as a payload', 400, () => signedly(payload('[{}]'), form)],
  ['an empty body', 400, () => signedly('')],
  ['null', 400, () => signedly('null')],
  ['a list', 400, () => signedly('[]')],
  ['a number', 400, () => signedly('5')],
  ['null as the payload of a button', 400, () => signedly(payload('null'), form)],
  ['half a payload', 400, () => signedly(payload('{"type":'), form)],
  ['a form called JSON', 400, () => signedly(payload('{}'))],
  ['100,000 brackets', 400, () => signedly(tooDeep)],
  ['100,000 brackets without a signature', 401, () => knocks.slack(tooDeep)],
  ['JSON called a form', 404, () => signedly(event(), form)],
  ['an object that means nothing', 404, () => signedly('{"type":5}')],
  ['an event that is null', 400, () => signedly(event({ event: null }))],
  ['30 MB', 413, () => knocks.slack('x'.repeat(bigBody))],
  ['30 MB whose length is not told', 413, () => knocks.slack(streamOf(bigBody))],
  ['the unsigned test of the certificate', 200, () => knocks.slack('ssl_check=1&token=x', form)],
  ['the test of the certificate, as JSON', 401, () => knocks.slack('{"ssl_check":"1"}')],
  ['the test of the certificate with another value', 401, () => knocks.slack('ssl_check=2', form)],
  ['an event behind the test of the certificate', 200, () => knocks.slack(`ssl_check=1&${payload(event())}`, form)],
  ['a challenge without a signature', 401, () => knocks.slack('{"type":"url_verification","challenge":"c"}')],
];

test.each(cases)('Slack: %s gets %d, no words and no trace', async (_name, status, knock) => {
  const answer = await knock();
  expect(answer).toEqual({ status, body: '' });
  expect(await storedIn(house)).toEqual(before);
});

test('the challenge by which Slack proves an address comes back', async () => {
  const answer = await signedly('{"type":"url_verification","challenge":"3eZbrw1aB"}');
  expect(answer).toEqual({ status: 200, body: '{"challenge":"3eZbrw1aB"}' });
});

test('what was signed once is taken once, and a signature of its own lets the same words in again', async () => {
  const { event: message } = JSON.parse(event()) as { event: object };
  const edit = event({ event: { ...message, subtype: 'message_changed' }, event_id: 'Ev0TWICE' });
  const caught = knocks.signed(edit);
  expect(await knocks.slack(edit, caught)).toEqual({ status: 200, body: '' });
  expect(await knocks.slack(edit, caught)).toEqual({ status: 401, body: '' });
  expect(await knocks.slack(edit, knocks.signed(edit, 60))).toEqual({ status: 200, body: '' });
});

test('what failed may come again at once under the same signature', async () => {
  const other = event({ team_id: 'T0OTHER', event_id: 'Ev0AGAIN' });
  const signature = knocks.signed(other);
  for (const _try of [1, 2]) expect(await knocks.slack(other, signature)).toEqual({ status: 403, body: '' });
});

test.each([
  ['an edit', { subtype: 'message_changed' }],
  ['a message of a bot', { bot_id: 'B0OTHER' }],
  ['a message in a channel', { channel_type: 'channel', channel: 'C0GENERAL' }],
])('%s is passed over', async (_name, changes) => {
  const { event: message } = JSON.parse(event()) as { event: object };
  expect(await signedly(event({ event: { ...message, ...changes } }))).toEqual({ status: 200, body: '' });
  expect(await storedIn(house)).toEqual(before);
});

test('after all that the bot answers, and the log holds none of it', () => expectUnharmed(house, [said]));

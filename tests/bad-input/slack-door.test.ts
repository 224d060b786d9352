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
  ['an event that is null', 500, () => signedly(event({ event: null }))],
  ['30 MB', 413, () => knocks.slack('x'.repeat(bigBody))],
  ['30 MB whose length is not told', 413, () => knocks.slack(streamOf(bigBody))],
  ['the unsigned test of the certificate', 200, () => knocks.slack('ssl_check=1&token=x', form)],
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

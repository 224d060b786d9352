import { simulated } from '../../../bot/local/sample-municipality.ts';
import type { BotAnswer } from '../../../simulator/answers.ts';
import { people } from '../../sample-domain.ts';
import { oldestSignatureSeconds, streamOf } from '../webhooks.ts';
import { type BadInput, bigBody, type Stage, said, tooDeep } from './stage.ts';

export const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** A message of Pernille's, as Slack sends it; `changes` replace parts of the envelope. */
export function event(at: Stage, changes: Record<string, unknown> = {}): string {
  const { slackUser: user, slackChannel: channel } = at.bot.simulator.slack(people.leader).identity;
  return JSON.stringify({
    type: 'event_callback',
    team_id: simulated.slackTeamId,
    event: { type: 'message', channel_type: 'im', user, channel, text: said, ts: '1700000000.000001' },
    ...changes,
  });
}

export function signedly(at: Stage, body: string, headers: Record<string, string> = {}): Promise<BotAnswer> {
  return at.knocks.slack(body, { ...at.knocks.signed(body), ...headers });
}

/** The right signature, in letters that Slack does not use. */
const upper = (at: Stage, body: string) =>
  String(at.knocks.signed(body)['x-slack-signature']).toUpperCase().replace('V0', 'v0');

const payload = (json: string) => new URLSearchParams({ payload: json }).toString();

/** Requests to Slack’s webhook that Slack would not send. */
export const slackWebhook: BadInput[] = [
  ['no signature', 401, null, (at) => at.knocks.slack(event(at))],
  ['an invalid signature', 401, null, (at) => signedly(at, event(at), { 'x-slack-signature': 'v0=abc' })],
  ['another version of signature', 401, null, (at) => signedly(at, event(at), { 'x-slack-signature': 'v1=abc' })],
  ['no timestamp', 401, null, (at) => signedly(at, event(at), { 'x-slack-request-timestamp': '' })],
  ['an invalid timestamp', 401, null, (at) => signedly(at, event(at), { 'x-slack-request-timestamp': 'now' })],
  [
    'a signature older than five minutes',
    401,
    null,
    (at) => at.knocks.slack(event(at), at.knocks.signed(event(at), oldestSignatureSeconds + 5)),
  ],
  [
    'a signature of more than five minutes to come',
    401,
    null,
    (at) => at.knocks.slack(event(at), at.knocks.signed(event(at), -oldestSignatureSeconds - 5)),
  ],
  ['a timestamp with a sign', 401, null, (at) => signedly(at, event(at), { 'x-slack-request-timestamp': '+1' })],
  [
    'a signature with another secret',
    401,
    null,
    (at) => at.knocks.slack(event(at), at.knocks.signed(event(at), 0, 'another secret')),
  ],
  [
    'a signature in capitals',
    401,
    null,
    (at) => signedly(at, event(at), { 'x-slack-signature': upper(at, event(at)) }),
  ],
  [
    'a signature with a byte too many',
    401,
    null,
    (at) => at.knocks.slack(`${event(at)} `, at.knocks.signed(event(at))),
  ],
  [
    'the signature of another body',
    401,
    null,
    (at) => at.knocks.slack(event(at), at.knocks.signed(event(at, { edited: true }))),
  ],
  [
    'an edited payload',
    401,
    null,
    (at) => {
      const sent = payload('{"type":"block_actions","actions":[]}');
      return at.knocks.slack(sent.replace('block_actions', 'view_submission'), { ...at.knocks.signed(sent), ...form });
    },
  ],
  [
    'a workspace that is not connected',
    403,
    null,
    (at) => signedly(at, event(at, { team_id: 'T0OTHER', authorizations: [{ team_id: 'T0OTHER' }] })),
  ],
  [
    'a workspace in the envelope that is not connected',
    403,
    null,
    (at) => signedly(at, event(at, { authorizations: [{ team_id: 'T0OTHER' }] })),
  ],
  ['half a JSON body', 400, null, (at) => signedly(at, event(at).slice(0, 40))],
  ['a key twice', 400, null, (at) => signedly(at, event(at).replace('{', '{"team_id":"T0OTHER",'))],
  [
    'a key twice, once spelt with an escape',
    400,
    null,
    (at) => signedly(at, event(at).replace('{', '{"team\\u005fid":"T0OTHER",')),
  ],
  [
    'a key twice deep inside',
    400,
    null,
    (at) => signedly(at, event(at).replace('"event":{', '"event":{"user":"U0OTHER",')),
  ],
  ['a key twice in a payload', 400, null, (at) => signedly(at, payload('{"type":"block_actions","type":"x"}'), form)],
  ['two payloads', 400, null, (at) => signedly(at, `${payload('{}')}&${payload('{"type":"block_actions"}')}`, form)],
  ['a command with two texts', 400, null, (at) => signedly(at, 'command=%2Fforenkling&text=a&text=b', form)],
  ['no content type', 415, null, (at) => signedly(at, event(at), { 'content-type': '' })],
  ['a body called text', 415, null, (at) => signedly(at, event(at), { 'content-type': 'text/plain' })],
  [
    'a body called multipart',
    415,
    null,
    (at) => signedly(at, event(at), { 'content-type': 'multipart/form-data; boundary=x' }),
  ],
  ['a body called almost JSON', 415, null, (at) => signedly(at, event(at), { 'content-type': 'application/jsonx' })],
  ['an unsigned body called text', 401, null, (at) => at.knocks.slack(event(at), { 'content-type': 'text/plain' })],
  ['text as a payload', 400, null, (at) => signedly(at, payload('"x"'), form)],
  ['a list as a payload', 400, null, (at) => signedly(at, payload('[{}]'), form)],
  ['an empty body', 400, null, (at) => signedly(at, '')],
  ['null', 400, null, (at) => signedly(at, 'null')],
  ['a list', 400, null, (at) => signedly(at, '[]')],
  ['a number', 400, null, (at) => signedly(at, '5')],
  ['null as the payload of a button', 400, null, (at) => signedly(at, payload('null'), form)],
  ['half a payload', 400, null, (at) => signedly(at, payload('{"type":'), form)],
  ['a form called JSON', 400, null, (at) => signedly(at, payload('{}'))],
  ['100,000 brackets', 400, null, (at) => signedly(at, tooDeep)],
  ['100,000 brackets without a signature', 401, null, (at) => at.knocks.slack(tooDeep)],
  ['JSON called a form', 404, null, (at) => signedly(at, event(at), form)],
  ['an object that means nothing', 404, null, (at) => signedly(at, '{"type":5}')],
  ['an event that is null', 400, null, (at) => signedly(at, event(at, { event: null }))],
  ['30 MB', 413, null, (at) => at.knocks.slack('x'.repeat(bigBody))],
  ['30 MB whose length is not told', 413, null, (at) => at.knocks.slack(streamOf(bigBody))],
  ['the unsigned test of the certificate', 200, null, (at) => at.knocks.slack('ssl_check=1&token=x', form)],
  ['the test of the certificate, as JSON', 401, null, (at) => at.knocks.slack('{"ssl_check":"1"}')],
  ['the test of the certificate with another value', 401, null, (at) => at.knocks.slack('ssl_check=2', form)],
  [
    'an event behind the test of the certificate',
    200,
    null,
    (at) => at.knocks.slack(`ssl_check=1&${payload(event(at))}`, form),
  ],
  [
    'a challenge without a signature',
    401,
    null,
    (at) => at.knocks.slack('{"type":"url_verification","challenge":"c"}'),
  ],
];

import { createHmac, createPublicKey } from 'node:crypto';
import { simulated } from '../../../bot/local/sample-municipality.ts';
import { Tokens } from '../../../simulator/teams/tokens.ts';
import { activity, streamOf } from '../webhooks.ts';
import { type BadInput, bigBody, type Stage, said, tooDeep } from './stage.ts';

export const message = (at: Stage, changes: Record<string, unknown> = {}) =>
  JSON.stringify(activity(at.knocks.serviceUrl, { text: said, ...changes }));
export const withToken = (at: Stage, claims: Record<string, unknown> = {}) => ({
  authorization: at.knocks.token(claims),
});
const seconds = () => Math.floor(Date.now() / 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const withHeader = (at: Stage, header: Record<string, unknown>) => ({
  authorization: `Bearer ${at.bot.simulator.tokens.sign(simulated.teamsAppId, at.knocks.serviceUrl, {}, header)}`,
});

/** Signed with the published key as if it were a shared secret. */
function hmacWithPublicKey(at: Stage): Record<string, string> {
  const [key] = at.bot.simulator.tokens.jwks().keys;
  const publicKey = createPublicKey({ key: { kty: 'RSA', n: key?.n ?? '', e: key?.e ?? '' }, format: 'jwk' });
  const signed = `${part({ alg: 'HS256', kid: key?.kid })}.${at.knocks.token().split('.')[1]}`;
  const hmac = createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
    .update(signed)
    .digest('base64url');
  return { authorization: `Bearer ${signed}.${hmac}` };
}

/** Requests to Teams’ webhook that Teams would not send. */
export const teamsWebhook: BadInput[] = [
  ['no token', 401, null, (at) => at.knocks.teams(message(at))],
  ['an invalid token', 401, null, (at) => at.knocks.teams(message(at), { authorization: 'Bearer abc' })],
  ['another scheme than Bearer', 401, null, (at) => at.knocks.teams(message(at), { authorization: 'Basic YTpi' })],
  [
    'an expired token',
    401,
    null,
    (at) => at.knocks.teams(message(at), withToken(at, { exp: seconds() - 3600, nbf: seconds() - 7200 })),
  ],
  ['a token for another app', 401, null, (at) => at.knocks.teams(message(at), withToken(at, { aud: 'another-app' }))],
  [
    'a token of another issuer',
    401,
    null,
    (at) => at.knocks.teams(message(at), withToken(at, { iss: 'https://sts.example' })),
  ],
  [
    'a token signed with another key',
    401,
    null,
    (at) => {
      const token = new Tokens().sign(simulated.teamsAppId, at.knocks.serviceUrl);
      return at.knocks.teams(message(at), { authorization: `Bearer ${token}` });
    },
  ],
  [
    'a token without a signature',
    401,
    null,
    (at) => {
      const body = at.knocks.token().split('.')[1];
      const header = part({ alg: 'none', typ: 'JWT', kid: 'simulator-1' });
      return at.knocks.teams(message(at), { authorization: `Bearer ${header}.${body}.` });
    },
  ],
  [
    'a token for another service URL',
    401,
    null,
    (at) => at.knocks.teams(message(at), withToken(at, { serviceurl: 'https://elsewhere.example/' })),
  ],
  ['a token signed with the public key', 401, null, (at) => at.knocks.teams(message(at), hmacWithPublicKey(at))],
  ['a token that says RS512', 401, null, (at) => at.knocks.teams(message(at), withHeader(at, { alg: 'RS512' }))],
  [
    'a token whose key is not known',
    401,
    null,
    (at) => at.knocks.teams(message(at), withHeader(at, { kid: 'unknown' })),
  ],
  [
    'a token whose key is endorsed for no channel',
    401,
    null,
    (at) => at.knocks.teams(message(at), withHeader(at, { kid: at.unendorsed })),
  ],
  [
    'a token that ran out six minutes ago',
    401,
    null,
    (at) => at.knocks.teams(message(at), withToken(at, { exp: seconds() - 360 })),
  ],
  ['a token that never runs out', 401, null, (at) => at.knocks.teams(message(at), withToken(at, { exp: undefined }))],
  [
    'a token that begins in six minutes',
    401,
    null,
    (at) => at.knocks.teams(message(at), withToken(at, { nbf: seconds() + 360 })),
  ],
  [
    'a token without a service URL',
    401,
    null,
    (at) => at.knocks.teams(message(at), withToken(at, { serviceurl: undefined })),
  ],
  [
    'a token for this app and another',
    401,
    null,
    (at) => at.knocks.teams(message(at), withToken(at, { aud: [simulated.teamsAppId, 'another-app'] })),
  ],
  [
    'a service URL below the one of the token',
    401,
    null,
    (at) => at.knocks.teams(message(at, { serviceUrl: `${at.knocks.serviceUrl}emea/` }), withToken(at)),
  ],
  [
    'a tenant that is not on the list',
    403,
    null,
    (at) => at.knocks.teams(message(at, { channelData: { tenant: { id: 'somebody-else' } } }), withToken(at)),
  ],
  [
    'a group in a tenant that is not on the list',
    403,
    null,
    (at) =>
      at.knocks.teams(
        message(at, {
          conversation: { id: '19:group', conversationType: 'groupChat' },
          channelData: { tenant: { id: 'somebody-else' } },
        }),
        withToken(at),
      ),
  ],
  [
    'the channel of a web page',
    400,
    null,
    (at) => at.knocks.teams(message(at, { channelId: 'webchat' }), withToken(at)),
  ],
  [
    'a channel with Teams in its name',
    400,
    null,
    (at) => at.knocks.teams(message(at, { channelId: 'msteams ' }), withToken(at)),
  ],
  [
    'another channel than Teams',
    400,
    null,
    (at) => at.knocks.teams(message(at, { channelId: 'emulator' }), withToken(at)),
  ],
  ['no tenant', 400, null, (at) => at.knocks.teams(message(at, { channelData: {} }), withToken(at))],
  ['half a JSON body', 400, null, (at) => at.knocks.teams(message(at).slice(0, 40), withToken(at))],
  ['a key twice', 400, null, (at) => at.knocks.teams(message(at).replace('{', '{"type":"typing",'), withToken(at))],
  [
    'a key twice deep inside',
    400,
    null,
    (at) => at.knocks.teams(message(at).replace('"from":{', '"from":{"id":"29:other",'), withToken(at)),
  ],
  ['an empty body', 400, null, (at) => at.knocks.teams('', withToken(at))],
  ['null', 400, null, (at) => at.knocks.teams('null', withToken(at))],
  ['a list', 400, null, (at) => at.knocks.teams('[]', withToken(at))],
  ['{"type":5}', 400, null, (at) => at.knocks.teams('{"type":5}')],
  ['{"type":5} with a token', 400, null, (at) => at.knocks.teams('{"type":5}', withToken(at))],
  ['a form in place of JSON', 400, null, (at) => at.knocks.teams(new URLSearchParams({ text: said }), withToken(at))],
  ['100,000 brackets', 400, null, (at) => at.knocks.teams(tooDeep, withToken(at))],
  [
    '__proto__ in place of a sender',
    400,
    null,
    (at) => at.knocks.teams(message(at, { from: JSON.parse('{"__proto__":{"id":"x"}}') })),
  ],
  [
    'an operator in place of a tenant',
    400,
    null,
    (at) => at.knocks.teams(message(at, { channelData: { tenant: { id: { $ne: 1 } } } })),
  ],
  ['30 MB', 413, null, (at) => at.knocks.teams('x'.repeat(bigBody))],
  ['30 MB whose length is not told', 413, null, (at) => at.knocks.teams(streamOf(bigBody))],
];

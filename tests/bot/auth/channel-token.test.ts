import { createHmac, createPublicKey } from 'node:crypto';
import { channelTokens, type ProveChannel } from '../../../bot/auth/channel-token.ts';
import { NoSigningKeys } from '../../../bot/auth/signing-keys.ts';
import { TokenRefused } from '../../../bot/auth/verify-token.ts';
import { type KeyServer, startKeyServer } from './key-server.ts';

const appId = '00000000-0000-4000-8000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const now = new Date('2026-11-24T09:00:00Z');
const seconds = now.getTime() / 1000;
const inTime = { nbf: seconds - 60, exp: seconds + 3600 };

let server: KeyServer;
let time: Date;
let prove: ProveChannel;
const unendorsed = { kid: '' };
const otherChannel = { kid: '' };

beforeAll(async () => {
  server = await startKeyServer();
  unendorsed.kid = server.tokens.addKey([]);
  otherChannel.kid = server.tokens.addKey(['webchat', 'msteamsx']);
  prove = channelTokens({
    appId,
    metadataUrl: server.metadataUrl,
    now: () => time,
    failed: () => undefined,
  });
});
beforeEach(() => {
  time = now;
});
afterAll(() => server?.close());

const sign = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}, url = serviceUrl) =>
  server.tokens.sign(appId, url, { ...inTime, ...claims }, header);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = () => sign().split('.')[1];

/** A signature with the public key as if it were a shared secret, in the two spellings of such attacks. */
function hmacWithPublicKey(format: 'pem' | 'der'): string {
  const [key] = server.tokens.jwks().keys;
  if (!key) throw new Error('no key is published');
  const publicKey = createPublicKey({ key: { kty: 'RSA', n: key.n ?? '', e: key.e ?? '' }, format: 'jwk' });
  const secret =
    format === 'pem'
      ? publicKey.export({ type: 'spki', format: 'pem' })
      : publicKey.export({ type: 'spki', format: 'der' });
  const signed = `${part({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${payload()}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

test.each([
  ['as Teams sends it', {}],
  ['that ran out less than five minutes ago', { exp: seconds - 299 }],
  ['that begins in less than five minutes', { nbf: seconds + 299 }],
  ['without a beginning', { nbf: undefined }],
])('accepts a token %s', async (_what, claims) => {
  await expect(prove(`Bearer ${sign(claims)}`, serviceUrl)).resolves.toBeUndefined();
});

const refused: Array<[what: string, token: () => string]> = [
  ['of another issuer', () => sign({ iss: 'https://sts.windows.net/' })],
  ['of two issuers', () => sign({ iss: ['https://api.botframework.com', 'https://sts.example'] })],
  ['without an issuer', () => sign({ iss: undefined })],
  ['for another app', () => sign({ aud: '00000000-0000-4000-8000-000000000002' })],
  ['for this app and another', () => sign({ aud: [appId, 'another'] })],
  ['for nobody', () => sign({ aud: undefined })],
  ['that ran out more than five minutes ago', () => sign({ exp: seconds - 301 })],
  ['that never runs out', () => sign({ exp: undefined })],
  ['whose end is no number', () => sign({ exp: '2999999999' })],
  ['that begins in more than five minutes', () => sign({ nbf: seconds + 301 })],
  ['without a service URL', () => sign({ serviceurl: undefined })],
  ['with the service URL under another name', () => sign({ serviceurl: undefined, serviceUrl })],
  ['for another service URL', () => sign({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
  ['whose service URL is a list', () => sign({ serviceurl: [serviceUrl] })],
  ['signed with a key that is endorsed for nothing', () => sign({}, unendorsed)],
  ['signed with a key for another channel', () => sign({}, otherChannel)],
  ['whose key is not known', () => sign({}, { kid: 'unknown' })],
  [
    'whose key is that of another token',
    () => sign({}, unendorsed).replace(/^[^.]+/, part({ alg: 'RS256', kid: 'simulator-1' })),
  ],
  ['that names no key', () => sign({}, { kid: undefined })],
  ['that names a key by a number', () => sign({}, { kid: 1 })],
  ['with demands that nobody here understands', () => sign({}, { crit: ['b64'], b64: false })],
  ['without a signature', () => `${part({ alg: 'none', kid: 'simulator-1' })}.${payload()}.AAAA`],
  ['with an empty signature', () => `${part({ alg: 'none', kid: 'simulator-1' })}.${payload()}.`],
  ['that says RS512', () => sign({}, { alg: 'RS512' })],
  ['that says PS256', () => sign({}, { alg: 'PS256' })],
  ['signed with the public key as a secret (PEM)', () => hmacWithPublicKey('pem')],
  ['signed with the public key as a secret (DER)', () => hmacWithPublicKey('der')],
  ['whose claims were changed', () => sign().replace(/\.[^.]+\./, `.${part({ ...inTime, aud: appId })}.`)],
  ['whose header is no JSON', () => `${Buffer.from('{').toString('base64url')}.${payload()}.AAAA`],
  ['whose header is null', () => `${part(null)}.${payload()}.AAAA`],
  ['whose claims are no object', () => `${part({ alg: 'RS256', kid: 'simulator-1' })}.${part('x')}.AAAA`],
  ['of two parts', () => sign().split('.').slice(0, 2).join('.')],
  ['of five parts', () => `${sign()}.a.b`],
  [
    'with a key of its own in the header',
    () => sign({}, { kid: 'mine', jwk: server.tokens.jwks().keys[0], jku: server.url }),
  ],
];

test.each(refused)('refuses a token %s', async (_what, token) => {
  await expect(prove(`Bearer ${token()}`, serviceUrl)).rejects.toThrow(TokenRefused);
});

test.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a.b.c d', 'Bearer  a.b.c'])(
  'refuses “%s” in place of a token',
  async (authorization) => {
    await expect(prove(authorization, serviceUrl)).rejects.toThrow(TokenRefused);
  },
);

test('accepts the same token until it expires, and checks it each time', async () => {
  const token = `Bearer ${sign()}`;
  await prove(token, serviceUrl);
  await expect(prove(token, 'https://smba.trafficmanager.net/amer/')).rejects.toThrow(TokenRefused);
  time = new Date((inTime.exp + 299) * 1000);
  await prove(token, serviceUrl);
  time = new Date((inTime.exp + 301) * 1000);
  await expect(prove(token, serviceUrl)).rejects.toThrow(TokenRefused);
});

test('rejects with another error than a refused token when no key could ever be fetched', async () => {
  const failures: unknown[] = [];
  const nowhere = channelTokens({
    appId,
    metadataUrl: 'http://127.0.0.1:1/metadata',
    now: () => now,
    failed: (error) => failures.push(error),
  });
  await expect(nowhere(`Bearer ${sign()}`, serviceUrl)).rejects.toThrow(NoSigningKeys);
  expect(failures).toHaveLength(1);
});

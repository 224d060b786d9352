import { generateKeyPairSync } from 'node:crypto';
import { fetchJson, NoSigningKeys, SigningKeys } from '../../../bot/auth/signing-keys.ts';
import { answers, type KeyServer, startKeyServer } from './key-server.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

let server: KeyServer;
let time: number;
let failures: unknown[];
let keys: SigningKeys;

beforeEach(async () => {
  server = await startKeyServer();
  time = Date.parse('2026-11-24T09:00:00Z');
  failures = [];
  keys = new SigningKeys({
    metadataUrl: server.metadataUrl,
    now: () => new Date(time),
    failed: (error) => failures.push(error),
  });
});
afterEach(() => server?.close());

test('shares two fetches among fifty callers at a cold start', async () => {
  const found = await Promise.all(Array.from({ length: 50 }, () => keys.find('simulator-1')));
  expect(found.every((key) => key?.endorsements.includes('msteams'))).toBe(true);
  expect(server.fetches()).toBe(2);
});

test('needs no fetch for a known key', async () => {
  await keys.find('simulator-1');
  for (let asked = 0; asked < 100; asked++) await keys.find('simulator-1');
  expect(server.fetches()).toBe(2);
});

test('refreshes once a minute for a thousand unknown keys', async () => {
  await keys.find('simulator-1');
  for (let tenth = 0; tenth < 10; tenth++) {
    time += 6 * second;
    for (let tried = 0; tried < 100; tried++) expect(await keys.find(`guess-${tenth}-${tried}`)).toBeNull();
  }
  expect(server.fetches()).toBe(4);
});

test('accepts a new signing key within a minute, however busy a guesser is', async () => {
  await keys.find('simulator-1');
  time += minute;
  await keys.find('a guess that uses up this minute');
  const added = server.tokens.addKey();
  time += minute - 1;
  expect(await keys.find(added)).toBeNull();
  time += 1;
  expect(await keys.find(added)).not.toBeNull();
});

test('lets callers during a fetch wait for its keys', async () => {
  await keys.find('simulator-1');
  time += minute;
  const added = server.tokens.addKey();
  const [guessed, found] = await Promise.all([keys.find('a guess'), keys.find(added)]);
  expect([guessed, found === null]).toEqual([null, false]);
  expect(server.fetches()).toBe(4);
});

test('refuses a withdrawn key an hour later, without making anybody wait', async () => {
  await keys.find('simulator-1');
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  server.instead['/keys'] = answers(200, { keys: [{ ...other, kid: 'other' }] });
  time += hour - 1;
  expect(await keys.find('simulator-1')).not.toBeNull();
  expect(server.fetches()).toBe(2);
  time += 1;
  expect(await keys.find('simulator-1')).not.toBeNull();
  expect(await keys.find('other')).not.toBeNull();
  expect(await keys.find('simulator-1')).toBeNull();
});

test('trusts the last good keys for five days without an answer, and no longer', async () => {
  await keys.find('simulator-1');
  server.instead['/metadata'] = answers(503, {});
  time += 5 * day - 1;
  expect(await keys.find('simulator-1')).not.toBeNull();
  expect(await keys.find('unknown')).toBeNull();
  time += 1;
  await expect(keys.find('simulator-1')).rejects.toThrow(NoSigningKeys);
  server.instead['/metadata'] = null;
  time += minute;
  expect(await keys.find('simulator-1')).not.toBeNull();
});

test('has no keys without any answer, and tries again a minute later, also after the clock was set back', async () => {
  server.instead['/metadata'] = answers(503, {});
  for (let asked = 0; asked < 20; asked++) await expect(keys.find('simulator-1')).rejects.toThrow(NoSigningKeys);
  expect([server.fetches(), failures.length]).toEqual([1, 1]);
  server.instead['/metadata'] = null;
  time -= day;
  expect(await keys.find('simulator-1')).not.toBeNull();
});

const { n, e } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });

test.each([
  ['keys on another host', '/metadata', answers(200, { jwks_uri: 'https://keys.example/keys' })],
  ['keys on another port', '/metadata', answers(200, { jwks_uri: 'http://127.0.0.1:1/keys' })],
  ['no address of keys', '/metadata', answers(200, {})],
  ['a redirect', '/metadata', answers(302, {}, { location: 'https://elsewhere.example/' })],
  ['no JSON', '/keys', (_request: unknown, response: { end(text: string): void }) => response.end('<html>')],
  ['a status of 500', '/keys', answers(500, { keys: [] })],
  ['more than 512 KB', '/keys', answers(200, { keys: [], padding: 'x'.repeat(600 * 1024) })],
  ['no keys', '/keys', answers(200, { keys: [] })],
  ['a key that is too short', '/keys', answers(200, { keys: [{ ...short, kid: 'simulator-1' }] })],
  ['a key for encryption', '/keys', answers(200, { keys: [{ kty: 'RSA', use: 'enc', kid: 'simulator-1', n, e }] })],
  ['a symmetric key', '/keys', answers(200, { keys: [{ kty: 'oct', kid: 'simulator-1', k: 'AAAA' }] })],
  ['a broken connection', '/keys', (request: { socket: { destroy(): void } }) => request.socket.destroy()],
] as const)('takes %s in place of keys for a failure, and keeps the last good ones', async (_what, path, answer) => {
  await keys.find('simulator-1');
  server.instead[path] = answer;
  time += minute;
  expect(await keys.find('unknown')).toBeNull();
  expect(failures).toHaveLength(1);
  expect(await keys.find('simulator-1')).not.toBeNull();
});

test('passes over one unusable key among others', async () => {
  const good = { kty: 'RSA', kid: 'good', n, e };
  server.instead['/keys'] = answers(200, {
    keys: [{ kty: 'EC' }, null, { kty: 'RSA', kid: 'bad', n: '', e: '' }, good],
  });
  expect(await keys.find('good')).not.toBeNull();
  expect(await keys.find('bad')).toBeNull();
  expect(failures).toEqual([]);
});

test('does not wait for a server that never answers', async () => {
  server.instead['/keys'] = () => undefined;
  await expect(fetchJson(`${server.url}/keys`, 20)).rejects.toThrow(/timeout/);
});

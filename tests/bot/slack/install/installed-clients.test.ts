import { randomBytes } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { KeyRing } from '../../../../bot/auth/key-ring.ts';
import { InstalledClients, tokenPurpose } from '../../../../bot/slack/install/installed-clients.ts';
import { NotInstalled } from '../../../../bot/slack/send/clients.ts';
import { type Installations, installationsOf } from '../../../../models/people/installations.ts';
import { openStoredSample, type StoredSample } from '../../../stored-sample-domain.ts';

const keys = new KeyRing({ id: 'tests', bytes: randomBytes(32) });
const at = new Date('2026-11-24T09:00:00+01:00');

let sample: StoredSample;
let installations: Installations;
let clock = 0;
let connections: Array<[token: string, team: string | undefined]> = [];
let clients: InstalledClients;

beforeAll(async () => {
  sample = await openStoredSample();
  installations = installationsOf(sample.database.stored);
});
afterAll(() => sample?.close());
beforeEach(async () => {
  await sample.database.stored.installations.deleteMany({});
  [clock, connections] = [0, []];
  const connect = (token: string, team: string | undefined) => {
    connections.push([token, team]);
    return new WebClient(token);
  };
  clients = new InstalledClients(installations, keys, connect, () => clock);
});

const put = (tenant: string, token: string) => installations.put(tenant, keys.seal(token, tokenPurpose(tenant)), at);
const inTeam = (team: string, enterprise = '') => clients.of({ team, enterprise });

test('each workspace is spoken to with its own token', async () => {
  await put('T1', 'xoxb-1');
  await put('T2', 'xoxb-2');
  expect([(await inTeam('T1')).token, (await inTeam('T2')).token]).toEqual(['xoxb-1', 'xoxb-2']);
  await expect(inTeam('T3')).rejects.toThrow(NotInstalled);
  await expect(inTeam('')).rejects.toThrow(NotInstalled);
});

test('the token of a whole organisation is told the workspace, and a workspace’s own goes before it', async () => {
  await put('E1', 'xoxb-e');
  await put('T1', 'xoxb-1');
  for (const team of ['T1', 'T2', '']) await inTeam(team, 'E1');
  expect(connections).toEqual([
    ['xoxb-1', undefined],
    ['xoxb-e', 'T2'],
    ['xoxb-e', undefined],
  ]);
});

test('a token is known by heart for half a minute, and no longer when it is said to have changed', async () => {
  await put('T1', 'xoxb-old');
  const first = await inTeam('T1');
  await put('T1', 'xoxb-new');
  clock = 29_999;
  expect(await inTeam('T1')).toBe(first);
  clock = 30_000;
  expect((await inTeam('T1')).token).toBe('xoxb-new');
  await installations.remove('T1', at);
  clients.forget('T1');
  await expect(inTeam('T1')).rejects.toThrow(NotInstalled);
});

test('a row that was copied to another workspace opens nothing there', async () => {
  await installations.put('T2', keys.seal('xoxb-1', tokenPurpose('T1')), at);
  await expect(inTeam('T2')).rejects.toThrow('no key for the token of T2');
  expect(connections).toEqual([]);
});

import { randomBytes } from 'node:crypto';
import { KeyRing } from '../../../bot/auth/key-ring.ts';
import type { Database } from '../../../bot/database/database.ts';
import { readLink } from '../../../bot/slack/install/install-link.ts';
import { installationsOf } from '../../../models/people/installations.ts';
import { tuesdayMorning } from '../../sample-domain.ts';
import { openSample, runAdmin, runAdminProgram } from './run-admin.ts';

const [older, newer] = [
  { id: '2025', bytes: randomBytes(32) },
  { id: '2026', bytes: randomBytes(32) },
];
const listed = ({ id, bytes }: typeof older) => `${id}:${bytes.toString('base64')}`;
const settings = {
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: 'client-secret-of-the-tests',
  SLACK_SIGNING_SECRET: 'signing-secret-of-the-tests',
  PUBLIC_URL: 'https://bot.fjordby.example',
};

let uri: string;
let database: Database;

beforeAll(async () => {
  ({ uri, database } = await openSample());
});
afterAll(async () => {
  await database?.close();
});

const withKeys = (keys: string) => ({ ...settings, ENCRYPTION_KEYS: keys, MONGODB_URI: uri });
const admin = (args: string[], keys: string) => runAdmin(args, withKeys(keys));
const program = (args: string[], keys: string) => runAdminProgram(args, withKeys(keys));

test('makes a link that carries the organisation and that only the bot can read', async () => {
  const { code, output } = await program(['slack-link', 'fjordby'], listed(newer));
  expect(code).toBe(0);
  const [, link = ''] = /\?link=(\S+)/.exec(output) ?? [];
  expect(output).toContain('https://bot.fjordby.example/slack/install?link=');
  expect(readLink(new KeyRing(newer), link, new Date())).toMatchObject({ organisation: 'fjordby' });
  expect(readLink(new KeyRing(older), link, new Date())).toBeNull();
  expect((await admin(['slack-link', 'ingen'], listed(newer))).code).toBe(1);
});

test('replaces a key, so that the new one alone opens everything afterwards', async () => {
  const installations = installationsOf(database.stored);
  const before = new KeyRing(older);
  for (const tenant of ['T1', 'E2']) {
    await installations.put(tenant, before.seal(`xoxb-${tenant}`, `slack-token:${tenant}`), tuesdayMorning);
  }
  const lost = await program(['reencrypt'], listed(newer));
  expect([lost.code, lost.output]).toEqual([1, expect.stringContaining('passer til det gemte for E2, T1')]);

  const both = `${listed(newer)},${listed(older)}`;
  for (const _time of ['first', 'again']) {
    expect(await admin(['reencrypt'], both)).toEqual({
      code: 0,
      output: '2 installationer er krypteret med den første nøgle.\n',
    });
  }
  const after = new KeyRing(newer);
  const opened = (await installations.all()).map(({ tenant, token }) => after.open(token, `slack-token:${tenant}`));
  expect(opened).toEqual(['xoxb-E2', 'xoxb-T1']);
});

test('connects many workspaces, where one token would serve one', async () => {
  expect(await admin(['connect', 'slack', 'T0NORD', 'fjordby'], listed(newer))).toEqual({
    code: 0,
    output: 'Slack T0NORD hører til Fjordby Kommune.\n',
  });
  const { code, output } = await runAdmin(['connect', 'slack', 'T0SYD', 'fjordby'], { MONGODB_URI: uri });
  expect(code).toBe(1);
  expect(output).toContain('Denne bot betjener allerede workspacet');
});

test('has nothing to link or encrypt without an app that is installed by OAuth', async () => {
  for (const args of [['slack-link', 'fjordby'], ['reencrypt']]) {
    const { code, output } = await runAdmin(args, { MONGODB_URI: uri });
    expect(code).toBe(1);
    expect(output).toMatch(/^Det kræver SLACK_CLIENT_ID/);
  }
});

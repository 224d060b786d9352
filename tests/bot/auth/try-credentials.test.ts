import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tryCredentials } from '../../../bot/auth/try-credentials.ts';
import type { Log } from '../../../bot/log.ts';
import { type Machine, onMachineWithIdentity } from './machine.ts';

const lines: Array<[string, unknown, unknown]> = [];
const write = (fields: { platform?: unknown; err?: unknown }, message: string) =>
  lines.push([message, fields.platform, (fields.err as { data?: { error?: string } } | undefined)?.data?.error]);
const log = { debug: write, info: write, warn: write, error: write } as unknown as Log;

let server: Server;
let answer: object;
let apiUrl: string;
let machine: Machine;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  apiUrl = `http://127.0.0.1:${port}/api/`;
  machine = await onMachineWithIdentity();
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  lines.length = 0;
});

const slack = () => ({ botToken: 'xoxb-of-the-tests', signingSecret: 'signing-secret-of-the-tests', apiUrl });
/** The SDK keeps the token of an app for the whole process. */
const appId = randomUUID();
const teams = { registration: { appId, type: 'UserAssignedMSI', tenantId: appId } } as const;
const otherId = randomUUID();

test('warns of a token that Slack does not know, by Slack’s own word', async () => {
  answer = { ok: false, error: 'invalid_auth' };
  await tryCredentials({ teams: null, slack: slack() }, log);
  expect(lines).toContainEqual(['credentials not accepted', 'slack', 'invalid_auth']);
});

test('says nothing of credentials that are good', async () => {
  answer = { ok: true };
  machine.answers({
    access_token: 'token',
    expires_on: Math.floor(Date.now() / 1000) + 3600,
    resource: 'https://api.botframework.com',
    token_type: 'Bearer',
    client_id: appId,
  });
  await tryCredentials({ teams, slack: slack() }, log);
  expect(lines).toEqual([]);
});

test('warns of an app that Microsoft gives no token, and goes on', async () => {
  machine.answers({ error: 'unauthorized_client' });
  await tryCredentials({ teams: { registration: { ...teams.registration, appId: otherId } }, slack: null }, log);
  expect(lines.map(([message, platform]) => [message, platform])).toEqual([['credentials not accepted', 'teams']]);
});

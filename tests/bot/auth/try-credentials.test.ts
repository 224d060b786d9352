import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tryCredentials } from '../../../bot/auth/try-credentials.ts';
import type { Log } from '../../../bot/log.ts';

const lines: Array<[string, unknown, unknown]> = [];
const write = (fields: { platform?: unknown; err?: unknown }, message: string) =>
  lines.push([message, fields.platform, (fields.err as { data?: { error?: string } } | undefined)?.data?.error]);
const log = { debug: write, info: write, warn: write, error: write } as unknown as Log;

let server: Server;
let answer: object;
let apiUrl: string;
const before = { ...process.env };

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  apiUrl = `http://127.0.0.1:${port}/api/`;
  // The machine's own identity, as an App Service gives it.
  Object.assign(process.env, { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/token`, IDENTITY_HEADER: 'header' });
});
afterAll(async () => {
  process.env = before;
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  lines.length = 0;
});

const slack = () => ({ botToken: 'xoxb-of-the-tests', signingSecret: 'signing-secret-of-the-tests', apiUrl });
const appId = '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11';
const teams = { registration: { appId, type: 'UserAssignedMSI', tenantId: appId } } as const;
/** The SDK keeps the token of an app. */
const otherId = '6b3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11';

test('warns of a token that Slack does not know, by Slack’s own word', async () => {
  answer = { ok: false, error: 'invalid_auth' };
  await tryCredentials({ teams: null, slack: slack() }, log);
  expect(lines).toContainEqual(['credentials not accepted', 'slack', 'invalid_auth']);
});

test('says nothing of credentials that are good', async () => {
  answer = {
    ok: true,
    access_token: 'token',
    expires_on: Math.floor(Date.now() / 1000) + 3600,
    resource: 'https://api.botframework.com',
    token_type: 'Bearer',
    client_id: appId,
  };
  await tryCredentials({ teams, slack: slack() }, log);
  expect(lines).toEqual([]);
});

test('warns of an app that Microsoft gives no token, and goes on', async () => {
  answer = { error: 'unauthorized_client' };
  await tryCredentials({ teams: { registration: { ...teams.registration, appId: otherId } }, slack: null }, log);
  expect(lines.map(([message, platform]) => [message, platform])).toEqual([['credentials not accepted', 'teams']]);
});

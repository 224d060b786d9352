import { join } from 'node:path';
import { readConfig } from '../../../bot/config/config.ts';

const folder = join(import.meta.dirname, '../../fixtures/teams-app');
const certificate = join(folder, 'certificate.pem');
const key = join(folder, 'key.pem');
const tenant = '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
const other = '1c1f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
const app = { MONGODB_URI: 'mongodb://127.0.0.1/bot', TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11' };
const single = { ...app, TEAMS_APP_TENANT_ID: tenant };
const password = { TEAMS_APP_PASSWORD: 'a secret' };

const teamsOf = (environment: Record<string, string>) => readConfig(environment).teams;

test('lets in a single-tenant app’s own tenant, unless others are listed', () => {
  expect(teamsOf({ ...single, ...password })).toEqual({
    graph: null,
    registration: {
      appId: app.TEAMS_APP_ID,
      type: 'SingleTenant',
      tenantId: tenant,
      secret: { password: 'a secret' },
    },
    tenants: [tenant],
    serviceUrls: ['https://smba.trafficmanager.net/'],
    perSecond: 30,
  });
  expect(teamsOf({ ...single, ...password, TEAMS_ALLOWED_TENANTS: `${tenant}, ${other},` })?.tenants).toEqual([
    tenant,
    other,
  ]);
});

test('lets in the listed tenants of an app for several tenants', () => {
  const multi = { ...app, ...password, TEAMS_APP_TYPE: 'MultiTenant' };
  expect(teamsOf({ ...multi, TEAMS_ALLOWED_TENANTS: `${tenant},${other}` })).toMatchObject({
    registration: { type: 'MultiTenant', secret: { password: 'a secret' } },
    tenants: [tenant, other],
  });
  expect(() => teamsOf(multi)).toThrow(/TEAMS_ALLOWED_TENANTS is missing/);
});

test('needs no secret with a managed identity', () => {
  const managed = { ...single, TEAMS_APP_TYPE: 'UserAssignedMSI' };
  expect(teamsOf(managed)?.registration).toEqual({
    appId: app.TEAMS_APP_ID,
    type: 'UserAssignedMSI',
    tenantId: tenant,
  });
  expect(() => teamsOf({ ...managed, ...password })).toThrow(/TEAMS_APP_PASSWORD is not for/);
});

test('takes a certificate in place of a password', () => {
  const files = { TEAMS_APP_CERTIFICATE_FILE: certificate, TEAMS_APP_CERTIFICATE_KEY_FILE: key };
  expect(teamsOf({ ...single, ...files })?.registration).toMatchObject({
    secret: { thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/) },
  });
});

const catalog = '9f1f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
const otherCatalog = '8e1f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a';
const both = { ...single, ...password, TEAMS_ALLOWED_TENANTS: `${tenant},${other}` };

test('reads the app’s id in the catalogue of each tenant, and a single id for the only tenant', () => {
  expect(teamsOf({ ...single, ...password, TEAMS_CATALOG_APP_ID: catalog })?.graph?.catalogAppIds).toEqual({
    [tenant]: catalog,
  });
  const pairs = `${tenant.toUpperCase()}=${catalog}, ${other}=${otherCatalog},`;
  expect(teamsOf({ ...both, TEAMS_CATALOG_APP_ID: pairs })?.graph?.catalogAppIds).toEqual({
    [tenant]: catalog,
    [other]: otherCatalog,
  });
});

test.each([
  ['one id for two tenants', catalog, 'TEAMS_CATALOG_APP_ID must be TENANT=ID of each tenant'],
  ['two ids without their tenants', `${catalog},${otherCatalog}`, 'TEAMS_CATALOG_APP_ID must be the id'],
  ['a tenant twice', `${tenant}=${catalog},${tenant}=${otherCatalog}`, 'TEAMS_CATALOG_APP_ID must be the id'],
  ['a pair and an id', `${tenant}=${catalog},${otherCatalog}`, 'TEAMS_CATALOG_APP_ID must be the id'],
  ['an invalid id', `${tenant}=app`, 'TEAMS_CATALOG_APP_ID must be the id'],
  ['a tenant that is not let in', `${catalog}=${otherCatalog}`, `TEAMS_CATALOG_APP_ID names ${catalog}, which is not`],
])('refuses %s in the catalogue’s ids', (_what, TEAMS_CATALOG_APP_ID, problem) => {
  expect(() => teamsOf({ ...both, TEAMS_CATALOG_APP_ID })).toThrow(problem);
});

test.each<[what: string, settings: Record<string, string>, problem: RegExp]>([
  ['no app id', { ...password, TEAMS_APP_TENANT_ID: tenant }, /TEAMS_APP_ID is missing/],
  ['an app id of blanks', { ...single, ...password, TEAMS_APP_ID: '  ' }, /TEAMS_APP_ID is empty/],
  ['an empty password', { ...single, TEAMS_APP_PASSWORD: '' }, /TEAMS_APP_PASSWORD is empty/],
  ['a password of blanks', { ...single, TEAMS_APP_PASSWORD: '   ' }, /TEAMS_APP_PASSWORD is empty/],
  ['no secret of any kind', single, /TEAMS_APP_PASSWORD is missing/],
  ['no tenant', { ...app, ...password }, /TEAMS_APP_TENANT_ID is missing/],
  ['a list of tenants and nothing else', { TEAMS_ALLOWED_TENANTS: tenant }, /TEAMS_APP_ID is missing/],
  ['service URLs and nothing else', { TEAMS_SERVICE_URLS: 'https://a.example/' }, /TEAMS_APP_ID is missing/],
  ['an empty list of tenants', { ...single, ...password, TEAMS_ALLOWED_TENANTS: '' }, /TEAMS_ALLOWED_TENANTS is empty/],
  ['a list of no tenants', { ...single, ...password, TEAMS_ALLOWED_TENANTS: ' , ' }, /TEAMS_ALLOWED_TENANTS names no/],
  ['any tenant', { ...single, ...password, TEAMS_ALLOWED_TENANTS: '*' }, /TEAMS_ALLOWED_TENANTS must be tenant ids/],
  ['an unknown type of app', { ...single, ...password, TEAMS_APP_TYPE: 'Any' }, /TEAMS_APP_TYPE must be/],
  ['two secrets', { ...single, ...password, TEAMS_APP_CERTIFICATE_FILE: certificate }, /are both set/],
  [
    'a key without its certificate',
    { ...single, TEAMS_APP_CERTIFICATE_KEY_FILE: key },
    /TEAMS_APP_CERTIFICATE_FILE is missing: TEAMS_APP_CERTIFICATE_FILE, TEAMS_APP_CERTIFICATE_KEY_FILE go together/,
  ],
  [
    'a certificate that is not there',
    { ...single, TEAMS_APP_CERTIFICATE_FILE: '/nowhere.pem' },
    /TEAMS_APP_CERTIFICATE_FILE cannot be read/,
  ],
  [
    'a key in place of a certificate',
    { ...single, TEAMS_APP_CERTIFICATE_FILE: key },
    /TEAMS_APP_CERTIFICATE_FILE holds no certificate/,
  ],
  [
    'a certificate without a key',
    { ...single, TEAMS_APP_CERTIFICATE_FILE: certificate },
    /TEAMS_APP_CERTIFICATE_FILE holds no private key/,
  ],
  [
    'a certificate in place of a key',
    { ...single, TEAMS_APP_CERTIFICATE_FILE: certificate, TEAMS_APP_CERTIFICATE_KEY_FILE: certificate },
    /TEAMS_APP_CERTIFICATE_KEY_FILE holds no private key/,
  ],
  [
    'an emulator on this machine',
    { ...single, ...password, TEAMS_SERVICE_URLS: 'https://localhost/' },
    /TEAMS_SERVICE_URLS/,
  ],
  [
    'an emulator on loopback',
    { ...single, ...password, TEAMS_SERVICE_URLS: 'https://127.0.0.1/' },
    /TEAMS_SERVICE_URLS/,
  ],
  [
    'an address with a user',
    { ...single, ...password, TEAMS_SERVICE_URLS: 'https://a@b.example/' },
    /TEAMS_SERVICE_URLS/,
  ],
  [
    'the playground’s port',
    { ...single, ...password, PLAYGROUND_PORT: '3980' },
    /PLAYGROUND_PORT is for local mode only/,
  ],
])('refuses %s', (_what, settings, problem) => {
  expect(() => readConfig(settings)).toThrow(problem);
});

test('names every problem at once, those of one variable and those between them', () => {
  const attempt = () =>
    readConfig({
      PORT: 'x',
      PLAYGROUND_PORT: '1',
      MONGODB_URI: 'mongodb://db.example/x',
      TEAMS_APP_ID: '',
      TEAMS_APP_TYPE: 'MultiTenant',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: '',
    });
  for (const problem of [
    'PORT must be a port number',
    'PLAYGROUND_PORT is for local mode only',
    'MONGODB_URI must use TLS',
    'TEAMS_APP_ID is empty',
    'TEAMS_APP_PASSWORD is missing',
    'TEAMS_ALLOWED_TENANTS is missing',
    'SLACK_SIGNING_SECRET is empty',
  ])
    expect(attempt).toThrow(new RegExp(`^ {2}${problem}`, 'm'));
});

test('sends as many messages a second to a tenant as are set, and never more than Microsoft allows', () => {
  const set = (TEAMS_MESSAGES_PER_SECOND: string) => teamsOf({ ...single, ...password, TEAMS_MESSAGES_PER_SECOND });
  expect(set('50')?.perSecond).toBe(50);
  for (const wrong of ['51', '0', '-1', '4.5', 'many', '1e1'])
    expect(() => set(wrong)).toThrow(/TEAMS_MESSAGES_PER_SECOND must be a whole number from 1 to 50/);
});

import { ConfigError, readConfig } from '../../../bot/config/config.ts';

const teamsEmulator = { TEAMS_EMULATOR_URLS: 'http://localhost:56150' };
const slackEmulator = {
  SLACK_API_URL: 'http://127.0.0.1:4000/api',
  SLACK_BOT_TOKEN: 'xoxb-of-the-emulator',
  SLACK_SIGNING_SECRET: 'signing-secret-of-the-emulator',
};
const realTeams = {
  TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
  TEAMS_APP_PASSWORD: 'a secret',
  TEAMS_APP_TENANT_ID: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
};
const { SLACK_API_URL: _, ...realSlack } = slackEmulator;

test('runs locally with emulators: without a platform, on this machine only', () => {
  expect(readConfig({ ...teamsEmulator, ...slackEmulator })).toMatchObject({
    teams: null,
    slack: null,
    host: '127.0.0.1',
    emulators: {
      teams: { serviceUrls: ['http://localhost:56150/'], tenantId: '00000000-0000-0000-0000-0000000000001' },
      slack: { apiUrl: 'http://127.0.0.1:4000/api/', botToken: 'xoxb-of-the-emulator' },
    },
  });
});

test('reads several instances of a Teams emulator separated by commas, with a tenant of their own', () => {
  const settings = {
    TEAMS_EMULATOR_URLS: 'http://localhost:56150, http://[::1]:56151/,http://127.0.0.2:56152,',
    TEAMS_EMULATOR_TENANT_ID: 'a-tenant',
  };
  expect(readConfig(settings).emulators?.teams).toEqual({
    serviceUrls: ['http://localhost:56150/', 'http://[::1]:56151/', 'http://127.0.0.2:56152/'],
    tenantId: 'a-tenant',
  });
});

test.each([
  ['another machine', 'http://192.168.1.10:56150'],
  ['every address of this machine', 'http://0.0.0.0:56150'],
  ['a name on the internet', 'http://fjordby.example:56150'],
  ['a name that only begins alike', 'http://localhost.fjordby.example:56150'],
  ['another host behind a user name', 'http://localhost:56150@fjordby.example'],
  ['a number that only begins alike', 'http://127.0.0.1.fjordby.example'],
  ['another protocol', 'file://localhost/'],
  ['TLS, which no emulator on loopback has', 'https://localhost:56150'],
  ['a query', 'http://localhost:56150/?to=fjordby.example'],
  ['a line break', 'http://local\nhost:56150/'],
  ['no address', 'localhost:56150'],
  ['one of two elsewhere', 'http://localhost:56150,http://fjordby.example'],
  ['a list of nothing', ','],
])('refuses an emulator on %s', (_where, url) => {
  expect(() => readConfig({ TEAMS_EMULATOR_URLS: url })).toThrow(/TEAMS_EMULATOR_URLS.* must be/);
  expect(() => readConfig({ ...slackEmulator, SLACK_API_URL: url })).toThrow(/SLACK_API_URL must be/);
});

test('takes only host and port for a Teams emulator, which owns all its paths', () => {
  expect(() => readConfig({ TEAMS_EMULATOR_URLS: 'http://localhost:56150/_connector' })).toThrow(/host and port/);
});

test.each([
  ['Teams beside a Teams emulator', { ...teamsEmulator, ...realTeams }, Object.keys(realTeams)],
  ['Teams beside a Slack emulator', { ...slackEmulator, ...realTeams }, Object.keys(realTeams)],
  ['Slack beside a Teams emulator', { ...teamsEmulator, ...realSlack }, Object.keys(realSlack)],
  [
    'one setting of Teams',
    { ...slackEmulator, TEAMS_SERVICE_URLS: 'https://smba.trafficmanager.net/' },
    ['TEAMS_SERVICE_URLS'],
  ],
])('refuses real credentials, each by name: %s', (_which, settings, names) => {
  expect.assertions(names.length);
  for (const name of names)
    expect(() => readConfig(settings)).toThrow(new RegExp(`^ {2}${name} is of a real platform: leave it out`, 'm'));
});

test.each(['0.0.0.0', '::', '192.168.1.10', 'bot.fjordby.example'])('refuses a listener on %s', (HOST) => {
  expect(() => readConfig({ ...teamsEmulator, HOST })).toThrow(/HOST must be 127.0.0.1, ::1 or localhost/);
});

test.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('accepts a listener on %s', (HOST) => {
  expect(readConfig({ ...teamsEmulator, HOST }).host).toBe(HOST);
});

test('requires the token and the secret of a Slack emulator', () => {
  const { SLACK_API_URL } = slackEmulator;
  expect(() => readConfig({ SLACK_API_URL })).toThrow(/SLACK_API_URL needs SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET/);
  expect(() => readConfig({ SLACK_API_URL, SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(/SLACK_SIGNING_SECRET is missing/);
});

test('refuses a tenant without an emulator', () => {
  expect(() => readConfig({ TEAMS_EMULATOR_TENANT_ID: 'a-tenant' })).toThrow(/goes with TEAMS_EMULATOR_URLS/);
});

test('names all mistakes at once', () => {
  const settings = { ...realTeams, TEAMS_EMULATOR_URLS: 'http://fjordby.example', HOST: '0.0.0.0', SLACK_API_URL: '' };
  expect(() => readConfig(settings)).toThrow(ConfigError);
  for (const name of [...Object.keys(realTeams), 'TEAMS_EMULATOR_URLS', 'HOST', 'SLACK_API_URL is empty'])
    expect(() => readConfig(settings)).toThrow(new RegExp(`^ {2}${name}`, 'm'));
});

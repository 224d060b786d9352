import { ConfigError, readConfig } from '../../../bot/config/config.ts';

const teams = {
  MONGODB_URI: 'mongodb://127.0.0.1/bot',
  TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
  TEAMS_APP_PASSWORD: 'a secret',
  TEAMS_APP_TENANT_ID: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
};

test('runs locally without any platform, and listens on this machine only', () => {
  expect(readConfig({})).toMatchObject({ teams: null, slack: null, host: '127.0.0.1', mongodbUri: null, port: 3978 });
});

test('takes an empty app id for a missing one, never for “no authentication”', () => {
  expect(() => readConfig({ ...teams, TEAMS_APP_ID: '' })).toThrow(/TEAMS_APP_ID is missing/);
});

test('names all problems at once, in words', () => {
  const attempt = () =>
    readConfig({ PORT: 'x', TEAMS_APP_ID: 'x', MONGODB_URI: 'postgres://', SLACK_BOT_TOKEN: 'xapp-1' });
  expect(attempt).toThrow(ConfigError);
  for (const name of ['PORT', 'TEAMS_APP_ID', 'MONGODB_URI', 'SLACK_BOT_TOKEN'])
    expect(attempt).toThrow(new RegExp(name));
});

test('refuses half a platform, and names the missing variable', () => {
  expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(/SLACK_SIGNING_SECRET is missing/);
});

test.each(['https://smba.trafficmanager.net', ',', 'http://smba.trafficmanager.net/', 'https:///', '*'])(
  'refuses %s as a list of service URLs, because more addresses than meant would begin like it',
  (list) => {
    expect(() => readConfig({ ...teams, TEAMS_SERVICE_URLS: list })).toThrow(/TEAMS_SERVICE_URLS/);
  },
);

test('reads service URLs separated by commas', () => {
  const list = 'https://smba.trafficmanager.net/, https://smba.infra.gcc.teams.microsoft.com/emea/';
  expect(readConfig({ ...teams, TEAMS_SERVICE_URLS: list }).teams?.serviceUrls).toEqual([
    'https://smba.trafficmanager.net/',
    'https://smba.infra.gcc.teams.microsoft.com/emea/',
  ]);
});

test('listens to the world with a platform', () => {
  expect(readConfig(teams)).toMatchObject({
    host: '0.0.0.0',
    teams: { serviceUrls: ['https://smba.trafficmanager.net/'] },
  });
});

test('serves metrics on a port of their own, which this machine alone reaches unless told otherwise', () => {
  expect(readConfig(teams).metrics).toBeNull();
  expect(readConfig({ ...teams, METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(readConfig({ ...teams, METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }).metrics?.host).toBe('0.0.0.0');
  expect(() => readConfig({ ...teams, METRICS_PORT: '3978' })).toThrow(/METRICS_PORT must be another port than PORT/);
});

test('keeps the data of real platforms in the embedded database only when told so', () => {
  const { MONGODB_URI: _database, ...embedded } = teams;
  expect(() => readConfig(embedded)).toThrow(/MONGODB_URI is missing: .*EMBEDDED_IN_PRODUCTION=yes/);
  expect(() => readConfig({ ...embedded, EMBEDDED_IN_PRODUCTION: 'true' })).toThrow(/must be yes, or left out/);
  expect(readConfig({ ...embedded, EMBEDDED_IN_PRODUCTION: 'yes' }).mongodbUri).toBeNull();
});

import { ConfigError, readConfig } from '../../../bot/config/config.ts';

/**
 * An operator's worst file: each platform half configured or not at all, a database without TLS, and an emulator beside
 * them.
 */
const settings = {
  PORT: 'x',
  MONGODB_URI: 'mongodb://bot:hemmelig@db.fjordby.example/forenklingsbot',
  TEAMS_APP_ID: '',
  TEAMS_APP_TYPE: 'MultiTenant',
  TEAMS_APP_PASSWORD: 'a password of the tests',
  SLACK_BOT_TOKEN: 'xoxb-of-the-tests',
  SLACK_SIGNING_SECRET: ' ',
  TEAMS_EMULATOR_URLS: 'http://localhost:56150',
};

function refusal(environment: Record<string, string>, playground = false): string[] {
  try {
    readConfig(environment, playground);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
  throw new Error('it was taken');
}

test('names all mistakes in one refusal, a line each, and repeats no value', () => {
  const [title = '', ...lines] = refusal(settings);
  const about = (name: string, words: RegExp) =>
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^  ${name} .*${words.source}`)));
  about('PORT', /port number/);
  about('MONGODB_URI', /TLS/);
  about('TEAMS_APP_ID', /empty/);
  about('TEAMS_APP_ID', /missing/);
  about('TEAMS_ALLOWED_TENANTS', /missing/);
  about('SLACK_SIGNING_SECRET', /empty/);
  about('SLACK_SIGNING_SECRET', /missing/);
  for (const real of ['TEAMS_APP_TYPE', 'TEAMS_APP_PASSWORD', 'SLACK_BOT_TOKEN'])
    about(real, /TEAMS_EMULATOR_URLS, which is for local mode/);
  expect(lines).toHaveLength(10);
  expect(title).toContain('10 problem(s)');
  expect(lines.join('\n')).not.toMatch(/hemmelig|a password of the tests|xoxb-of-the-tests/);
});

test('drops a line when its cause is gone, and keeps the others', () => {
  const {
    TEAMS_EMULATOR_URLS: _emulator,
    SLACK_SIGNING_SECRET: _blank,
    ...given
  } = {
    ...settings,
    PORT: '3978',
    TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
    TEAMS_ALLOWED_TENANTS: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
  };
  const [, ...lines] = refusal(given, true);
  expect(lines.map((line) => line.trim().split(/[ :]/)[0]).sort()).toEqual([
    '--playground',
    'MONGODB_URI',
    'SLACK_SIGNING_SECRET',
  ]);
});

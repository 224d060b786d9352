import { readConfig } from '../../../bot/config/config.ts';

const teams = {
  MONGODB_URI: 'mongodb://127.0.0.1/bot',
  TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
  TEAMS_APP_PASSWORD: 'a secret',
  TEAMS_APP_TENANT_ID: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
};

test.each([
  ['TEAMS_APP_IDD', 'TEAMS_APP_ID'],
  ['TEAM_APP_ID', 'TEAMS_APP_ID'],
  ['TEAMS_APP_PASWORD', 'TEAMS_APP_PASSWORD'],
  ['TEAMS_APP_PASSWORD_FIEL', 'TEAMS_APP_PASSWORD_FILE'],
  ['SLACK_BOT_TOKENS', 'SLACK_BOT_TOKEN'],
  ['SLCAK_BOT_TOKEN', 'SLACK_BOT_TOKEN'],
  ['slack_bot_token', 'SLACK_BOT_TOKEN'],
])('refuses %s, with %s as what is meant', (variable, meant) => {
  expect(() => readConfig({ [variable]: 'x' })).toThrow(`${variable} is no setting: ${meant} is probably meant`);
});

test('warns of other variables with the name of a platform, such as those of Kubernetes', () => {
  const ofKubernetes = ['SLACK_SERVICE_HOST', 'SLACK_SERVICE_PORT', 'SLACK_PORT', 'SLACK_PORT_443_TCP', 'TEAMS_COLOUR'];
  const settings = Object.fromEntries(ofKubernetes.map((variable) => [variable, '10.0.0.1']));
  expect(readConfig({ ...teams, ...settings }).unknown).toEqual(ofKubernetes);
  expect(readConfig({ ...teams, PATH: '/bin', TEAMSTER: 'x' }).unknown).toEqual([]);
});

test('knows every setting, also those that name a file', () => {
  expect(() => readConfig({ ...teams, TEAMS_APP_TYPE: 'SingleTenant' })).not.toThrow();
  expect(readConfig(teams).unknown).toEqual([]);
});

import { randomBytes } from 'node:crypto';
import { readConfig } from '../../../bot/config/config.ts';

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const database = { MONGODB_URI: 'mongodb://127.0.0.1/bot' };
const one = { ...database, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' };
const many = {
  ...database,
  SLACK_CLIENT_ID: '123.456',
  SLACK_CLIENT_SECRET: '0123456789abcdef',
  SLACK_SIGNING_SECRET: '0123456789abcdef',
  ENCRYPTION_KEYS: key('a'),
  PUBLIC_URL: 'https://bot.fjordby.example',
};

test('configures one workspace over HTTP', () => {
  expect(readConfig(one).slack).toEqual({ botToken: 'xoxb-1', signingSecret: '0123456789abcdef' });
});

test('configures one workspace through a socket without a signing secret', () => {
  const { SLACK_SIGNING_SECRET: _, ...rest } = { ...one, SLACK_APP_TOKEN: 'xapp-1' };
  expect(readConfig(rest).slack).toEqual({ botToken: 'xoxb-1', appToken: 'xapp-1' });
});

test('configures many workspaces, writes the address in lower case without a slash at its end, and ignores an extra comma', () => {
  const settings = {
    ...many,
    ENCRYPTION_KEYS: `${key('a')}, ${key('b')},`,
    PUBLIC_URL: 'https://Bot.Fjordby.example/',
  };
  expect(readConfig(settings)).toMatchObject({
    publicUrl: 'https://bot.fjordby.example',
    slack: { oauth: { clientId: '123.456', publicUrl: 'https://bot.fjordby.example' } },
  });
});

test.each(['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'ENCRYPTION_KEYS', 'PUBLIC_URL', 'SLACK_SIGNING_SECRET'])(
  'refuses many workspaces without %s, by its name',
  (missing) => {
    expect(() => readConfig({ ...many, [missing]: undefined })).toThrow(new RegExp(`${missing} is missing`));
  },
);

test('refuses one token beside many installations', () => {
  expect(() => readConfig({ ...many, ...one })).toThrow(/SLACK_BOT_TOKEN is one too many/);
});

test('refuses a socket token without a bot token', () => {
  expect(() => readConfig({ SLACK_APP_TOKEN: 'xapp-1' })).toThrow(/SLACK_BOT_TOKEN is missing/);
});

test.each([
  ['a key of 16 bytes', `a:${randomBytes(16).toString('base64')}`],
  ['a key without an id', randomBytes(32).toString('base64')],
  ['the same id twice', `${key('a')},${key('a')}`],
  ['an id with a point', key('a.b')],
])('refuses %s as a list of keys, and does not repeat the keys in the message', (_what, list) => {
  expect(() => readConfig({ ...many, ENCRYPTION_KEYS: list })).toThrow(/ENCRYPTION_KEYS must be keys as id:base64/);
  try {
    readConfig({ ...many, ENCRYPTION_KEYS: list });
  } catch (error) {
    expect(String(error)).not.toContain(list.slice(5));
  }
});

test.each(['http://bot.fjordby.example', 'https://bot.fjordby.example/slack', 'bot.fjordby.example', 'https://a@b'])(
  'refuses %s as the bot’s own https address',
  (url) => {
    expect(() => readConfig({ ...many, PUBLIC_URL: url })).toThrow(/PUBLIC_URL must be/);
  },
);

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../bot/config/config.ts';
import { secrets } from '../../../bot/config/secret-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string): string {
  const path = join(folder, `secret-${content.length}`);
  writeFileSync(path, content);
  return path;
}

const mongodb = { MONGODB_URI: 'mongodb://127.0.0.1/bot' };
const key = `2026:${Buffer.alloc(32, 1).toString('base64')}`;

test('reads each secret from a file, without the line break at its end', () => {
  const config = readConfig({
    MONGODB_URI_FILE: file('mongodb://user:word@127.0.0.1/bot\n'),
    SLACK_BOT_TOKEN_FILE: file('xoxb-of-a-file\r\n'),
    SLACK_SIGNING_SECRET_FILE: file('signing-secret-of-a-file'),
    SLACK_APP_TOKEN_FILE: file('xapp-of-a-file'),
  });
  expect(config.mongodbUri).toBe('mongodb://user:word@127.0.0.1/bot');
  expect(config.slack).toEqual({
    botToken: 'xoxb-of-a-file',
    signingSecret: 'signing-secret-of-a-file',
    appToken: 'xapp-of-a-file',
  });
});

test('reads the password of Teams and the keys of many workspaces from files', () => {
  const config = readConfig({
    ...mongodb,
    TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
    TEAMS_APP_TENANT_ID: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
    TEAMS_APP_PASSWORD_FILE: file('password'),
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET_FILE: file('client-secret-of-a-file'),
    SLACK_SIGNING_SECRET: 'signing-secret-of-the-environment',
    ENCRYPTION_KEYS_FILE: file(key),
    PUBLIC_URL: 'https://bot.fjordby.example',
  });
  expect(config.teams?.registration).toMatchObject({ secret: { password: 'password' } });
  expect(config.slack).toMatchObject({ oauth: { clientSecret: 'client-secret-of-a-file' } });
});

test('takes a secret’s file alone for the platform that it belongs to, and never for the playground', () => {
  expect(() => readConfig({ ...mongodb, SLACK_BOT_TOKEN_FILE: file('xoxb-of-a-file') })).toThrow(
    'SLACK_SIGNING_SECRET is missing',
  );
});

test.each(secrets)('refuses %s and its file both at once', (name) => {
  expect(() => readConfig({ [name]: 'one', [`${name}_FILE`]: file('other') })).toThrow(
    `${name} and ${name}_FILE are both set: use one of them`,
  );
});

test.each(secrets)('names a file of %s that is not there or empty, and nothing of its content', (name) => {
  expect(() => readConfig({ [`${name}_FILE`]: join(folder, 'missing') })).toThrow(
    new RegExp(`1 problem\\(s\\):\n  ${name}_FILE names a file that cannot be read \\(ENOENT\\)$`),
  );
  expect(() => readConfig({ [`${name}_FILE`]: file('\n') })).toThrow(
    `${name}_FILE names a file without a secret in it`,
  );
});

test('refuses an empty name of a platform’s file, as an empty secret', () => {
  expect(() => readConfig({ ...mongodb, SLACK_BOT_TOKEN_FILE: ' ' })).toThrow(
    'SLACK_BOT_TOKEN_FILE is empty: give it a value, or leave it out',
  );
});

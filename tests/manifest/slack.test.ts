import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { redirectPath } from '../../bot/slack/install/install-link.ts';
import { slackPath } from '../../bot/web/server.ts';
import { commandIn } from '../../handlers/conversation/understand.ts';
import { slackManifest } from '../../scripts/manifest/slack-schema.ts';
import { fill } from '../../scripts/manifest/template.ts';
import { placeholdersIn, readJson, readText } from './manifest-files.ts';

const DOMAIN = 'bot.fjordby.example';
const { features, oauth_config, settings } = slackManifest.parse(
  fill(readJson('manifest/slack/manifest.json'), { DOMAIN }),
);

const codeIn = (folder: string) =>
  readdirSync(join(import.meta.dirname, '../..', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readText(`${folder}/${file}`))
    .join('\n');
const code = codeIn('bot/slack');
const inCode = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name = '']) => name))].sort();

/**
 * The scopes that each Web API method needs, from its page under https://docs.slack.dev/reference/methods. `users.info`
 * gives the e-mail address, by which the bot knows people, only with `users:read.email`.
 */
const scopesOfMethods: Record<string, readonly string[]> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.open': ['im:write'],
  'files.info': ['files:read'],
  'oauth.v2.access': [],
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/**
 * The events that reach a listener, and the scopes that each needs, from https://docs.slack.dev/reference/events. Of
 * messages
 * only those of a direct chat; `member_joined_channel` and its like come for private channels with `groups:read` alone.
 */
const eventsOfListeners: Record<string, Readonly<Record<string, readonly string[]>>> = {
  app_home_opened: { app_home_opened: [] },
  app_mention: { app_mention: ['app_mentions:read'] },
  app_uninstalled: { app_uninstalled: [] },
  channel_archive: { channel_archive: ['channels:read'] },
  channel_deleted: { channel_deleted: ['channels:read'] },
  channel_id_changed: { channel_id_changed: ['groups:read'] },
  channel_left: { channel_left: ['channels:read'] },
  group_archive: { group_archive: ['groups:read'] },
  group_deleted: { group_deleted: ['groups:read'] },
  group_left: { group_left: ['groups:read'] },
  member_joined_channel: { member_joined_channel: ['channels:read', 'groups:read'] },
  member_left_channel: { member_left_channel: ['channels:read', 'groups:read'] },
  message: { 'message.im': ['im:history'] },
  tokens_revoked: { tokens_revoked: [] },
};

/** Every method of the Web API as its client names it, the longest first: `oauth.v2.access` before `oauth.access`. */
function methodsIn(api: object): string[] {
  return Object.entries(api).flatMap(([name, value]) => {
    if (typeof value === 'function') return [name];
    const isGroup = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    return isGroup ? methodsIn(value).map((method) => `${name}.${method}`) : [];
  });
}

const known = methodsIn(new WebClient())
  .filter((name) => name.includes('.'))
  .sort((one, other) => other.length - one.length);

/** Finds calls under any name of the client and in any notation; names in comments and quotes do not count. */
const spoken = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'/g;
const calls = new RegExp(`\\b(${known.map((name) => name.replaceAll('.', '\\s*\\.\\s*')).join('|')})\\b`, 'g');
const methods = [
  ...new Set([...codeIn('bot').replace(spoken, '').matchAll(calls)].map(([, name = '']) => name.replace(/\s/g, ''))),
].sort();
const listeners = inCode(/app\.event\('(\w+)'/g);
const shortcuts = inCode(/app\.shortcut\('([\w-]+)'/g);
const slashCommands = inCode(/app\.command\('([^']+)'/g);

const events = Object.fromEntries(listeners.flatMap((name) => Object.entries(eventsOfListeners[name] ?? {})));

test('the list of the Web API’s methods is the client’s own, and no method is called by its name in quotes', () => {
  expect(known).toEqual(expect.arrayContaining(Object.keys(scopesOfMethods)));
  expect(inCode(/\.(apiCall|filesUploadV2)\b/g)).toEqual([]);
});

test('the bot calls no Web API method and hears no event that this test does not know', () => {
  expect(methods).toEqual(Object.keys(scopesOfMethods).sort());
  expect(listeners).toEqual(Object.keys(eventsOfListeners).sort());
});

test('the manifest asks for the scopes that the code needs and no other', () => {
  const needed = [
    ...methods.flatMap((method) => scopesOfMethods[method] ?? []),
    ...Object.values(events).flat(),
    // https://docs.slack.dev/reference/scopes/commands: for slash commands and shortcuts.
    ...(slashCommands.length + shortcuts.length > 0 ? ['commands'] : []),
  ];
  expect(oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
});

test('the manifest subscribes to the events that the code listens for and no other', () => {
  expect(settings.event_subscriptions.bot_events).toEqual(Object.keys(events).sort());
});

test('the shortcuts of the manifest and of the code are the same', () => {
  expect(features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual(shortcuts);
});

test('the manifest has one global shortcut and one for a message', () => {
  expect(features.shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
    ['global', 'create-request'],
    ['message', 'create-request-from-message'],
  ]);
});

test('the slash commands of the manifest and of the code are the same', () => {
  expect(features.slash_commands.map(({ command }) => command)).toEqual(slashCommands);
});

test('every example in the slash command’s hint is a command to the bot', () => {
  const examples = features.slash_commands.flatMap(({ usage_hint }) => usage_hint.replace(/[[\]]/g, '').split('|'));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(commandIn(example)).not.toBeNull();
});

test('Slack sends everything to the one path that the web server opens for it', () => {
  const { event_subscriptions, interactivity } = settings;
  const urls = [
    event_subscriptions.request_url,
    interactivity.request_url,
    ...features.slash_commands.map((c) => c.url),
  ];
  for (const url of urls) expect(url).toBe(`https://${DOMAIN}${slackPath}`);
});

test('an installation ends at the web server’s page for it', () => {
  expect(oauth_config.redirect_urls).toEqual([`https://${DOMAIN}${redirectPath}`]);
});

test('buttons and forms reach the bot, over HTTP, with one lasting token, in a whole organisation at once', () => {
  const { interactivity, socket_mode_enabled, token_rotation_enabled, org_deploy_enabled } = settings;
  expect([interactivity.is_enabled, socket_mode_enabled, token_rotation_enabled, org_deploy_enabled]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('people can write to the bot and open its Home', () => {
  expect(features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});

test('the installation guide explains every scope and event and how to fill every placeholder', () => {
  const guide = readText('docs/install-slack.md');
  for (const name of [...oauth_config.scopes.bot, ...settings.event_subscriptions.bot_events]) {
    expect(guide).toContain(`| \`${name}\` |`);
  }
  expect(placeholdersIn(guide)).toEqual(placeholdersIn(readText('manifest/slack/manifest.json')));
});

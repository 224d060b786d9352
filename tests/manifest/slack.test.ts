import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { redirectPath } from '../../bot/slack/install-link.ts';
import { slackPath } from '../../bot/slack/receive.ts';
import { understand } from '../../handlers/understand.ts';
import { placeholdersIn, readJson, readText } from './manifest-files.ts';

const schema = z.object({
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    slash_commands: z.array(
      z.object({ command: z.string(), url: z.string(), usage_hint: z.string(), should_escape: z.boolean() }),
    ),
  }),
  oauth_config: z.object({ redirect_urls: z.array(z.string()), scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.string(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean(), request_url: z.string() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const { features, oauth_config, settings } = schema.parse(readJson('manifest/slack/manifest.json'));

const slackFolder = join(import.meta.dirname, '../../bot/slack');
const code = readdirSync(slackFolder)
  .map((file) => readText(`bot/slack/${file}`))
  .join('\n');
const inCode = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name = '']) => name))].sort();

/**
 * What each Web API method asks for, from its page under https://docs.slack.dev/reference/methods. `users.info` gives
 * the e-mail address, by which we know people, only with `users:read.email`.
 */
const scopesOfMethods: Record<string, readonly string[]> = {
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  'users.info': ['users:read', 'users:read.email'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
};

/** What each event asks for, from https://docs.slack.dev/reference/events; of messages only those of a direct chat. */
const eventsOfListeners: Record<string, { event: string; scopes: readonly string[] }> = {
  app_home_opened: { event: 'app_home_opened', scopes: [] },
  app_uninstalled: { event: 'app_uninstalled', scopes: [] },
  message: { event: 'message.im', scopes: ['im:history'] },
  tokens_revoked: { event: 'tokens_revoked', scopes: [] },
};

const methods = inCode(/client\.(\w+\.\w+)\(/g);
const listeners = inCode(/app\.event\('(\w+)'/g);
const slashCommands = inCode(/app\.command\('([^']+)'/g);

test('the bot calls no Web API method and hears no event that this test does not know', () => {
  expect(methods).toEqual(Object.keys(scopesOfMethods).sort());
  expect(listeners).toEqual(Object.keys(eventsOfListeners).sort());
});

test('the manifest asks for the scopes that the code needs and no other', () => {
  const needed = [
    ...methods.flatMap((method) => scopesOfMethods[method] ?? []),
    ...listeners.flatMap((listener) => eventsOfListeners[listener]?.scopes ?? []),
    ...(slashCommands.length > 0 ? ['commands'] : []),
  ];
  expect(oauth_config.scopes.bot).toEqual([...new Set(needed)].sort());
});

test('the manifest subscribes to the events that the code listens for and no other', () => {
  const events = listeners.map((listener) => eventsOfListeners[listener]?.event);
  expect(settings.event_subscriptions.bot_events).toEqual(events);
});

test('the slash commands of the manifest and of the code are the same', () => {
  expect(features.slash_commands.map(({ command }) => command)).toEqual(slashCommands);
});

test('every example in the slash command’s hint is a command to the bot', () => {
  const examples = features.slash_commands.flatMap(({ usage_hint }) => usage_hint.replace(/[[\]]/g, '').split('|'));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(understand(example, 'r').action).not.toBe('draft-request');
});

test('Slack sends everything to the one path that the web server opens for it', () => {
  const { event_subscriptions, interactivity } = settings;
  const urls = [
    event_subscriptions.request_url,
    interactivity.request_url,
    ...features.slash_commands.map((c) => c.url),
  ];
  for (const url of urls) expect(url).toBe(`https://{{DOMAIN}}${slackPath}`);
});

test('an installation ends at the page that the web server has for it, also in a whole Enterprise organisation', () => {
  expect(oauth_config.redirect_urls).toEqual([`https://{{DOMAIN}}${redirectPath}`]);
  expect(settings.org_deploy_enabled).toBe(true);
});

test('buttons and forms reach the bot, over HTTP and with one lasting token', () => {
  const { interactivity, socket_mode_enabled, token_rotation_enabled } = settings;
  expect([interactivity.is_enabled, socket_mode_enabled, token_rotation_enabled]).toEqual([true, false, false]);
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

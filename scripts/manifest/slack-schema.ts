import type { AppsManifestValidateArguments } from '@slack/web-api';
import { z } from 'zod';

/** Slack's own type checks the names too: a name that it does not know does not compile. */
export type Manifest = AppsManifestValidateArguments['manifest'];
type Scope = NonNullable<NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>['bot']>[number];
type Event = NonNullable<NonNullable<NonNullable<Manifest['settings']>['event_subscriptions']>['bot_events']>[number];

/** The scopes that this bot may ask for; Slack's own types know the names. */
const scopes = [
  'app_mentions:read',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
] as const satisfies readonly Scope[];

const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_id_changed',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
  'member_joined_channel',
  'member_left_channel',
  'message.im',
  'tokens_revoked',
] as const satisfies readonly Event[];

const httpsUrl = (length: number) => z.url({ protocol: /^https$/ }).max(length);
const text = (length: number) => z.string().min(1).max(length);

/**
 * The fields that Slack takes and their lengths: the names and most lengths come from
 * https://docs.slack.dev/reference/app-manifest, the lengths of addresses, of a shortcut's name (24) and the least
 * length of the long description (175) from https://github.com/slackapi/manifest-schema,
 * schemas/manifest.schema.1.0.0.json. Neither source is a package on npm.
 */
const shape = z.strictObject({
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({
      display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/),
      always_online: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['global', 'message']),
          name: text(24),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/\S{1,31}$/),
          url: httpsUrl(3000).exactOptional(),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(httpsUrl(2500)).max(1000).exactOptional(),
    scopes: z.strictObject({ bot: z.array(z.enum(scopes)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: httpsUrl(3500).exactOptional(),
      bot_events: z.array(z.enum(events)).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: httpsUrl(3500).exactOptional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/**
 * A whole Slack manifest. Events and buttons need an address or Socket Mode, and an address beside Socket Mode would
 * never be called: https://docs.slack.dev/reference/methods/apps.manifest.validate
 */
export const slackManifest = shape.superRefine(({ settings, features }, context) => {
  const urls = {
    'settings.event_subscriptions.request_url': settings.event_subscriptions.request_url,
    'settings.interactivity.request_url': settings.interactivity.request_url,
    ...Object.fromEntries(features.slash_commands.map(({ url }, at) => [`features.slash_commands.${at}.url`, url])),
  };
  for (const [at, url] of Object.entries(urls)) {
    if ((url === undefined) !== settings.socket_mode_enabled)
      context.addIssue({
        code: 'custom',
        path: at.split('.'),
        message: url ? 'must not be there with Socket Mode' : 'is missing',
      });
  }
});

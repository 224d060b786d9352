import { z } from 'zod';
import { type Key, KeyRing, keyBytes } from '../auth/key-ring.ts';
import type { SlackAccess } from '../slack/send/client.ts';
import { type Given, incomplete, parts } from './group.ts';

const variables = {
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which begins with xoxb-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, 'must be the app’s signing secret').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must be an app-level token, which begins with xapp-').optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'must be the app’s client id, two numbers with a point between them')
    .optional(),
  SLACK_CLIENT_SECRET: z.string().min(16, 'must be the app’s client secret').optional(),
  ENCRYPTION_KEYS: z.string().transform(readKeys).optional(),
};

type Settings = Partial<z.infer<z.ZodObject<typeof variables>>> & {
  /** The bot's own address, to which Slack sends back the person who installs the app. */
  PUBLIC_URL?: string | undefined;
};

const oauth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'ENCRYPTION_KEYS', 'PUBLIC_URL'] as const;
const ways = 'SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many';

/** The operator's settings for Slack. */
export const slackGroup = { variables, problems };

/** The problems between the variables of Slack. */
function problems(given: Given): string[] {
  const one = given.SLACK_BOT_TOKEN !== undefined;
  const many = given.SLACK_CLIENT_ID !== undefined || given.SLACK_CLIENT_SECRET !== undefined;
  const hears = given.SLACK_SIGNING_SECRET !== undefined || given.SLACK_APP_TOKEN !== undefined;
  return [
    ...(hears && !one && !many ? [`SLACK_BOT_TOKEN is missing: ${ways}`] : []),
    ...(one && many ? [`SLACK_BOT_TOKEN is one too many: ${ways}`] : []),
    ...((one || many) && !hears
      ? ['SLACK_SIGNING_SECRET is missing; for Socket Mode, SLACK_APP_TOKEN takes its place']
      : []),
    ...(many ? incomplete(given, oauth, oauth) : []),
  ];
}

/** Gives Slack's configuration; null when Slack is not configured, and for settings that have problems. */
export function slackAccess(env: Settings): SlackAccess | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { ENCRYPTION_KEYS: keys, PUBLIC_URL: publicUrl } = env;
  const ways = {
    ...(env.SLACK_SIGNING_SECRET ? { signingSecret: env.SLACK_SIGNING_SECRET } : {}),
    ...(env.SLACK_APP_TOKEN ? { appToken: env.SLACK_APP_TOKEN } : {}),
  };
  if (botToken) return { botToken, ...ways };
  if (clientId && clientSecret && keys && publicUrl) {
    return { oauth: { clientId, clientSecret, keys, publicUrl }, ...ways };
  }
  return null;
}

/** Reads `id:base64,older-id:base64`: the first key seals, and all of them open. */
function readKeys(list: string, context: z.core.$RefinementCtx<string>): KeyRing {
  const keys = parts(list).map(readKey);
  const ids = new Set(keys.map((key) => key?.id));
  const [first, ...older] = keys;
  if (first && older.every((key) => key !== null) && ids.size === keys.length) return new KeyRing(first, ...older);
  const message =
    'must be keys as id:base64, separated by commas, each of 32 bytes and with an id of its own; make one with: openssl rand -base64 32';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function readKey(entry: string): Key | null {
  const [, id, base64] = /^([\w-]{1,32}):([A-Za-z\d+/]{43}=)$/.exec(entry) ?? [];
  if (!id || !base64) return null;
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === keyBytes ? { id, bytes } : null;
}

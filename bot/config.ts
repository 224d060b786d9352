import { z } from 'zod';
import { type Emulators, emulatorProblems, emulatorSettings, readEmulators } from './config/local.ts';

/**
 * Everything the operator decides, parsed once at start from the environment. With no platform configured the bot runs
 * in local mode, on the embedded database with the playground; with one it is the production bot.
 */
const schema = z
  .object({
    PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3978),
    HOST: z.string().optional(),
    PLAYGROUND_PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3980),
    DATA_FOLDER: z.string().min(1).default('.data'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
    MONGODB_URI: z
      .string()
      .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
      .optional(),
    EMBEDDED_SERVER: z.string().min(1).optional(),
    TEAMS_APP_ID: z.uuid('must be the app id (a GUID) of the Azure bot registration').optional(),
    TEAMS_APP_PASSWORD: z.string().min(1, 'must not be empty').optional(),
    TEAMS_APP_TENANT_ID: z.uuid('must be a tenant id (a GUID)').optional(),
    TEAMS_SERVICE_URLS: z
      .string()
      .default('https://smba.trafficmanager.net/')
      .transform((list) => list.split(',').map((url) => url.trim()))
      .pipe(
        z.array(
          z.string().regex(/^https:\/\/[^/]+\/(.*\/)?$/, 'must be addresses that begin with https:// and end with /'),
        ),
      ),
    SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which begins with xoxb-').optional(),
    SLACK_SIGNING_SECRET: z.string().min(16, 'must be the app’s signing secret').optional(),
    ...emulatorSettings,
  })
  .superRefine((env, context) => {
    const group = (keys: ReadonlyArray<keyof typeof env>) => {
      const missing = keys.filter((key) => env[key] === undefined);
      if (missing.length === keys.length) return;
      for (const key of missing) {
        context.addIssue({ code: 'custom', path: [key], message: `is missing: ${keys.join(', ')} go together` });
      }
    };
    group(['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_APP_TENANT_ID']);
    group(['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']);
  });

export interface Config {
  port: number;
  host: string;
  playgroundPort: number;
  dataFolder: string;
  logLevel: string;
  /** Null: the embedded database. */
  mongodbUri: string | null;
  embeddedServer: string | null;
  teams: { appId: string; appPassword: string; tenantId: string; serviceUrls: readonly string[] } | null;
  slack: { botToken: string; signingSecret: string } | null;
  /** Local mode with servers that stand in the place of the platforms; never together with `teams` or `slack`. */
  emulators: Emulators | null;
}

/** All problems of the configuration at once, in words an operator can act on. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * An empty variable counts as none, but not where a platform is meant: an empty app id means neither "no authentication"
 * nor the playground.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const blank = Object.keys(schema.shape).filter((key) => /^(TEAMS|SLACK)_/.test(key) && environment[key] === '');
  const parsed = schema.safeParse(given);
  const misplaced = emulatorProblems(given, Object.keys(schema.shape));
  if (!parsed.success || blank.length > 0 || misplaced.length > 0) {
    const issues = parsed.error?.issues ?? [];
    const lines = [
      ...blank.map((key) => `  ${key} is empty: give it a value, or leave it out`),
      ...issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`),
      ...misplaced.map(({ key, message }) => `  ${key} ${message}`),
    ];
    throw new ConfigError(`The configuration has ${lines.length} problem(s):\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: appPassword, TEAMS_APP_TENANT_ID: tenantId } = env;
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const teams = appId && appPassword && tenantId ? { appId, appPassword, tenantId } : null;
  const emulators = readEmulators(env);
  const slack = botToken && signingSecret && !emulators ? { botToken, signingSecret } : null;
  const production = teams !== null || slack !== null;
  return {
    port: env.PORT,
    // A production bot is reached from outside; a local one from this machine only.
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    playgroundPort: env.PLAYGROUND_PORT,
    dataFolder: env.DATA_FOLDER,
    // The playground's terminal is for its address; problems still show.
    logLevel: env.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    mongodbUri: env.MONGODB_URI ?? null,
    embeddedServer: env.EMBEDDED_SERVER ?? null,
    teams: teams && { ...teams, serviceUrls: env.TEAMS_SERVICE_URLS },
    slack,
    emulators,
  };
}

import { z } from 'zod';
import type { Endpoint } from '../embedder/http-embedder.ts';
import type { MetricsAddress } from '../metrics/serve.ts';
import type { SlackAccess } from '../slack/send/client.ts';
import { databaseGroup } from './database.ts';
import { embedderGroup, embedderOf } from './embedder.ts';
import type { Given, Group } from './group.ts';
import { type Emulators, emulatorGroup, namesEmulator, readEmulators } from './local.ts';
import { secrets, withSecretFiles } from './secret-files.ts';
import { slackAccess, slackGroup } from './slack.ts';
import { type TeamsConfig, teamsConfig, teamsGroup } from './teams.ts';
import { unknownIn } from './unknown.ts';

const port = z.coerce.number('must be a port number').int().min(0).max(65_535);

const serverGroup = {
  variables: {
    PORT: port.default(3978),
    HOST: z.string().optional(),
    METRICS_PORT: port.optional(),
    METRICS_HOST: z.string().min(1).default('127.0.0.1'),
    DATA_FOLDER: z.string().min(1).default('.data'),
    /** Links to files, the tab and Slack's installation need it. */
    PUBLIC_URL: z
      .string()
      // Browsers send the host in lower case, and we compare it with this address.
      .transform((url) => url.trim().toLowerCase().replace(/\/$/, ''))
      .pipe(z.string().regex(/^https:\/\/[a-z\d.-]+(:\d+)?$/, 'must be the bot’s own https address, without a path'))
      .optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
  },
  problems: ({ PORT: own = '3978', METRICS_PORT: metrics }) =>
    metrics !== undefined && metrics === own && own !== '0'
      ? ['METRICS_PORT must be another port than PORT, which the internet reaches']
      : [],
} satisfies Group;

const onlyLocally = 'is for local mode only: leave it out where Teams or Slack is configured';

/** Variables for the simulated platforms only, which must not be set together with real credentials. */
const localVariables = { PLAYGROUND_PORT: port.default(3980) };
const localGroup = {
  variables: localVariables,
  problems: (given: Given) =>
    Object.keys(localVariables)
      .filter((key) => given[key] !== undefined && hasPlatform(given))
      .map((key) => `${key} ${onlyLocally}`),
} satisfies Group;

/**
 * All decisions of the operator, parsed once at start from the environment. With no platform configured the bot runs in
 * local mode, on the embedded database with the playground; with one it is the production bot.
 */
const groups: readonly Group[] = [
  serverGroup,
  databaseGroup,
  teamsGroup,
  slackGroup,
  embedderGroup,
  localGroup,
  emulatorGroup,
];

const schema = z.object({
  ...serverGroup.variables,
  ...databaseGroup.variables,
  ...teamsGroup.variables,
  ...slackGroup.variables,
  ...embedderGroup.variables,
  ...localGroup.variables,
  ...emulatorGroup.variables,
});

export interface Config {
  port: number;
  host: string;
  /** The address at which the metrics are served; null: nowhere. */
  metrics: MetricsAddress | null;
  playgroundPort: number;
  dataFolder: string;
  logLevel: string;
  /** Null stands for the embedded database. */
  mongodbUri: string | null;
  embeddedServer: string | null;
  teams: TeamsConfig | null;
  slack: SlackAccess | null;
  /** The address of the bot for browsers: an https origin without a slash at its end. */
  publicUrl: string | null;
  /** The service that gives the meaning of texts; `local`: the one that the bot runs itself; null: none. */
  embedder: Endpoint | 'local' | null;
  /** Local mode with emulators in place of the platforms; never together with `teams` or `slack`. */
  emulators: Emulators | null;
  /** Variables of the platforms that no setting has. */
  unknown: readonly string[];
}

/** All problems of the configuration at once, in words that an operator can act on. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Any variable of a real platform means that platform: half a group is an error, and never starts the playground. */
function hasPlatform(given: Given): boolean {
  const names = [teamsGroup, slackGroup].flatMap(({ variables }) => Object.keys(variables));
  return !namesEmulator(given) && names.some((key) => /^(TEAMS|SLACK)_/.test(key) && given[key] !== undefined);
}

const isEmbedded = ({ MONGODB_URI }: Given) => MONGODB_URI === undefined;
const noDatabase =
  'MONGODB_URI is missing: the embedded database is for trying the bot, and its makers advise against keeping production data in it. Name a MongoDB replica set; or set EMBEDDED_IN_PRODUCTION=yes if you keep your data there all the same';

function problemsOf(problems: readonly string[]): ConfigError {
  const lines = [...new Set(problems)].map((problem) => `  ${problem}`);
  return new ConfigError(`The configuration has ${lines.length} problem(s):\n${lines.join('\n')}`);
}

/**
 * An empty variable counts as missing, except where a platform is meant: an empty app id means neither "no
 * authentication" nor the playground.
 * @param playground whether the command line asks for the playground
 */
export function readConfig(settings: Readonly<Record<string, string | undefined>>, playground = false): Config {
  const { environment, problems: ofFiles } = withSecretFiles(settings);
  // A secret that is not there would make more problems, which are none.
  if (ofFiles.length > 0) throw problemsOf(ofFiles);
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  const blank = Object.keys(schema.shape).filter((key) => /^(TEAMS|SLACK)_/.test(key) && isBlank(environment[key]));
  const unknown = unknownIn(settings, [...Object.keys(schema.shape), ...secrets.map((name) => `${name}_FILE`)]);
  const problems = [
    ...unknown.misspelt.map(({ variable, meant }) => `${variable} is no setting: ${meant} is probably meant`),
    ...blank.map((key) => `${key} is empty: give it a value, or leave it out`),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`),
    ...groups.flatMap((group) => group.problems(given, Object.keys(schema.shape))),
    ...(playground && hasPlatform(given) ? [`--playground ${onlyLocally}`] : []),
    ...(hasPlatform(given) && isEmbedded(given) && given.EMBEDDED_IN_PRODUCTION === undefined ? [noDatabase] : []),
  ];
  if (!parsed.success || problems.length > 0) throw problemsOf(problems);
  const env = parsed.data;
  const production = hasPlatform(given);
  return {
    port: env.PORT,
    // Others reach a production bot from outside; only this machine reaches a local one.
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    metrics: env.METRICS_PORT === undefined ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    playgroundPort: env.PLAYGROUND_PORT,
    dataFolder: env.DATA_FOLDER,
    // The playground's terminal shows its address, and problems besides.
    logLevel: env.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    mongodbUri: env.MONGODB_URI ?? null,
    embeddedServer: env.EMBEDDED_SERVER ?? null,
    teams: teamsConfig(env),
    slack: production ? slackAccess(env) : null,
    embedder: embedderOf(env),
    emulators: readEmulators(env),
    unknown: unknown.others,
    publicUrl: env.PUBLIC_URL ?? null,
  };
}

const isBlank = (value: string | undefined) => value !== undefined && value.trim() === '';

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import { systemErrorCode } from '../../bot/database/embedded/error.ts';

export const usage = `Usage:
npm run manifest -- teams --app-id ID --domain HOST [--municipality NAME] [--website URL] [--privacy URL] [--terms URL]
                          [--version X.Y.Z] [--out FILE.zip] [--from DIR]
    writes the Teams app package
npm run manifest -- slack --domain HOST [--out FILE.json] [--from DIR]
npm run manifest -- slack --socket-mode [--domain HOST] [--out FILE.json] [--from DIR]
    writes the Slack app manifest

--from names a folder with templates and icons of your own; without it those in manifest/ are used.`;

/** Invalid arguments; the message names each problem on a line of its own. */
export class UnusableArguments extends Error {
  override name = 'UnusableArguments';
}

/** A host name of DNS (RFC 1123, section 2.1) with a dot and a last part that is not a number. */
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

// Upper case letters are valid but fail at sign-in on Android:
// https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad
const domain = z
  .string('--domain is missing: the host name that the bot is reached at.')
  .toLowerCase()
  .regex(hostName, '--domain is a host name such as bot.fjordby.example: no https://, no port, no path.');

const appId = z
  .string('--app-id is missing: the application (client) id of the app registration.')
  .toLowerCase()
  .regex(
    /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    '--app-id is a GUID such as 11111111-2222-4333-8444-555555555555: the application (client) id.',
  );

/** The lengths are those of the Teams manifest's schema. */
const page = (name: string) =>
  z
    .url({ protocol: /^https$/, error: `--${name} is a whole address that begins with https://.` })
    .max(2048, `--${name} is at most 2048 characters long.`)
    .optional();
const municipality = z
  .string()
  .trim()
  .min(1, '--municipality is empty.')
  .max(32, '--municipality is at most 32 characters long.')
  .optional();

// Teams' own words are “semver”, and it takes a changed package with a higher one only:
// https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema#version
const version = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/, '--version is three numbers such as 1.0.1.')
  .optional();

const file = (name: string) => z.string().min(1, `--${name} is empty.`);
const from = file('from').optional();

const text = { type: 'string' } as const;
const files = { out: text, from: text };
const teamsOptions = {
  ...{ 'app-id': text, domain: text, municipality: text, website: text, privacy: text, terms: text, version: text },
  ...files,
};
const slackOptions = { domain: text, 'socket-mode': { type: 'boolean' }, ...files } as const;

const teamsArguments = z.object({
  'app-id': appId,
  domain,
  municipality,
  website: page('website'),
  privacy: page('privacy'),
  terms: page('terms'),
  version,
  from,
  out: file('out').default('forenklingsbot-teams.zip'),
});
const slackArguments = z.object({
  domain,
  'socket-mode': z.boolean().default(false),
  from,
  out: file('out').default('forenklingsbot-slack.json'),
});
/** With Socket Mode nobody calls the bot, so it needs no host name. */
const socketArguments = slackArguments.extend({ domain: domain.optional() });

export type TeamsArguments = z.infer<typeof teamsArguments>;
export type SlackArguments = z.infer<typeof socketArguments>;

/** Reads the arguments after `teams`; throws `UnusableArguments`, which lists all problems at once. */
export function readTeamsArguments(args: readonly string[]): TeamsArguments {
  return checked(teamsArguments, split(args, teamsOptions));
}

/** Reads the arguments after `slack` in the same way. */
export function readSlackArguments(args: readonly string[]): SlackArguments {
  const values = split(args, slackOptions);
  return checked('socket-mode' in values ? socketArguments : slackArguments, values);
}

function split(args: readonly string[], options: ParseArgsOptionsConfig): object {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node's own words name the argument: https://nodejs.org/api/errors.html#err_parse_args_unknown_option
    if (systemErrorCode(error)?.startsWith('ERR_PARSE_ARGS_'))
      throw new UnusableArguments(String(error).replace(/^TypeError[^:]*: /, ''));
    throw error;
  }
}

function checked<Checked>(schema: z.ZodType<Checked>, values: object): Checked {
  const result = schema.safeParse(values);
  if (!result.success) throw new UnusableArguments(result.error.issues.map(({ message }) => message).join('\n'));
  return result.data;
}

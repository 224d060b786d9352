import { z } from 'zod';
import { type Given, type Group, parts } from './group.ts';
import { isLoopback } from './loopback.ts';

/** The tenant of the Agents Playground's default people: https://aka.ms/teams-app-test-tool-config-guide#default-config */
const agentsPlaygroundTenant = '00000000-0000-0000-0000-0000000000001';

/** The emulators: servers on this machine in place of Microsoft's and Slack's. */
export interface Emulators {
  teams: { serviceUrls: readonly string[]; tenantId: string } | null;
  slack: { botToken: string; signingSecret: string; apiUrl: string } | null;
}

const loopbackUrl = z
  .string()
  .refine(isLoopbackUrl, 'must be an address on this machine, such as http://127.0.0.1:56150')
  // With the slash at its end, `http://localhost:5615/` does not match the beginning of an address on port 56150.
  .transform((text) => (text.endsWith('/') ? text : `${text}/`));

/** An emulator decides about all its paths, so its address has none. */
const loopbackServer = loopbackUrl.refine(
  (text) => URL.parse(text)?.pathname === '/',
  'must be no more than host and port, such as http://localhost:56150',
);

function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  // URL writes an IPv6 host in brackets. The address may have host, port and path only.
  return (
    url?.protocol === 'http:' &&
    isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1')) &&
    /^http:\/\/[^/@?#\\\s]+(\/[^?#\\\s]*)?$/.test(text)
  );
}

const variables = {
  TEAMS_EMULATOR_URLS: z
    .string()
    .transform(parts)
    .pipe(z.array(loopbackServer).min(1, 'must be an address'))
    .optional(),
  TEAMS_EMULATOR_TENANT_ID: z.string().min(1).max(100).default(agentsPlaygroundTenant),
  SLACK_API_URL: loopbackUrl.optional(),
};

/** The emulators' part of the configuration. */
export const emulatorGroup = { variables, problems } satisfies Group;

const emulatorAddresses = ['TEAMS_EMULATOR_URLS', 'SLACK_API_URL'];

/** Tells whether an emulator is to take a platform's place. */
export function namesEmulator(given: Given): boolean {
  return emulatorAddresses.some((key) => given[key] !== undefined);
}

const slackOfEmulator = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'];

/**
 * Gives the reasons for which the variables cannot be an emulator's: real credentials beside them, or a webhook that is
 * open to others. A variable of a platform counts as a real one unless it is known to be local.
 * @param settings the names of all variables
 */
function problems(given: Given, settings: readonly string[]): string[] {
  const local = emulatorAddresses.filter((key) => given[key] !== undefined);
  if (local.length === 0) {
    const tenant = given.TEAMS_EMULATOR_TENANT_ID;
    return tenant === undefined ? [] : ['TEAMS_EMULATOR_TENANT_ID goes with TEAMS_EMULATOR_URLS'];
  }
  const names = local.join(' and ');
  const harmless = [...Object.keys(variables), ...(given.SLACK_API_URL === undefined ? [] : slackOfEmulator)];
  const real = settings.filter(
    (key) => /^(TEAMS|SLACK)_/.test(key) && given[key] !== undefined && !harmless.includes(key),
  );
  const found = real.map(
    (key) => `${key} is of a real platform: leave it out, or leave out ${names}, which is for local mode`,
  );
  if (given.SLACK_API_URL !== undefined && slackOfEmulator.every((key) => given[key] === undefined))
    found.push(`SLACK_API_URL needs ${slackOfEmulator.join(' and ')} of the emulator`);
  if (given.HOST !== undefined && !isLoopback(given.HOST))
    found.push(`HOST must be 127.0.0.1, ::1 or localhost with ${names}: emulators prove nothing`);
  return found;
}

/** Gives the emulators that the parsed settings name; null when they name none. */
export function readEmulators(env: {
  TEAMS_EMULATOR_URLS?: string[] | undefined;
  TEAMS_EMULATOR_TENANT_ID: string;
  SLACK_API_URL?: string | undefined;
  SLACK_BOT_TOKEN?: string | undefined;
  SLACK_SIGNING_SECRET?: string | undefined;
}): Emulators | null {
  const { SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const teams = env.TEAMS_EMULATOR_URLS
    ? { serviceUrls: env.TEAMS_EMULATOR_URLS, tenantId: env.TEAMS_EMULATOR_TENANT_ID }
    : null;
  const slack = apiUrl && botToken && signingSecret ? { botToken, signingSecret, apiUrl } : null;
  return teams || slack ? { teams, slack } : null;
}

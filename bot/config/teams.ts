import { z } from 'zod';
import type { AppRegistration, AppSecret } from '../auth/credentials.ts';
import { type GraphAccess, microsoftGraph } from '../teams/install/graph.ts';
import { plainAddress } from '../teams/send/service-urls.ts';
import { usualPerSecond } from '../teams/teams.ts';
import { catalogAppIdsOf, catalogProblems, isCatalog, notCatalog } from './catalog.ts';
import { readCertificate } from './certificate.ts';
import { type Given, incomplete, parts } from './group.ts';
import { isLoopback } from './loopback.ts';

const types = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const;

/**
 * For an app in a tenant the older page of Microsoft's says 30, the newer one 50; an app that sends more “can get blocked”
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
 */
const mostPerSecond = 50;
const notPerSecond = `must be a whole number from 1 to ${mostPerSecond}`;

const variables = {
  TEAMS_APP_ID: z.uuid('must be the app id (a GUID) of the Azure bot registration').optional(),
  TEAMS_APP_TYPE: z.enum(types, `must be ${types.join(', ')}`).default('SingleTenant'),
  TEAMS_APP_PASSWORD: z.string().trim().min(1, 'must not be empty').optional(),
  TEAMS_APP_CERTIFICATE_FILE: z.string().optional(),
  TEAMS_APP_CERTIFICATE_KEY_FILE: z.string().optional(),
  TEAMS_APP_TENANT_ID: z.uuid('must be a tenant id (a GUID)').optional(),
  TEAMS_ALLOWED_TENANTS: z
    .string()
    .transform(parts)
    .pipe(z.array(z.uuid('must be tenant ids (GUIDs), separated by commas')).min(1, 'names no tenant'))
    .optional(),
  TEAMS_CATALOG_APP_ID: z.string().refine(isCatalog, notCatalog).optional(),
  TEAMS_SERVICE_URLS: z
    .string()
    .default('https://smba.trafficmanager.net/')
    .transform(parts)
    .pipe(
      z
        .array(z.string().refine(isMicrosofts, 'must be plain addresses that begin with https:// and end with /'))
        .min(1, 'names no address'),
    ),
  TEAMS_MESSAGES_PER_SECOND: z
    .string()
    .regex(/^[1-9]\d?$/, notPerSecond)
    .transform(Number)
    .refine((number) => number <= mostPerSecond, notPerSecond)
    .default(usualPerSecond),
};
type TeamsVariables = z.output<z.ZodObject<typeof variables>>;

export interface TeamsConfig {
  registration: AppRegistration;
  /** The tenants whose people may use the bot. */
  tenants: readonly string[];
  serviceUrls: readonly string[];
  /** The access by which the bot installs the app for people; null when it does not. */
  graph: GraphAccess | null;
  /** The most messages in a second to a tenant, from all instances together. */
  perSecond: number;
}

/** The app registration of the bot, the tenants that it serves, and the addresses where Microsoft may be reached. */
export const teamsGroup = { variables, problems };

/** Null when no variable of the group is set; `env` is complete and correct. */
export function teamsConfig(env: TeamsVariables): TeamsConfig | null {
  const { TEAMS_APP_ID: appId, TEAMS_APP_TYPE: type, TEAMS_APP_TENANT_ID: tenantId } = env;
  if (appId === undefined) return null;
  const tenants = allowedTenants(env.TEAMS_ALLOWED_TENANTS, tenantId);
  const graph = graphOf(env, appId, tenants);
  const rest = { tenants, serviceUrls: env.TEAMS_SERVICE_URLS, graph, perSecond: env.TEAMS_MESSAGES_PER_SECOND };
  if (type === 'MultiTenant') return { registration: { appId, type, secret: secretOf(env) }, ...rest };
  if (tenantId === undefined) throw new Error('a setting of Teams was not checked');
  if (type === 'UserAssignedMSI') return { registration: { appId, type, tenantId }, ...rest };
  return { registration: { appId, type, tenantId, secret: secretOf(env) }, ...rest };
}

function allowedTenants(listed: readonly string[] | undefined, own: string | undefined): readonly string[] {
  return listed ?? (own === undefined ? [] : [own]);
}

function catalogProblemsOf({ TEAMS_CATALOG_APP_ID: catalog, ...given }: Given): string[] {
  const listed = given.TEAMS_ALLOWED_TENANTS === undefined ? undefined : parts(given.TEAMS_ALLOWED_TENANTS);
  return catalog === undefined ? [] : catalogProblems(catalog, allowedTenants(listed, given.TEAMS_APP_TENANT_ID));
}

function graphOf(env: TeamsVariables, appId: string, tenants: readonly string[]): GraphAccess | null {
  if (env.TEAMS_CATALOG_APP_ID === undefined) return null;
  const catalogAppIds = catalogAppIdsOf(env.TEAMS_CATALOG_APP_ID, tenants);
  return { ...microsoftGraph, appId, secret: secretOf(env), catalogAppIds };
}

function secretOf({ TEAMS_APP_PASSWORD: password, ...env }: TeamsVariables): AppSecret {
  if (password !== undefined) return { password };
  const certificate = readCertificate(filesOf(env));
  if ('problem' in certificate) throw new Error('the certificate of Teams was not checked');
  return certificate;
}

/** The variables that one type of app registration needs, and those that it has no use for. */
function problems(given: Given): string[] {
  const names = Object.keys(variables);
  if (!names.some((name) => given[name] !== undefined)) return [];
  const type = given.TEAMS_APP_TYPE ?? 'SingleTenant';
  const found: string[] = [];
  const needed = type === 'MultiTenant' ? ['TEAMS_APP_ID'] : ['TEAMS_APP_ID', 'TEAMS_APP_TENANT_ID'];
  found.push(...incomplete(given, names, needed));
  if (type === 'MultiTenant') {
    if (given.TEAMS_ALLOWED_TENANTS === undefined)
      found.push('TEAMS_ALLOWED_TENANTS is missing: an app for several tenants lets in those that are listed');
    if (given.TEAMS_APP_TENANT_ID !== undefined)
      found.push('TEAMS_APP_TENANT_ID is not for an app of type MultiTenant: leave it out');
  }
  return [
    ...found,
    ...catalogProblemsOf(given),
    ...(type === 'UserAssignedMSI' ? needless(given) : secretProblems(given)),
  ];
}

function needless(given: Given): string[] {
  const ofSecrets = [
    'TEAMS_APP_PASSWORD',
    'TEAMS_APP_CERTIFICATE_FILE',
    'TEAMS_APP_CERTIFICATE_KEY_FILE',
    'TEAMS_CATALOG_APP_ID',
  ];
  return ofSecrets
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name} is not for an app of type UserAssignedMSI, which has no secret: leave it out`);
}

function secretProblems(given: Given): string[] {
  const { TEAMS_APP_PASSWORD: password, TEAMS_APP_CERTIFICATE_FILE: certificate } = given;
  if (password !== undefined && certificate !== undefined)
    return ['TEAMS_APP_PASSWORD and TEAMS_APP_CERTIFICATE_FILE are both set: use one of them'];
  if (certificate === undefined) {
    const pair = ['TEAMS_APP_CERTIFICATE_FILE', 'TEAMS_APP_CERTIFICATE_KEY_FILE'];
    const lone = incomplete(given, ['TEAMS_APP_CERTIFICATE_KEY_FILE'], pair);
    if (password !== undefined || lone.length > 0) return lone;
    return ['TEAMS_APP_PASSWORD is missing: the app needs it, or TEAMS_APP_CERTIFICATE_FILE'];
  }
  const read = readCertificate(filesOf(given));
  if (!('problem' in read)) return [];
  const name = read.file === 'key' && given.TEAMS_APP_CERTIFICATE_KEY_FILE !== undefined ? '_KEY' : '';
  return [`TEAMS_APP_CERTIFICATE${name}_FILE ${read.problem}`];
}

function filesOf(env: {
  TEAMS_APP_CERTIFICATE_FILE?: string | undefined;
  TEAMS_APP_CERTIFICATE_KEY_FILE?: string | undefined;
}) {
  const { TEAMS_APP_CERTIFICATE_FILE: certificate = '', TEAMS_APP_CERTIFICATE_KEY_FILE: key = certificate } = env;
  return { certificate, key };
}

/** Real credentials go over TLS to another machine; a server on this machine is an emulator. */
function isMicrosofts(address: string): boolean {
  const plain = plainAddress(address);
  if (!plain || !address.startsWith('https://') || !address.endsWith('/')) return false;
  // Microsoft has no name below localhost and no IPv6 address either.
  return !isLoopback(plain.hostname) && !/(\.localhost|\])$/.test(plain.hostname);
}

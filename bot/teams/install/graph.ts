import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Person } from '../../../domain/people/person.ts';
import type { AppSecret } from '../../auth/credentials.ts';
import { readAtMost } from '../../web/read-at-most.ts';

/** The bot's access to Microsoft Graph, and its id in each tenant's catalogue. */
export interface GraphAccess {
  loginUrl: string;
  graphUrl: string;
  appId: string;
  secret: AppSecret;
  /**
   * By tenant, in lower case: the id that its catalogue gave the app when it was uploaded there. It is not the application
   * id, and each tenant gives its own: https://learn.microsoft.com/graph/api/resources/teamsapp#properties
   */
  catalogAppIds: Readonly<Record<string, string>>;
}

/** Microsoft's own addresses: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export const microsoftGraph = {
  loginUrl: 'https://login.microsoftonline.com',
  graphUrl: 'https://graph.microsoft.com/v1.0',
} as const;

/**
 * Why the app could not be brought to somebody. `later`: the same may succeed after some time. `credentials`: the bot
 * itself could not prove who it is.
 */
export class InstallProblem extends Error {
  override name = 'InstallProblem';
  readonly kind: 'credentials' | 'not-permitted' | 'not-found' | 'later' | 'refused';
  readonly retryAfterSeconds: number | null;
  /** Graph's own code for it, for the operator. */
  readonly reason: string;
  constructor(kind: InstallProblem['kind'], reason: string, retryAfterSeconds: number | null = null) {
    super(`${kind}: ${reason}`);
    this.kind = kind;
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Brings the app to people who have not met it. */
export interface Installer {
  /** Installs the app for a person; false when it was there. Throws `InstallProblem`. */
  install(tenant: string, user: string): Promise<boolean>;
  /** The chat between the person and the bot. Throws `InstallProblem`. */
  chatOf(tenant: string, user: string): Promise<string>;
}

/**
 * The key by which Graph finds a person: the object id, or else the user principal name, which the address is where the list has none.
 * https://learn.microsoft.com/graph/api/userteamwork-post-installedapps#http-request
 */
export function graphUserOf({ email, entraObjectId, upn }: Pick<Person, 'email' | 'entraObjectId' | 'upn'>): string {
  return entraObjectId ?? upn ?? email;
}

/** Graph takes 30 calls about installed apps a second: https://learn.microsoft.com/graph/throttling-limits#microsoft-teams-service-limits */
const gapMs = 40;

const timeoutMs = 10_000;

/** A token, an error or one installation: nothing that is asked for here is near this size. */
const largest = 512 * 1024;

/** A token is renewed so long before it ends. */
const marginMs = 5 * 60_000;

const token = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const installed = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
const chat = z.object({ id: z.string().min(1) });
const failure = z.object({
  error: z.union([z.string(), z.object({ code: z.string() }).transform(({ code }) => code)]),
});

export function graphInstaller(access: GraphAccess): Installer {
  const tokens = new Map<string, { value: string; until: number }>();
  let nextAt = 0;

  async function tokenOf(tenant: string): Promise<string> {
    const known = tokens.get(tenant);
    if (known && known.until > Date.now()) return known.value;
    const url = `${access.loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: access.appId,
      scope: 'https://graph.microsoft.com/.default',
      ...proofOf(access, url),
    });
    const { status, json, after } = await call(url, { method: 'POST', body });
    if (status !== 200) throw tokenProblemOf(status, json, after);
    const { access_token: value, expires_in: seconds } = token.parse(json);
    tokens.set(tenant, { value, until: Date.now() + seconds * 1000 - marginMs });
    return value;
  }

  async function ask(tenant: string, path: string, body?: object) {
    const authorization = `Bearer ${await tokenOf(tenant)}`;
    const at = Math.max(nextAt, Date.now());
    nextAt = at + gapMs;
    if (at > Date.now()) await wait(at - Date.now());
    return call(`${access.graphUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  const appsOf = (user: string) => `/users/${encodeURIComponent(user)}/teamwork/installedApps`;
  const catalogAppIdOf = (tenant: string) => {
    const id = access.catalogAppIds[tenant.toLowerCase()];
    if (id === undefined) throw new InstallProblem('not-found', 'TEAMS_CATALOG_APP_ID has none for this tenant');
    return id;
  };

  return {
    async install(tenant, user) {
      const app = `${microsoftGraph.graphUrl}/appCatalogs/teamsApps/${catalogAppIdOf(tenant)}`;
      const { status, json, after } = await ask(tenant, appsOf(user), { 'teamsApp@odata.bind': app });
      if (status === 409) return false;
      if (status !== 201) throw installProblemOf(status, json, after);
      return true;
    },
    async chatOf(tenant, user) {
      const filter = encodeURIComponent(`teamsApp/id eq '${catalogAppIdOf(tenant)}'`);
      const listed = await ask(tenant, `${appsOf(user)}?$expand=teamsApp&$filter=${filter}`);
      if (listed.status !== 200) throw installProblemOf(listed.status, listed.json, listed.after);
      const [installation] = installed.parse(listed.json).value;
      if (!installation) throw new InstallProblem('not-found', 'the app is not installed');
      const { status, json, after } = await ask(tenant, `${appsOf(user)}/${encodeURIComponent(installation.id)}/chat`);
      if (status !== 200) throw installProblemOf(status, json, after);
      return chat.parse(json).id;
    },
  };
}

async function call(url: string, request: RequestInit) {
  try {
    const response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const bytes = response.body ? await readAtMost(response.body as AsyncIterable<Uint8Array>, largest) : Buffer.of();
    if (bytes === null) throw new Error(`more than ${largest} bytes`);
    const after = Number(response.headers.get('retry-after'));
    return { status: response.status, json: asJson(bytes.toString('utf8')), after: after > 0 ? after : null };
  } catch (error) {
    const problem = new InstallProblem('later', 'no answer');
    problem.cause = error;
    throw problem;
  }
}

/** Null when it is none: an error page of something in between. */
function asJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/**
 * The place that gives tokens names what is wrong by codes of its own; an app that a tenant has not consented to is
 * `unauthorized_client` there: https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application
 */
function tokenProblemOf(status: number, json: unknown, after: number | null): InstallProblem {
  const problem = installProblemOf(status, json, after);
  if (problem.reason === 'invalid_client') return new InstallProblem('credentials', problem.reason);
  if (problem.reason === 'unauthorized_client') return new InstallProblem('not-permitted', problem.reason);
  return problem;
}

function installProblemOf(status: number, json: unknown, after: number | null): InstallProblem {
  const { data } = failure.safeParse(json);
  const reason = data?.error.slice(0, 100) ?? String(status);
  if (status === 401 || status === 403) return new InstallProblem('not-permitted', reason);
  if (status === 404) return new InstallProblem('not-found', reason);
  if (status === 429 || status >= 500) return new InstallProblem('later', reason, after);
  return new InstallProblem('refused', reason);
}

/** https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
function proofOf({ appId, secret }: GraphAccess, audience: string): Record<string, string> {
  if ('password' in secret) return { client_secret: secret.password };
  const { thumbprint, privateKey } = secret;
  const x5t = Buffer.from(thumbprint, 'hex').toString('base64url');
  const claims = { aud: audience, iss: appId, sub: appId, jti: randomUUID() };
  const assertion = jwt.sign(claims, privateKey, {
    algorithm: 'RS256',
    header: { alg: 'RS256', x5t },
    expiresIn: '10m',
    notBefore: 0,
  });
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  };
}

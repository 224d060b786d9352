import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import type { Logger } from '@slack/bolt';
import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';
import { installTexts, type Outcome } from '../../../locales/edges/slack-install.ts';
import type { Installations } from '../../../models/people/installations.ts';
import type { Edge } from '../../conversation/edge.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import { languageOf } from '../../conversation/language.ts';
import { htmlPage } from '../../web/html-page.ts';
import type { Page, PageAnswer } from '../../web/server.ts';
import { senderOf } from '../receive/sender.ts';
import { errorOf, type SlackAccess, type SlackOAuth, slackClient } from '../send/client.ts';
import { workspaceOfTenant } from '../send/clients.ts';
import { openChat } from '../send/deliver.ts';
import { say } from '../send/show.ts';
import { installPath, type LinkClaims, makeState, readLink, readState, redirectPath, stateMs } from './install-link.ts';
import { type InstalledClients, tokenPurpose } from './installed-clients.ts';

interface Installing {
  oauth: SlackOAuth;
  access: SlackAccess;
  installations: Installations;
  clients: InstalledClients;
  edge: Edge;
  now: () => Date;
  logger: Logger;
}

/** A browser sends it only over https, only here, and never to a page of another site's making. */
const cookieName = '__Host-slack-install';
const cookieRules = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** The permissions that the app asks for stand in its manifest, and there alone. */
const manifestSchema = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });
const manifestFile = join(import.meta.dirname, '../../../manifest/slack/manifest.json');

/** The part that is used of https://docs.slack.dev/reference/methods/oauth.v2.access. */
const granted = z.object({
  access_token: z.string().startsWith('xoxb-'),
  token_type: z.literal('bot'),
  is_enterprise_install: z.boolean(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  authed_user: z.object({ id: z.string() }).nullish(),
  // With token rotation on in the app's settings the token would be dead after twelve hours.
  refresh_token: z.undefined().optional(),
});

/** The two pages of an installation by OAuth: it begins at ours, Slack asks the person, and it ends at ours. */
export function installPages(installing: Installing): Record<string, Page> {
  const { oauth, access, installations, now } = installing;
  const { scopes } = manifestSchema.parse(JSON.parse(readFileSync(manifestFile, 'utf8'))).oauth_config;
  const authorize = new URL('../oauth/v2/authorize', access.apiUrl ?? 'https://slack.com/api/');
  const redirectUri = new URL(redirectPath, oauth.publicUrl).href;

  return {
    async [installPath](headers, { searchParams }) {
      const given = searchParams.get('link');
      const link = given === null ? null : readLink(oauth.keys, given, now());
      if (given !== null && (!link || (await installations.wasUsed(link.nonce)))) {
        return outcomePage(headers, { outcome: 'link' });
      }
      const { state, cookie } = makeState(oauth.keys, link, now());
      const to = new URL(authorize);
      to.search = new URLSearchParams({
        client_id: oauth.clientId,
        scope: scopes.bot.join(','),
        redirect_uri: redirectUri,
        state,
      }).toString();
      return redirect(to, `${cookieName}=${cookie}; ${cookieRules}; Max-Age=${stateMs / 1000}`);
    },

    async [redirectPath](headers, { searchParams }) {
      const outcome = await finish(installing, redirectUri, searchParams, cookieOf(headers.cookie));
      const page = outcomePage(headers, outcome);
      return { ...page, headers: { ...page.headers, 'set-cookie': `${cookieName}=; ${cookieRules}; Max-Age=0` } };
    },
  };
}

async function finish(
  installing: Installing,
  redirectUri: string,
  query: URLSearchParams,
  cookie: string | null,
): Promise<Outcome> {
  const { oauth, installations, now, edge } = installing;
  const refuse = (outcome: 'stale' | 'denied' | 'refused' | 'unavailable', reason: string): Outcome => {
    edge.log.warn({ platform: 'slack', outcome, reason }, 'not installed');
    return { outcome };
  };
  const state = readState(oauth.keys, query.get('state') ?? '', cookie, now());
  if (typeof state === 'string') return refuse('stale', state);
  if (!(await installations.use(state.nonce, new Date(state.until)))) return refuse('stale', 'used');
  if (query.has('error')) return refuse('denied', query.get('error') === 'access_denied' ? 'access_denied' : 'error');
  const code = query.get('code');
  if (!code) return refuse('refused', 'no code');
  const answer = await exchange(installing, code, redirectUri);
  if (typeof answer === 'string') return refuse(answer === 'unavailable' ? 'unavailable' : 'refused', answer);
  const { data } = granted.safeParse(answer);
  const tenant = data?.is_enterprise_install ? data.enterprise?.id : data?.team?.id;
  if (!data || !tenant) return refuse('refused', 'unusable grant');
  const outcome = await store(installing, tenant, data.access_token, state.link);
  if (outcome.outcome === 'connected' && data.authed_user)
    await greetInstaller(installing, tenant, data.authed_user.id);
  return outcome;
}

/** Slack's grant for the code, Slack's word for why there is none, or `unavailable`. */
async function exchange({ oauth, access, logger }: Installing, code: string, redirectUri: string): Promise<unknown> {
  try {
    return await slackClient(undefined, access, logger).oauth.v2.access({
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      code,
      redirect_uri: redirectUri,
    });
  } catch (error) {
    const { code: kind } = error as { code?: string };
    if (kind === ErrorCode.PlatformError) return errorOf(error);
    if (kind !== undefined && Object.values<string>(ErrorCode).includes(kind)) return 'unavailable';
    throw error;
  }
}

/** Keeps the token, and connects the workspace if a link of the administrator's says whose it is. */
async function store(
  { oauth, installations, clients, edge, now }: Installing,
  tenant: string,
  token: string,
  link: LinkClaims | null,
): Promise<Outcome> {
  const { directory, log, changed } = edge;
  await installations.put(tenant, oauth.keys.seal(token, tokenPurpose(tenant)), now());
  clients.forget(tenant);
  const invited = link && (await installations.use(link.nonce, new Date(link.until))) ? link.organisation : null;
  const owner = await directory.organisationAt('slack', tenant);
  if (!owner && invited) await directory.connect('slack', tenant, invited);
  const organisation = owner ?? (invited ? await directory.organisation(invited) : null);
  log.info({ platform: 'slack', tenant, organisation: organisation?.id ?? null }, 'installed');
  if (!organisation) return { outcome: 'installed', tenant };
  // Version 0.1 has parked what this one lets wait.
  await directory.sendAgain(organisation.id, ['uninstalled']);
  changed();
  if (invited && invited !== organisation.id) return { outcome: 'elsewhere', tenant };
  return { outcome: 'connected', organisation: organisation.name, enterprise: tenant.startsWith('E') };
}

/** Greets the person who installed the app in their private chat, if they are on the list and were not greeted before. */
async function greetInstaller({ clients, edge }: Installing, tenant: string, user: string): Promise<void> {
  const workspace = workspaceOfTenant(tenant);
  try {
    const client = await clients.of(workspace);
    const channel = await openChat(client, user);
    const sender = senderOf(client, tenant, workspace, user, channel);
    const outgoing = await handleArrival(edge, sender, { arrives: 'opening', idempotencyKey: randomUUID() });
    if (outgoing) await say(client, outgoing, channel, null);
  } catch (error) {
    // The app is installed all the same, and its page must say so.
    edge.log.warn({ err: error, platform: 'slack', tenant }, 'installer not greeted');
  }
}

function redirect(to: URL, cookie: string): PageAnswer {
  return { status: 302, headers: { location: to.href, 'set-cookie': cookie }, html: '' };
}

function cookieOf(header: string | undefined): string | null {
  const found = header
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1) ?? null;
}

const statuses: Record<Outcome['outcome'], number> = {
  connected: 200,
  installed: 200,
  elsewhere: 409,
  denied: 200,
  stale: 403,
  link: 403,
  refused: 400,
  unavailable: 502,
};

/** Says in the browser's language what happened and what comes next. */
function outcomePage(headers: IncomingHttpHeaders, outcome: Outcome): PageAnswer {
  const language = languageOf(headers['accept-language']);
  return { status: statuses[outcome.outcome], ...htmlPage(language, installTexts[language](outcome)) };
}

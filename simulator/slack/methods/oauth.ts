import { randomBytes } from 'node:crypto';
import type { Server } from 'restify';
import type { Json } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import type { Faults } from '../../faults.ts';
import { HttpProblem, readText, route } from '../../http.ts';
import type { People } from '../../people.ts';
import { botUser } from '../bot-user.ts';
import type { BotTokens } from './bot-tokens.ts';
import { refuse } from './method.ts';

interface Grant {
  tenant: string;
  redirectUri: string;
  scope: string;
  /** The Slack user who allowed it. */
  installer: string;
}

/**
 * The page on which a person allows the app into a workspace, and the method that gives the token for it:
 * https://docs.slack.dev/authentication/installing-with-oauth. It asks nobody: `team` chooses the workspace or the
 * Enterprise organisation, `installer` names the person by an e-mail address, and `consent=no` declines.
 */
export function oauthRoutes(
  server: Server,
  faults: Faults,
  tokens: BotTokens,
  credentials: Credentials,
  people: People,
): void {
  const grants = new Map<string, Grant>();

  route(server, 'get', '/slack/oauth/v2/authorize', async (request, response) => {
    const { searchParams: query } = new URL(request.url ?? '', 'http://localhost');
    const redirectUri = query.get('redirect_uri');
    const scope = query.get('scope');
    if (query.get('client_id') !== credentials.slackClient?.id || !redirectUri || !scope) {
      throw new HttpProblem(400, 'bad_client_id');
    }
    const back = new URL(redirectUri);
    if (query.get('consent') === 'no') {
      back.searchParams.set('error', 'access_denied');
    } else {
      const code = `1.${randomBytes(8).toString('hex')}`;
      const email = query.get('installer');
      const installer = email === null ? 'U0INSTALLER' : people.byEmail(email).slackUser;
      grants.set(code, { tenant: query.get('team') ?? credentials.slackTeamId, redirectUri, scope, installer });
      back.searchParams.set('code', code);
    }
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { location: back.href });
    response.end();
  });

  const exchange = (args: URLSearchParams): Json => {
    if (args.get('client_id') !== credentials.slackClient?.id) return refuse('invalid_client_id');
    if (args.get('client_secret') !== credentials.slackClient?.secret) return refuse('bad_client_secret');
    const code = args.get('code') ?? '';
    const grant = grants.get(code);
    if (!grant) return refuse('invalid_code');
    if (grant.redirectUri !== args.get('redirect_uri')) return refuse('bad_redirect_uri');
    grants.delete(code);
    const wide = tokens.teamsOf(grant.tenant) !== null;
    const granted = { id: grant.tenant, name: grant.tenant.toLowerCase() };
    return {
      ok: true,
      access_token: tokens.install(grant.tenant),
      token_type: 'bot',
      scope: grant.scope,
      bot_user_id: botUser.userId,
      app_id: credentials.slackAppId,
      team: wide ? null : granted,
      enterprise: wide ? granted : (tokens.credentialsIn(grant.tenant).slackEnterprise ?? null),
      is_enterprise_install: wide,
      authed_user: { id: grant.installer },
    };
  };

  route(server, 'post', '/slack/api/oauth.v2.access', (request, response) =>
    faults.answer(
      {
        platform: 'slack',
        call: 'oauth.v2.access',
        conversation: null,
        run: async () => ({ status: 200, body: exchange(new URLSearchParams(await readText(request))) }),
        refuse: (status, error) => ({ status, body: refuse(error) }),
      },
      response,
    ),
  );
}

import type { Server } from 'restify';
import type { Credentials } from '../credentials.ts';
import { HttpProblem, route } from '../http.ts';
import type { Identity } from '../people.ts';
import { type SigningKey, Tokens } from './tokens.ts';

/** Teams on desktop and phone, which requests the tokens for its tabs. */
const teamsClient = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';

/** Takes the place of Entra ID: signs people in to the tab, with keys of its own. */
export class Entra {
  readonly tokens: Tokens;
  private readonly credentials: Credentials;
  private readonly base: () => string;

  constructor(credentials: Credentials, base: () => string, key?: () => SigningKey) {
    this.tokens = new Tokens(key);
    this.credentials = credentials;
    this.base = base;
  }

  issuer(tenant: string): string {
    return `${this.base()}/entra/${tenant}/v2.0`;
  }

  /** A token as Teams' `getAuthToken` gives it; `claims` and `header` replace the usual ones, for tests of the webhook. */
  token(person: Identity, claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
    const { teamsAppId } = this.credentials;
    const { teamsTenant = this.credentials.teamsTenantId } = person;
    const usual = {
      ver: '2.0',
      iss: this.issuer(teamsTenant),
      tid: teamsTenant,
      oid: person.aadObjectId,
      azp: teamsClient,
      scp: 'access_as_user',
      name: person.name,
      preferred_username: person.email,
      ...(person.outsider ? { idp: 'https://sts.windows.net/00000000-0000-4000-8000-0000000e15e0/' } : {}),
      serviceurl: undefined,
    };
    return this.tokens.sign(teamsAppId, '', { ...usual, ...claims }, header);
  }
}

/** The metadata that Entra ID publishes about a tenant, without authentication. */
export function entraRoutes(server: Server, entra: Entra): void {
  const published = () => {
    if (entra.tokens.down) throw new HttpProblem(503, 'down');
  };
  route(server, 'get', '/entra/:tenant/v2.0/.well-known/openid-configuration', async (request, response) => {
    published();
    const issuer = entra.issuer(String(request.params.tenant));
    response.send(200, { issuer, jwks_uri: issuer.replace(/\/v2\.0$/, '/discovery/v2.0/keys') });
  });
  route(server, 'get', '/entra/:tenant/discovery/v2.0/keys', async (_request, response) => {
    published();
    response.send(200, entra.tokens.jwks());
  });
}

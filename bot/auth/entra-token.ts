import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { SigningKeys } from './signing-keys.ts';
import { bearerToken, TokenRefused, verifyToken } from './verify-token.ts';

/** The person who is signed in to Teams, as proved by Entra ID. */
export interface SignedIn {
  tenant: string;
  /** The Entra object id, which is the person's id in Teams' chat, too. */
  user: string;
  name: string;
  email: string | null;
  guest: boolean;
}

export interface EntraOptions {
  authority: string;
  appId: string;
  tenants: readonly string[];
  now(): Date;
  /** Called when keys could not be fetched. */
  failed(error: unknown): void;
}

/** Proves which person is signed in; rejects with `TokenRefused` or `NoSigningKeys`. */
export type ProveSignIn = (authorization: string) => Promise<SignedIn>;

/**
 * Teams' own programs on desktop, phone and in the browser. Any other app of the tenant to which a person has consented
 * could otherwise act in their name here.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad
 */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'] as const;

const scope = 'access_as_user';

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const claimsSchema = z.object({
  ver: z.literal('2.0'),
  tid: z.string().max(100),
  oid: z.string().min(1).max(100),
  azp: z.enum(teamsClients),
  scp: z.string().refine((scopes) => scopes.split(' ').includes(scope)),
  name: z.string().max(500).default(''),
  preferred_username: z.string().max(320).optional(),
  /** 1 for a guest; present only when the app registration asks for it. */
  acct: z.coerce.number().optional(),
  /** Present only when the account belongs to another tenant than the token. */
  idp: z.string().max(500).optional(),
});

/**
 * Accepts version 2 tokens for our app that Teams got for a person of a listed tenant. Only the keys of a tenant's own
 * issuer prove its tokens.
 */
export function entraTokens({ authority, appId, tenants, now, failed }: EntraOptions): ProveSignIn {
  const issuers = new Map(
    tenants.map((one) => {
      const tenant = one.toLowerCase();
      const issuer = `${authority}/${tenant}/v2.0`;
      return [issuer, { tenant, keys: keysOf(issuer) }];
    }),
  );
  function keysOf(issuer: string): SigningKeys {
    return new SigningKeys({ metadataUrl: `${issuer}/.well-known/openid-configuration`, now, failed });
  }

  return async (authorization) => {
    const token = bearerToken(authorization);
    // It only selects the keys for the proof; nothing else is read before that.
    const issuer = claimedIssuer(token);
    const known = issuers.get(issuer);
    if (!known) throw new TokenRefused(whyUnknown(issuer));
    const { claims } = await verifyToken(token, { keys: known.keys, issuer, audience: appId, now });
    const read = claimsSchema.safeParse(claims);
    if (!read.success) throw new TokenRefused(`claims: ${read.error.issues.map(({ path }) => path[0]).join(', ')}`);
    const { tid, oid, name, preferred_username: email = null, acct, idp } = read.data;
    if (tid.toLowerCase() !== known.tenant) throw new TokenRefused('the tenant is not the issuer’s');
    const home = [issuer, `https://sts.windows.net/${known.tenant}/`];
    const guest = acct === 1 || (idp !== undefined && !home.includes(idp.toLowerCase()));
    return { tenant: known.tenant, user: oid, name, email, guest };
  };
}

function claimedIssuer(token: string): string {
  const claims = jwt.decode(token);
  const issuer = typeof claims === 'object' && claims !== null ? claims.iss : undefined;
  return typeof issuer === 'string' ? issuer : '';
}

function whyUnknown(issuer: string): string {
  return issuer.startsWith('https://sts.windows.net/')
    ? 'a token of version 1: the app registration’s requestedAccessTokenVersion must be 2'
    : 'not issued for a tenant on the list';
}

import jwt, { type JwtHeader, type JwtPayload, type VerifyErrors } from 'jsonwebtoken';
import type { Log } from '../log.ts';
import { NoSigningKeys, type SigningKey, type SigningKeys } from './signing-keys.ts';

/** The issuer did not make the token for us, or it has expired, or it is not valid yet. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/** Gives the HTTP status for a token that could not be proved; null for any other error. */
export function tokenStatus(error: unknown, log: Log): 401 | 503 | null {
  if (error instanceof TokenRefused) {
    log.info({ platform: 'teams', reason: error.message }, 'token refused');
    return 401;
  }
  // The sender is not at fault, and the fetch of the keys logs it.
  return error instanceof NoSigningKeys ? 503 : null;
}

export interface TokenRules {
  keys: SigningKeys;
  issuer: string;
  audience: string;
  now: () => Date;
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Gives the token in an `authorization` header; throws `TokenRefused` when there is none. */
export function bearerToken(authorization: string): string {
  const [, token] = bearer.exec(authorization) ?? [];
  if (!token) throw new TokenRefused('no bearer token');
  return token;
}

/** The claims of a token, and the key that signed it. */
export interface VerifiedToken {
  claims: Readonly<JwtPayload>;
  signedBy: SigningKey;
}

/**
 * Clocks may differ by this much: the industry's standard, according to Microsoft's documentation.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
const skewSeconds = 5 * 60;

/**
 * Proves a token in compact form: RS256 with a published key of the issuer, made for us, within its time. Rejects with
 * `TokenRefused`, or with `NoSigningKeys` when there are no keys to prove it by.
 */
export function verifyToken(token: string, { keys, issuer, audience, now }: TokenRules): Promise<VerifiedToken> {
  return new Promise((resolve, reject) => {
    let signedBy: SigningKey | null = null;
    const rules = {
      algorithms: ['RS256' as const],
      issuer,
      audience,
      clockTolerance: skewSeconds,
      clockTimestamp: Math.floor(now().getTime() / 1000),
    };
    const findKey = async ({ alg, kid, crit }: JwtHeader) => {
      // Fetching keys costs work, so we refuse a hopeless token first; `crit` names extensions that we would have to
      // understand.
      if (alg !== 'RS256' || typeof kid !== 'string' || crit !== undefined) throw new TokenRefused('another header');
      signedBy = await keys.find(kid);
      if (!signedBy) throw new TokenRefused('no such key');
      return signedBy.key;
    };
    jwt.verify(
      token,
      (header, done) => {
        findKey(header).then(
          (key) => done(null, key),
          (error: unknown) => reject(error),
        );
      },
      rules,
      (error: VerifyErrors | null, claims) => {
        if (error) return reject(new TokenRefused(reasonOf(error)));
        if (!signedBy || !claims || typeof claims === 'string') return reject(new TokenRefused('no claims'));
        // The library accepts a token without an end, and one that is also for others.
        if (claims.exp === undefined || claims.aud !== audience)
          return reject(new TokenRefused('no end, or for others'));
        resolve({ claims, signedBy });
      },
    );
  });
}

/**
 * The reason for the log: an error about JSON quotes the text that it met, and one about a claim the expected value.
 */
function reasonOf({ name, message }: VerifyErrors): string {
  return name === 'SyntaxError' ? 'not JSON' : message.replace(/\. expected: .*/s, '');
}

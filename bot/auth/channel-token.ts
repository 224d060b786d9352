import { SigningKeys } from './signing-keys.ts';
import { bearerToken, TokenRefused, type TokenRules, verifyToken } from './verify-token.ts';

/**
 * The issuer of tokens for the Bot Framework's channels, and the address of its keys:
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
const issuer = 'https://api.botframework.com';
const microsoftMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** We serve this channel only. */
export const channel = 'msteams';

export interface ChannelTokenOptions {
  appId: string;
  metadataUrl?: string | undefined;
  now: () => Date;
  failed(error: unknown): void;
}

/** Proves that Teams sent an activity with this service URL; rejects with `TokenRefused` or `NoSigningKeys`. */
export type ProveChannel = (authorization: string, serviceUrl: string) => Promise<void>;

export function channelTokens({
  appId,
  metadataUrl = microsoftMetadata,
  now,
  failed,
}: ChannelTokenOptions): ProveChannel {
  const keys = new SigningKeys({ metadataUrl, now, failed });
  const rules: TokenRules = { keys, issuer, audience: appId, now };
  return async (authorization, serviceUrl) => {
    const { claims, signedBy } = await verifyToken(bearerToken(authorization), rules);
    if (!signedBy.endorsements.includes(channel)) throw new TokenRefused('the key does not speak for Teams');
    // Without the claim, a token for one address could be used with any other.
    if (claims.serviceurl !== serviceUrl) throw new TokenRefused('the token is for another service URL');
  };
}

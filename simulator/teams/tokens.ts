import { createSign, generateKeyPairSync } from 'node:crypto';

/** Who signs the Bot Framework channel's tokens (Microsoft's documented issuer). */
const issuer = 'https://api.botframework.com';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs tokens as the Bot Framework does, with a key of its own, and publishes that key. */
export class Tokens {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly kid = 'simulator-1';

  /** A token for the bot; `claims` replace the usual ones, for tests of the door. */
  sign(appId: string, serviceUrl: string, claims: Record<string, unknown> = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const header = encode({ alg: 'RS256', typ: 'JWT', kid: this.kid });
    const body = encode({
      iss: issuer,
      aud: appId,
      serviceurl: serviceUrl,
      nbf: now - 300,
      exp: now + 3600,
      ...claims,
    });
    const signature = createSign('RSA-SHA256')
      .update(`${header}.${body}`)
      .sign(this.keys.privateKey)
      .toString('base64url');
    return `${header}.${body}.${signature}`;
  }

  metadata(base: string) {
    return { issuer, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
  }

  jwks() {
    const { n, e } = this.keys.publicKey.export({ format: 'jwk' });
    return { keys: [{ kty: 'RSA', use: 'sig', kid: this.kid, x5t: this.kid, n, e, endorsements: ['msteams'] }] };
  }
}

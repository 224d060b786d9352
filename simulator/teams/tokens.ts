import { createSign, generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';

/** The issuer of the Bot Framework channel's tokens, as Microsoft documents it. */
const issuer = 'https://api.botframework.com';

export type SigningKey = KeyPairKeyObjectResult;

interface PublishedKey extends KeyPairKeyObjectResult {
  kid: string;
  endorsements: readonly string[];
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs tokens as the Bot Framework does, with keys of its own, and publishes the keys. */
export class Tokens {
  /** The number of times that each document was asked for. */
  readonly fetches = { metadata: 0, keys: 0 };
  /** While true, the server answers neither document. */
  down = false;
  private readonly first: () => SigningKey;
  private made: [PublishedKey, ...PublishedKey[]] | undefined;

  /** `first` gives the first key when it is needed, since making one takes a tenth of a second. */
  constructor(first: () => SigningKey = makeSigningKey) {
    this.first = first;
  }

  private get keys(): [PublishedKey, ...PublishedKey[]] {
    this.made ??= [published(this.first(), 1, ['msteams'])];
    return this.made;
  }

  /** Publishes one more key. @returns its id, for `sign` */
  addKey(endorsements: readonly string[] = ['msteams']): string {
    const key = published(makeSigningKey(), this.keys.length + 1, endorsements);
    this.keys.push(key);
    return key.kid;
  }

  /** Signs with a new key from now on, and publishes no other. */
  rotate(): void {
    this.made = [published(makeSigningKey(), this.keys.length + 1, ['msteams'])];
  }

  /** A token for the bot; `claims` and `header` replace the usual ones, for tests of the webhook. */
  sign(
    appId: string,
    serviceUrl: string,
    claims: Record<string, unknown> = {},
    header: Record<string, unknown> = {},
  ): string {
    const signer = this.keys.find(({ kid }) => kid === header.kid) ?? this.keys[0];
    const now = Math.floor(Date.now() / 1000);
    const signed = [
      encode({ alg: 'RS256', typ: 'JWT', kid: signer.kid, ...header }),
      encode({ iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now - 300, exp: now + 3600, ...claims }),
    ].join('.');
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(signer.privateKey).toString('base64url')}`;
  }

  metadata(base: string) {
    this.fetches.metadata += 1;
    return { issuer, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
  }

  jwks() {
    this.fetches.keys += 1;
    return {
      keys: this.keys.map(({ kid, publicKey, endorsements }) => {
        const { n, e } = publicKey.export({ format: 'jwk' });
        return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, endorsements };
      }),
    };
  }
}

export function makeSigningKey(): SigningKey {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function published(key: SigningKey, number: number, endorsements: readonly string[]): PublishedKey {
  return { ...key, kid: `simulator-${number}`, endorsements };
}

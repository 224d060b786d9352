import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
export const keyBytes = 32;
/** Bytes of a GCM nonce and tag: NIST SP 800-38D, 5.2.1.1 and 5.2.1.2. */
const nonceBytes = 12;
const tagBytes = 16;

export interface Key {
  /** The name of the key, in front of a sealed text, so that the key is found again. */
  id: string;
  bytes: Buffer;
}

/**
 * Seals (encrypts and authenticates) texts for the database and for the way through a browser. The first key seals and
 * all keys open, so that a key can be replaced while the bot runs. A text that was sealed for one purpose opens for no
 * other.
 */
export class KeyRing {
  private readonly first: Key;
  private readonly keys: readonly Key[];

  constructor(first: Key, ...older: readonly Key[]) {
    this.first = first;
    this.keys = [first, ...older];
  }

  /** @param purpose the kind of text and its owner, for instance `slack-token:T1` */
  seal(text: string, purpose: string): string {
    const { id, bytes } = this.first;
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, bytes, nonce).setAAD(contextOf(id, purpose));
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
    return `${id}.${Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')}`;
  }

  /** Null for a text that none of the keys has sealed for this purpose, and for one that was changed since. */
  open(sealed: string, purpose: string): string | null {
    const [id, data = ''] = sealed.split('.');
    const key = this.keys.find((one) => one.id === id);
    const bytes = Buffer.from(data, 'base64url');
    if (!key || bytes.length < nonceBytes + tagBytes) return null;
    const opening = createDecipheriv(cipher, key.bytes, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(contextOf(key.id, purpose))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = opening.update(bytes.subarray(nonceBytes + tagBytes));
    try {
      return Buffer.concat([text, opening.final()]).toString('utf8');
    } catch {
      // `final` fails only when the tag does not fit, because of another key, purpose or text.
      return null;
    }
  }

  /** Tells whether the present sealing key has sealed this. */
  isNewest(sealed: string): boolean {
    return sealed.startsWith(`${this.first.id}.`);
  }
}

function contextOf(keyId: string, purpose: string): Buffer {
  return Buffer.from(`${keyId}\n${purpose}`, 'utf8');
}

import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { readAtMost } from '../web/read-at-most.ts';

/** A published key, and the channels that it may speak for (Bot Framework only; elsewhere none). */
export interface SigningKey {
  key: KeyObject;
  endorsements: readonly string[];
}

/** No key may still be trusted: the metadata address has been down since the start, or for too long. */
export class NoSigningKeys extends Error {
  override name = 'NoSigningKeys';
}

export interface KeySource {
  /** The OpenID metadata document, which names the address of the keys. */
  metadataUrl: string;
  now: () => Date;
  /** Called when a fetch failed, at most once a minute. */
  failed(error: unknown): void;
}

const minute = 60_000;
/** Milliseconds within which at most one fetch starts, however many tokens name unknown keys. */
const pause = minute;
/** After an hour we fetch the keys again, so that a withdrawn one is soon gone (Microsoft asks for a day at least). */
const fresh = 60 * minute;
/**
 * Without an answer we trust the last good keys this long: the SDK's own bound, named in Microsoft's documentation.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
const trusted = 5 * 24 * 60 * minute;
/** Shorter keys are no longer safe: https://www.rfc-editor.org/rfc/rfc7518#section-3.3 */
const shortestModulus = 2048;

const metadataSchema = z.object({ jwks_uri: z.url().max(500) });
const keysSchema = z.object({ keys: z.array(z.unknown()).max(200) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  use: z.literal('sig').optional(),
  kid: z.string().min(1).max(500),
  n: z.string().max(2000),
  e: z.string().max(20),
  endorsements: z.array(z.string().max(100)).max(1000).default([]),
});

/**
 * The signing keys of one issuer, kept in memory. A known key costs no fetch; all callers that have to wait share one
 * fetch.
 */
export class SigningKeys {
  private readonly source: KeySource;
  private keys: ReadonlyMap<string, SigningKey> = new Map();
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private startedAt = Number.NEGATIVE_INFINITY;
  private running: Promise<void> | null = null;

  constructor(source: KeySource) {
    this.source = source;
  }

  /**
   * Gives the key with this id, or null when the issuer has none; rejects with `NoSigningKeys` when that cannot be
   * known.
   */
  async find(id: string): Promise<SigningKey | null> {
    const known = this.age() < trusted ? this.keys.get(id) : undefined;
    if (known) {
      // A token with a known key does not wait for newer keys.
      if (this.age() >= fresh) void this.refresh();
      return known;
    }
    await this.refresh();
    if (this.age() >= trusted) throw new NoSigningKeys('no signing keys could be fetched');
    return this.keys.get(id) ?? null;
  }

  /**
   * The age counts in both directions, so that old keys do not look new for long after a clock was far ahead for a
   * while.
   */
  private age(): number {
    return Math.abs(this.source.now().getTime() - this.fetchedAt);
  }

  private refresh(): Promise<void> {
    if (this.running) return this.running;
    const now = this.source.now().getTime();
    // A clock that was set back must not delay the next fetch.
    if (now >= this.startedAt && now - this.startedAt < pause) return Promise.resolve();
    this.startedAt = now;
    this.running = this.fetch().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async fetch(): Promise<void> {
    try {
      const { metadataUrl } = this.source;
      const { jwks_uri: keysUrl } = metadataSchema.parse(await fetchJson(metadataUrl));
      // A person who can change the document could otherwise name keys of their own elsewhere, or a plain http address.
      if (new URL(keysUrl).origin !== new URL(metadataUrl).origin) throw new Error('the keys are on another host');
      const { keys } = keysSchema.parse(await fetchJson(keysUrl));
      const usable = new Map(keys.flatMap(readKey));
      if (usable.size === 0) throw new Error('no usable key is published');
      this.keys = usable;
      this.fetchedAt = this.source.now().getTime();
    } catch (error) {
      this.source.failed(error);
    }
  }
}

/** Reads one entry; gives none for a key of another kind or strength, because the others stay usable. */
function readKey(published: unknown): Array<[string, SigningKey]> {
  const parsed = keySchema.safeParse(published);
  if (!parsed.success) return [];
  const { kid, kty, n, e, endorsements } = parsed.data;
  // Node reads an invalid number as a key of length 0.
  const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  return modulusLength >= shortestModulus ? [[kid, { key, endorsements }]] : [];
}

const timeoutMs = 5_000;

/** Microsoft's key document is about 50 KB, and no document that we fetch here comes near this size. */
const largest = 512 * 1024;

/** Fetches a JSON document of at most 512 KB within five seconds; follows no redirect. */
export async function fetchJson(url: string, withinMs = timeoutMs): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(withinMs) });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw new Error(`${url} answered ${response.status}`);
  }
  const bytes = await readAtMost(response.body as AsyncIterable<Uint8Array>, largest);
  if (bytes === null) throw new Error(`${url} answered more than ${largest} bytes`);
  return JSON.parse(bytes.toString('utf8'));
}

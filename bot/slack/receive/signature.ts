import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Older is refused as Slack advises: https://docs.slack.dev/authentication/verifying-requests-from-slack. Newer as well. */
export const windowSeconds = 5 * 60;

/** Far above what arrives in ten minutes (30,000 events an hour a workspace); about 20 MB. */
const mostRemembered = 100_000;

/**
 * Proves that Slack sent a request, now and for the first time. Not Bolt's check (5.1.0): that one accepts any time to come,
 * so that a request which was caught once would be good for ever, and knows no replay.
 */
export class Signatures {
  private readonly secret: string;
  private readonly clock: () => number;
  /** Those that were answered or are being answered, oldest first, and when their window ends. */
  private readonly seen = new Map<string, number>();

  constructor(secret: string, clock: () => number) {
    this.secret = secret;
    this.clock = clock;
  }

  /** The signature, when Slack made it over exactly these bytes and it was not here before; null otherwise. */
  take(headers: IncomingHttpHeaders, bytes: Uint8Array): string | null {
    const timestamp = String(headers['x-slack-request-timestamp'] ?? '');
    const given = String(headers['x-slack-signature'] ?? '');
    if (!/^\d{1,12}$/.test(timestamp)) return null;
    const now = Math.floor(this.clock() / 1000);
    if (Math.abs(now - Number(timestamp)) > windowSeconds) return null;
    const hash = createHmac('sha256', this.secret).update(`v0:${timestamp}:`).update(bytes).digest('hex');
    if (!sameText(given, `v0=${hash}`)) return null;
    this.forgetOld(now);
    if (this.seen.has(given)) return null;
    this.seen.set(given, Number(timestamp) + windowSeconds);
    return given;
  }

  /** A request that failed may come again: Slack repeats it at once, perhaps in the same second and so with the same signature. */
  release(signature: string): void {
    this.seen.delete(signature);
  }

  private forgetOld(now: number): void {
    for (const [signature, until] of this.seen) {
      if (until >= now && this.seen.size < mostRemembered) return;
      this.seen.delete(signature);
    }
  }
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { KeyRing } from '../../auth/key-ring.ts';
import { sameText } from '../receive/signature.ts';

export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

/** Long enough to reach whoever may install apps, short enough not to lie about for ever. */
export const linkMs = 3 * 24 * 3600 * 1000;
export const stateMs = 10 * 60 * 1000;

const claims = z.strictObject({ nonce: z.string(), until: z.number() });
const linkClaims = claims.extend({ organisation: z.string() });
const stateClaims = claims.extend({
  /** The digest of the cookie, so that only the browser that began can end it. */
  browser: z.string(),
  link: linkClaims.nullable(),
});

export type LinkClaims = z.infer<typeof linkClaims>;
export type StateClaims = z.infer<typeof stateClaims>;

/** An address by which one workspace is installed and belongs to the organisation at once. */
export function installLink(keys: KeyRing, publicUrl: string, organisation: string, now: Date): string {
  const link: LinkClaims = { nonce: randomUUID(), until: now.getTime() + linkMs, organisation };
  const url = new URL(installPath, publicUrl);
  url.searchParams.set('link', keys.seal(JSON.stringify(link), 'slack-link'));
  return url.href;
}

/** Null for what we did not make, and after its time. */
export function readLink(keys: KeyRing, sealed: string, now: Date): LinkClaims | null {
  return inTime(linkClaims.safeParse(read(keys, sealed, 'slack-link')).data, now);
}

/** The state that goes to Slack and comes back, and the cookie that stays in the browser. */
export function makeState(keys: KeyRing, link: LinkClaims | null, now: Date): { state: string; cookie: string } {
  const cookie = randomBytes(32).toString('base64url');
  const state: StateClaims = { nonce: randomUUID(), until: now.getTime() + stateMs, browser: digest(cookie), link };
  return { state: keys.seal(JSON.stringify(state), 'slack-state'), cookie };
}

/** The content of a state, or the reason why it is not valid. */
export function readState(
  keys: KeyRing,
  sealed: string,
  cookie: string | null,
  now: Date,
): StateClaims | 'foreign' | 'expired' | 'other-browser' {
  const { data } = stateClaims.safeParse(read(keys, sealed, 'slack-state'));
  if (!data) return 'foreign';
  if (!inTime(data, now)) return 'expired';
  return cookie !== null && sameText(digest(cookie), data.browser) ? data : 'other-browser';
}

function read(keys: KeyRing, sealed: string, purpose: string): unknown {
  const text = keys.open(sealed, purpose);
  return text === null ? null : JSON.parse(text);
}

function inTime<Claims extends { until: number }>(found: Claims | undefined, now: Date): Claims | null {
  return found && found.until > now.getTime() ? found : null;
}

function digest(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url');
}

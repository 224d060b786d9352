import { randomBytes } from 'node:crypto';

/** A trigger id lives this long (Slack's documentation). */
const lifetimeMs = 3000;

/** The short-lived tickets by which an app may open a modal in front of a person. */
export class Triggers {
  private readonly open = new Map<string, { email: string; until: number }>();
  private readonly used = new Set<string>();

  issue(email: string): string {
    const id = `${Date.now()}.${randomBytes(8).toString('hex')}`;
    this.open.set(id, { email, until: Date.now() + lifetimeMs });
    return id;
  }

  /** Whose modal it opens, or Slack's error. */
  redeem(
    id: string,
  ): { email: string } | { error: 'expired_trigger_id' | 'exchanged_trigger_id' | 'invalid_trigger_id' } {
    if (this.used.has(id)) return { error: 'exchanged_trigger_id' };
    const found = this.open.get(id);
    if (!found) return { error: 'invalid_trigger_id' };
    this.open.delete(id);
    if (found.until < Date.now()) return { error: 'expired_trigger_id' };
    this.used.add(id);
    return { email: found.email };
  }
}

import { randomBytes } from 'node:crypto';

export type TriggerError = 'expired_trigger_id' | 'exchanged_trigger_id' | 'invalid_trigger_id';

/** The short-lived tickets with which an app may open a modal for a person. They use real time, as the app does. */
export class Triggers {
  private readonly lifetimeMs: number;
  private readonly issued = new Map<string, { email: string; until: number; used: boolean }>();

  constructor(lifetimeMs: number) {
    this.lifetimeMs = lifetimeMs;
  }

  issue(email: string): string {
    const at = Date.now();
    const id = `${at}.${randomBytes(8).toString('hex')}`;
    this.issued.set(id, { email, until: at + this.lifetimeMs, used: false });
    return id;
  }

  /** The person for whom it opens a modal, or Slack's error. */
  redeem(id: string): { email: string } | { error: TriggerError } {
    const trigger = this.issued.get(id);
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.used) return { error: 'exchanged_trigger_id' };
    if (trigger.until < Date.now()) return { error: 'expired_trigger_id' };
    trigger.used = true;
    return { email: trigger.email };
  }
}

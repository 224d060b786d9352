import type { Platform } from '../domain/vocabulary.ts';
import { DeliveryProblem } from '../jobs/job.ts';
import type { Log } from './log.ts';

/** A workspace or tenant that does not take the bot's token. */
interface Pause {
  reason: string;
  /** The instant at which one message tries whether it takes it again, in milliseconds. */
  triedAt: number;
}

/** The seconds until a workspace that does not take the bot's token is tried again. */
const pauseSeconds = 60;
/** The seconds for which a message waits while another one tries. */
const trySeconds = 5;

/** Answers that only a platform gives which has taken the token. */
const known: ReadonlyArray<DeliveryProblem['kind']> = ['lost', 'unreachable', 'refused', 'gone'];

interface PausesTold {
  /** The number of workspaces or tenants of a platform that pause has changed. */
  counted(platform: Platform, paused: number): void;
  /** One more pauses: a Slack workspace by its id, or the tenants of an organisation by that of the organisation. */
  began(platform: Platform, tenant: string): void;
}

/**
 * The workspaces and tenants that pause, because they do not take the bot's token: nothing is sent there, and nothing of
 * what waits for them is parked. Every minute one message tries. Each instance finds out by itself.
 */
export class Pauses {
  private readonly paused = new Map<string, Pause>();
  private readonly now: () => Date;
  private readonly log: Log;
  private readonly told: PausesTold;

  constructor(now: () => Date, log: Log, told: PausesTold) {
    this.now = now;
    this.log = log;
    this.told = told;
  }

  /**
   * Makes a call to a workspace or tenant, unless that pauses. Throws `DeliveryProblem` of the kind `paused` where it does,
   * and whatever the call throws.
   */
  async call<Value>(platform: Platform, tenant: string, make: () => Promise<Value>): Promise<Value> {
    const key = `${platform} ${tenant}`;
    const pause = this.paused.get(key);
    const now = this.now().getTime();
    if (pause) {
      const seconds = (pause.triedAt - now) / 1000;
      if (seconds > 0) throw new DeliveryProblem('paused', pause.reason, Math.max(trySeconds, Math.ceil(seconds)));
      pause.triedAt = now + trySeconds * 1000;
    }
    try {
      const value = await make();
      this.end(platform, tenant, pause);
      return value;
    } catch (error) {
      if (!(error instanceof DeliveryProblem)) throw error;
      if (error.kind === 'paused') {
        this.begin(platform, tenant, error.reason);
        throw new DeliveryProblem('paused', error.reason, pauseSeconds, error.cause);
      }
      if (known.includes(error.kind)) this.end(platform, tenant, pause);
      throw error;
    }
  }

  private begin(platform: Platform, tenant: string, reason: string): void {
    const key = `${platform} ${tenant}`;
    const isNew = !this.paused.has(key);
    this.paused.set(key, { reason, triedAt: this.now().getTime() + pauseSeconds * 1000 });
    if (!isNew) return;
    this.log.error({ platform, tenant, reason }, 'token not accepted');
    this.count(platform);
    this.told.began(platform, tenant);
  }

  /** @param tried the pause during which the call was made; one that began before a pause says nothing about it */
  private end(platform: Platform, tenant: string, tried: Pause | undefined): void {
    const key = `${platform} ${tenant}`;
    if (!tried || this.paused.get(key) !== tried) return;
    this.paused.delete(key);
    this.log.info({ platform, tenant }, 'token accepted again');
    this.count(platform);
  }

  private count(platform: Platform): void {
    this.told.counted(platform, [...this.paused.keys()].filter((key) => key.startsWith(`${platform} `)).length);
  }
}

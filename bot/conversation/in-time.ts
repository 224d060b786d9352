import { performance } from 'node:perf_hooks';
import { Collision } from '../../domain/ports.ts';
import { isUnanswered } from '../../models/stored.ts';

/** The times within which an arrival is answered, in milliseconds. */
export interface Patience {
  /** Slack waits three seconds: https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  slack: number;
  /** A dialog is answered within five seconds and a press within ten (Microsoft's documentation). */
  teamsInvoke: number;
  /** Teams sends a message again after 15 seconds, and then under another id. */
  teamsMessage: number;
}

/** Each leaves the way back its part of what the platform waits. */
export const patience: Patience = { slack: 2500, teamsInvoke: 4000, teamsMessage: 8000 };

/**
 * Nobody knows yet whether an arrival is stored: time is up, or the database does not answer. A person is told to try
 * again, and a platform is asked to send it again; the kept outcome makes that harmless.
 */
export class NotKnownYet extends Error {
  override name = 'NotKnownYet';
}

/** Gives the error that the edges answer: `NotKnownYet` for a database that did not say what became of a change. */
export function asNotKnown(error: unknown): unknown {
  const isOpen = isUnanswered(error) || error instanceof Collision;
  return isOpen ? new NotKnownYet('the database did not answer', { cause: error }) : error;
}

/** The result of work within so many milliseconds; null when it takes longer, and then it goes on by itself. */
export async function withTimeout<Value>(ms: number, work: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, enough]);
  } finally {
    clearTimeout(timer);
  }
}

/** The time by which one arrival is answered. */
export class Deadline {
  private readonly until: number;

  /** @param ms from now on */
  constructor(ms: number) {
    this.until = performance.now() + ms;
  }

  /**
   * Gives the result of the work. Rejects with `NotKnownYet` when the time is up, and the work goes on by itself.
   * @param late called with a result that is known after all
   */
  async known<Value>(work: Promise<Value>, late: (value: Value) => void = () => undefined): Promise<Value> {
    let isUp = false;
    let timer: NodeJS.Timeout | undefined;
    const up = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        isUp = true;
        reject(new NotKnownYet('the time is up'));
      }, this.left());
    });
    const known = work.then(
      (value) => {
        if (isUp) late(value);
        return value;
      },
      (error: unknown) => {
        throw asNotKnown(error);
      },
    );
    try {
      return await Promise.race([known, up]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Waits as long as there is time for work that shows what is known already; afterwards it goes on by itself.
   * @param failed called with the error of work that nobody waits for any more
   */
  async patiently(work: Promise<unknown>, failed: (error: unknown) => void): Promise<void> {
    let isUp = false;
    const ended = work.then(
      () => undefined,
      (error: unknown) => {
        if (!isUp) throw error;
        failed(error);
      },
    );
    await withTimeout(this.left(), ended);
    isUp = true;
  }

  private left(): number {
    return Math.max(0, this.until - performance.now());
  }
}

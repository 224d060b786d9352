import type { Response } from 'restify';
import type { Platform } from './chats.ts';
import { HttpProblem } from './http.ts';

/** A call that the bot made to a platform. */
export interface Call {
  platform: Platform;
  /** Slack's method, or the connector's verb and path. */
  call: string;
  /** Null: the connection was dropped. */
  status: number | null;
  at: Date;
}

/** A fault for the next matching calls. `call` is a part of the call's name. */
export type Fault = { platform: Platform; call: string; times: number } & (
  | {
      status: number;
      /** The platform's own name of the error; Slack sends most errors with status 200. */
      code?: string;
      retryAfterSeconds?: number;
    }
  /** The connection breaks before the call is done (`request`), or after it, so that only the answer is lost. */
  | { drop: 'request' | 'answer' }
);

export interface Answer {
  status: number;
  body?: unknown;
}

/** Failures of the platforms, on order, and a record of every call. */
export class Faults {
  readonly calls: Call[] = [];
  private readonly now: () => Date;
  private readonly waiting: Fault[] = [];

  constructor(now: () => Date) {
    this.now = now;
  }

  next(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  /**
   * Answers a call, unless a fault waits for it.
   * @param refuse answers in the platform's own way that something is wrong
   */
  async answer(
    { platform, call }: { platform: Platform; call: string },
    response: Response,
    run: () => Promise<Answer>,
    refuse: (status: number, code: string) => Answer,
  ): Promise<void> {
    const fault = this.take(platform, call);
    if (fault && 'drop' in fault) {
      if (fault.drop === 'answer') await run();
      this.record(platform, call, null);
      response.socket?.destroy();
      return;
    }
    if (fault?.retryAfterSeconds) response.header('Retry-After', String(fault.retryAfterSeconds));
    const { status, body } = fault
      ? refuse(fault.status, fault.code ?? codes[fault.status] ?? 'internal_error')
      : await run().catch((error: unknown) => {
          if (error instanceof HttpProblem) return refuse(error.status, error.message);
          throw error;
        });
    this.record(platform, call, status);
    if (body === undefined) response.send(status);
    else response.send(status, body);
  }

  private take(platform: Platform, call: string): Fault | null {
    const fault = this.waiting.find((one) => one.times > 0 && one.platform === platform && call.includes(one.call));
    if (!fault) return null;
    fault.times -= 1;
    return fault;
  }

  private record(platform: Platform, call: string, status: number | null): void {
    this.calls.push({ platform, call, status, at: this.now() });
  }
}

/** The platforms' names of the usual faults, for tests that name none. */
const codes: Readonly<Record<number, string>> = {
  401: 'invalid_auth',
  403: 'MessageWritesBlocked',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'ratelimited',
};

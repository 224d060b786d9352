import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'restify';
import type { Platform } from './chats.ts';
import { HttpProblem } from './http.ts';
import type { Ledger } from './ledger.ts';

/** A call that the bot made to a platform. */
export interface Call {
  platform: Platform;
  /** Slack's method, or the connector's verb and path. */
  call: string;
  /** Null: the connection broke, or the bot hung up. */
  status: number | null;
  at: Date;
}

/** Whether a fault comes before the platform has done what was asked, or after it, so that only the answer is lost. */
export type Moment = 'request' | 'answer';

/**
 * A fault for the next matching calls. `call` is a part of the call's name; `conversation`, where it is named, the
 * platform's id of the chat that the call is about.
 */
export type Fault = { platform: Platform; call: string; times: number; conversation?: string } & (
  | {
      status: number;
      /** The platform's own name of the error; Slack sends most errors with status 200. */
      code?: string;
      retryAfterSeconds?: number;
      /** Answers so though the call was done, as a gateway does that lost patience. */
      afterDelivery?: true;
    }
  /** The connection breaks. */
  | { drop: Moment }
  /** The platform takes its time, and then does what was asked. */
  | { delayMs: number }
  /** No answer comes, and the connection stays open until the bot hangs up. */
  | { hang: Moment }
);

export interface Answer {
  status: number;
  body?: unknown;
  /** The id of the message that the call has posted or changed. */
  message?: string;
}

/** One call of the bot. */
interface Asked {
  platform: Platform;
  call: string;
  conversation: string | null;
  /** Gives the seconds to wait when it is one too many for the platform; null when it is not. */
  tooMany?(): number | null;
  run(): Promise<Answer>;
  /** Answers in the platform's own way that something is wrong. */
  refuse(status: number, code: string): Answer;
}

/** Failures of the platforms, on order, and a record of every call. */
export class Faults {
  readonly calls: Call[] = [];
  private readonly now: () => Date;
  private readonly ledger: Ledger;
  private waiting: Fault[] = [];
  private readonly listeners = new Set<(call: Call) => void>();

  constructor(now: () => Date, ledger: Ledger) {
    this.now = now;
    this.ledger = ledger;
  }

  next(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  /** Forgets the faults that have not come yet. */
  end(): void {
    this.waiting = [];
  }

  /** Tells of each call when it is done. @returns a function that ends it */
  onCall(listener: (call: Call) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Answers a call, unless a fault waits for it or it is one too many. */
  async answer(asked: Asked, response: Response): Promise<void> {
    const { platform, call, refuse } = asked;
    const fault = this.take(asked);
    if (fault && ('drop' in fault || 'hang' in fault)) return this.loseAnswer(asked, fault, response);
    if (fault && 'delayMs' in fault) await pause(fault.delayMs);
    const failure = fault && 'status' in fault ? fault : null;
    if (failure?.afterDelivery) this.isUnanswered(platform, await this.run(asked));
    const seconds = failure ? failure.retryAfterSeconds : asked.tooMany?.();
    if (seconds) response.header('Retry-After', String(seconds));
    const [wrong, code] = failure ? [failure.status, failure.code] : seconds ? [429, undefined] : [null, undefined];
    const answer = wrong === null ? await this.run(asked) : refuse(wrong, code ?? codes[wrong] ?? 'internal_error');
    const { status, body } = answer;
    // A bot that was killed meanwhile has not read it.
    response.once('close', () => {
      if (!response.writableFinished) this.isUnanswered(platform, answer);
    });
    this.record(platform, call, status);
    if (body === undefined) response.send(status);
    else response.send(status, body);
  }

  private async loseAnswer(
    asked: Asked,
    fault: Extract<Fault, { drop: Moment } | { hang: Moment }>,
    response: Response,
  ): Promise<void> {
    const moment = 'drop' in fault ? fault.drop : fault.hang;
    if (moment === 'answer') this.isUnanswered(asked.platform, await this.run(asked));
    if ('drop' in fault) response.socket?.resetAndDestroy();
    this.record(asked.platform, asked.call, null);
    // A handler that is done is answered for: with 500.
    if (!response.closed) await once(response, 'close');
  }

  private run({ run, refuse }: Asked): Promise<Answer> {
    return run().catch((error: unknown) => {
      if (error instanceof HttpProblem) return refuse(error.status, error.message);
      throw error;
    });
  }

  private isUnanswered(platform: Platform, { message }: Answer): void {
    if (message !== undefined) this.ledger.unanswered(platform, message);
  }

  private take({ platform, call, conversation }: Asked): Fault | null {
    const fault = this.waiting.find(
      (one) =>
        one.times > 0 &&
        one.platform === platform &&
        call.includes(one.call) &&
        (one.conversation === undefined || one.conversation === conversation),
    );
    if (!fault) return null;
    fault.times -= 1;
    return fault;
  }

  private record(platform: Platform, call: string, status: number | null): void {
    const made = { platform, call, status, at: this.now() };
    this.calls.push(made);
    for (const listener of this.listeners) listener(made);
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

import { type Host, locale } from './host.ts';
import type { Shown } from './wire.ts';

/** The reason why there is nothing to show. */
export type Failure = 'no-sign-in' | 'not-let-in' | 'failed';

export class Unanswered extends Error {
  override name = 'Unanswered';
  readonly failure: Failure;
  constructor(failure: Failure, cause?: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

export interface Act {
  action: string;
  input: Readonly<Record<string, string>>;
  /** Names the press, so that a repeat changes nothing. */
  idempotencyKey: string;
}

/** Returns the bot's answer; rejects with `Unanswered`. */
export interface Ask {
  home(): Promise<Shown>;
  act(act: Act): Promise<Shown>;
}

export function askOf(host: Host): Ask {
  return {
    home: () => ask(host, '/tab/api/home', {}),
    act: ({ action, input, idempotencyKey }) =>
      action === 'show-request' && input.request !== undefined
        ? ask(host, `/tab/api/request/${encodeURIComponent(input.request)}`, {})
        : ask(host, '/tab/api/act', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ action, input, idempotencyKey }),
          }),
  };
}

async function ask(host: Host, path: string, { headers, ...rest }: RequestInit): Promise<Shown> {
  const token = await host.token().catch((error: unknown) => {
    throw new Unanswered('no-sign-in', error);
  });
  const sent = { ...headers, authorization: `Bearer ${token}`, 'accept-language': locale };
  const response = await fetch(path, { ...rest, headers: sent, credentials: 'omit' }).catch((error: unknown) => {
    throw new Unanswered('failed', error);
  });
  if (!response.ok) throw new Unanswered(failureOf(response.status));
  return (await response.json()) as Shown;
}

function failureOf(status: number): Failure {
  if (status === 401) return 'no-sign-in';
  return status === 403 ? 'not-let-in' : 'failed';
}

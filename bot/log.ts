import { createHash } from 'node:crypto';
import pino from 'pino';
import type { Digest, Log } from './log-events.ts';

export type { Log } from './log-events.ts';

/**
 * One line of JSON an event. Never texts, tokens or e-mail addresses: errors are logged by name, code and place, since
 * an SDK's error carries the whole request with its authorisation.
 */
export function makeLog(level: string): Log {
  return pino({ level, serializers: { err: describeError }, base: null });
}

export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode, reason, data } = error as Partial<
    Record<'code' | 'statusCode' | 'reason' | 'data', unknown>
  >;
  const given = reason ?? (data as { error?: unknown } | undefined)?.error;
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    // A platform's own word such as `missing_scope`; anything longer could be a text.
    ...(typeof given === 'string' && /^[a-zA-Z_ \d]{1,60}$/.test(given) ? { reason: given } : {}),
    // A stack begins with the message, which may quote what somebody wrote; “at” begins many a line in Danish.
    at: error.stack
      ?.split('\n')
      .filter((line) => /^ {4}at \S.*(?::\d+\)?|\))$/.test(line) && !error.message.includes(line.trim()))
      .slice(0, 5)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/**
 * Makes what a line of the log holds in place of a value that somebody else chose, such as a nonce: the same value gives
 * the same digest, and no digest gives a value away that has any words in it.
 */
export function digestOf(value: string): Digest {
  return createHash('sha256').update(value).digest('base64url').slice(0, 16) as Digest;
}

/** Counts from now. @returns how many whole milliseconds have gone by when it is called */
export function stopwatch(): () => number {
  const started = performance.now();
  return () => Math.round(performance.now() - started);
}

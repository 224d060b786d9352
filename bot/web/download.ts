import { DeliveryProblem } from '../../jobs/job.ts';
import { readAtMost } from './read-at-most.ts';

/** Milliseconds for a picture of ten megabytes over a slow line. */
const timeoutMs = 30_000;

/** SharePoint and Slack redirect to another of their own servers once or twice. */
const mostRedirects = 3;

export interface DownloadRules {
  /** Tells whether an address may be asked: the first one, and every one that it redirects to. */
  allows(address: URL): boolean;
  headers?: Readonly<Record<string, string>>;
  /** The largest allowed number of bytes. */
  most: number;
}

/** The content, with the type that the server names. */
export interface Downloaded {
  bytes: Uint8Array;
  type: string;
}

/**
 * Downloads a file from an address that somebody else has named. `gone` means that the server does not have it, or that
 * the address may not be asked. Throws a `DeliveryProblem` when another try is worthwhile.
 */
export async function download(
  url: string,
  { allows, headers = {}, most }: DownloadRules,
): Promise<Downloaded | 'too-large' | 'gone'> {
  const signal = AbortSignal.timeout(timeoutMs);
  let address = URL.parse(url);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    if (!address || !allows(address)) return 'gone';
    const response = await orLater(fetch(address, { headers, redirect: 'manual', signal }));
    if (response.status === 200 && response.body) {
      const bytes = await orLater(readAtMost(response.body as AsyncIterable<Uint8Array>, most));
      return bytes ? { bytes, type: response.headers.get('content-type') ?? '' } : 'too-large';
    }
    await response.body?.cancel();
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return goneOrLater(response.status, response.headers.get('retry-after'));
    address = URL.parse(next, address.href);
  }
  return 'gone';
}

/** We ask a busy or broken server again, at the time of its `Retry-After`; any other answer is final. */
export function goneOrLater(status: number, retryAfter: string | null | undefined, cause?: unknown): 'gone' {
  if (status === 408 || status === 429 || status >= 500)
    throw later(`the file's server answered ${status}`, cause, Number(retryAfter) || null);
  return 'gone';
}

/** A call that ends without an answer is tried again. */
async function orLater<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    throw later('the file broke off', error);
  }
}

export function later(reason: string, cause: unknown, retryAfterSeconds: number | null = null): DeliveryProblem {
  const problem = new DeliveryProblem('later', reason, retryAfterSeconds);
  problem.cause = cause;
  return problem;
}

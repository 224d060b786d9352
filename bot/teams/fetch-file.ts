import { DeliveryProblem } from '../../jobs/job.ts';
import { readAtMost } from '../read-at-most.ts';
import type { TeamsAdapter } from './connector.ts';
import { readReference } from './files.ts';

/** A picture of ten megabytes over a slow line. */
const timeoutMs = 30_000;

/** SharePoint answers a download at once, or sends on within itself. */
const mostRedirects = 3;

/** Where people's own files lie, by cloud: https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges */
const sharepoint = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.sharepoint(-df\.com|\.com|\.us|-mil\.us|\.cn)$/;

type Fetched = Uint8Array | 'too-large' | 'gone';

/**
 * The content of a file that came with a message. A shared file is fetched without any token, from SharePoint alone;
 * a picture in a message from the connector that the message came from.
 * @param localOrigins simulators and emulators, which stand in SharePoint's place on this machine
 */
export async function fetchFile(
  adapter: TeamsAdapter,
  text: string,
  most: number,
  localOrigins: readonly string[],
): Promise<Fetched> {
  const where = readReference(text);
  if (where.kind === 'shared') return fetchShared(where.url, most, localOrigins);
  const { attachments } = await adapter.client(where.serviceUrl);
  try {
    const { readableStreamBody } = await attachments.getAttachment(where.id, where.view);
    return (await readAtMost(readableStreamBody as AsyncIterable<Uint8Array>, most)) ?? 'too-large';
  } catch (error) {
    return problemOf((error as { statusCode?: unknown }).statusCode, error);
  }
}

async function fetchShared(url: string, most: number, localOrigins: readonly string[]): Promise<Fetched> {
  const signal = AbortSignal.timeout(timeoutMs);
  let address = URL.parse(url);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (!address || !isAllowed(address, localOrigins)) return 'gone';
    const response = await request(address, signal);
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      address = URL.parse(response.headers.get('location') ?? '', address.href);
      continue;
    }
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      return problemOf(response.status, null);
    }
    try {
      return (await readAtMost(response.body as AsyncIterable<Uint8Array>, most)) ?? 'too-large';
    } catch (error) {
      return problemOf(undefined, error);
    }
  }
  return 'gone';
}

async function request(address: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { redirect: 'manual', signal });
  } catch (error) {
    throw later('the file could not be reached', error);
  }
}

/** Whatever else a message names could be a machine of the municipality's own network. */
function isAllowed({ protocol, hostname, origin, port, username, password }: URL, local: readonly string[]): boolean {
  if (username !== '' || password !== '') return false;
  return local.includes(origin) || (protocol === 'https:' && port === '' && sharepoint.test(hostname));
}

/** Without an answer, or with one that says so, it is tried again; any other answer stands. */
function problemOf(status: unknown, error: unknown): 'gone' {
  if (typeof status !== 'number' || status === 408 || status === 429 || status >= 500)
    throw later(typeof status === 'number' ? `the file's server answered ${status}` : 'the file broke off', error);
  return 'gone';
}

function later(reason: string, cause: unknown): DeliveryProblem {
  const problem = new DeliveryProblem('later', reason);
  problem.cause = cause;
  return problem;
}

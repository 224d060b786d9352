import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { DeliveryProblem } from '../../jobs/job.ts';
import { readAtMost } from '../read-at-most.ts';
import type { Workspace } from './clients.ts';

/** For so long a download may take in all. */
const timeoutMs = 30_000;

/** Slack sends a browser on to another of its own servers once or twice. */
const mostRedirects = 3;

const reference = z.strictObject({ team: z.string(), enterprise: z.string(), file: z.string().min(1) });

/** Where Slack keeps a file, as it is stored until the file is fetched. */
export function packReference({ team, enterprise }: Workspace, file: string): string {
  return JSON.stringify({ team, enterprise, file });
}

export function unpackReference(packed: string): { workspace: Workspace; file: string } {
  const { team, enterprise, file } = reference.parse(JSON.parse(packed));
  return { workspace: { team, enterprise }, file };
}

/** Slack's errors of files.info when there is no such file, or none for us. */
const fileGone = ['file_not_found', 'file_deleted', 'access_denied', 'not_visible'];

/**
 * The content of a file, through the address that only the bot's token opens
 * (https://docs.slack.dev/reference/objects/file-object); why not, when there is nothing to have.
 */
export async function fetchFile(
  client: WebClient,
  file: string,
  most: number,
  apiUrl: string | undefined,
): Promise<Uint8Array | 'too-large' | 'gone' | 'only-a-link'> {
  const info = await infoOf(client, file);
  if (!info || info.mode === 'tombstone' || info.mode === 'hidden_by_limit') return 'gone';
  if (info.is_external || info.mode === 'external') return 'only-a-link';
  if ((info.size ?? 0) > most) return 'too-large';
  const address = info.url_private_download ?? info.url_private;
  if (!address) return 'gone';
  const response = await download(address, String(client.token), apiUrl);
  if (!response) return 'gone';
  const isPage = response.headers.get('content-type')?.startsWith('text/html') && info.mimetype !== 'text/html';
  if (!response.ok || !response.body || isPage) {
    // Without the right to it, Slack shows a page to sign in on in place of the file.
    await response.body?.cancel();
    return 'gone';
  }
  return (await readAtMost(response.body, most)) ?? 'too-large';
}

async function infoOf(client: WebClient, file: string) {
  try {
    return (await client.files.info({ file })).file;
  } catch (error) {
    const { data } = error as { data?: { error?: string } };
    if (fileGone.includes(data?.error ?? '')) return null;
    throw error;
  }
}

/** Null where the way leads out of Slack: the token goes to Slack's own servers and nowhere else. */
async function download(address: string, token: string, apiUrl: string | undefined): Promise<Response | null> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = new URL(address);
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    if (!isSlack(url, apiUrl)) return null;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual', signal });
    if (response.status === 429) throw new DeliveryProblem('later', 'rate limited', retryAfter(response));
    if (response.status >= 500) throw new DeliveryProblem('later', `file server ${response.status}`);
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return response;
    await response.body?.cancel();
    url = new URL(next, url);
  }
  return null;
}

/** Slack's servers, or in local mode the one that stands in their place. */
export function isSlack({ protocol, hostname, origin, port }: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined) return origin === new URL(apiUrl).origin;
  return protocol === 'https:' && port === '' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}

function retryAfter({ headers }: Response): number | null {
  return Number(headers.get('retry-after')) || null;
}

import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { download } from '../../web/download.ts';
import type { Workspace } from '../place.ts';
import { errorOf } from './client.ts';

const reference = z.strictObject({ team: z.string(), enterprise: z.string(), file: z.string().min(1) });

/** A reference to a file in Slack, as it is stored until the file is fetched. */
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
  // The token goes to Slack's own servers and nowhere else.
  const allows = (url: URL) => isSlack(url, apiUrl);
  const got = await download(address, { allows, headers: { authorization: `Bearer ${client.token}` }, most });
  if (typeof got === 'string') return got;
  // Without the right to it, Slack shows a page to sign in on in place of the file.
  return got.type.startsWith('text/html') && info.mimetype !== 'text/html' ? 'gone' : got.bytes;
}

async function infoOf(client: WebClient, file: string) {
  try {
    return (await client.files.info({ file })).file;
  } catch (error) {
    if (fileGone.includes(errorOf(error))) return null;
    throw error;
  }
}

/** Slack's servers, or in local mode the one that stands in their place. */
export function isSlack({ protocol, hostname, origin, port }: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined) return origin === new URL(apiUrl).origin;
  return protocol === 'https:' && port === '' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}

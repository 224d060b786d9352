import { download, goneOrLater, later } from '../../web/download.ts';
import { readAtMost } from '../../web/read-at-most.ts';
import { readReference } from '../receive/files.ts';
import type { TeamsAdapter } from './connector.ts';

/** The hosts of people's own files, by cloud: https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges */
const sharepoint = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.sharepoint(-df\.com|\.com|\.us|-mil\.us|\.cn)$/;

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
): Promise<Uint8Array | 'too-large' | 'gone'> {
  const where = readReference(text);
  if (where.kind === 'shared') {
    const got = await download(where.url, { allows: (address) => isAllowed(address, localOrigins), most });
    return typeof got === 'string' ? got : got.bytes;
  }
  const { attachments } = await adapter.client(where.serviceUrl);
  try {
    const { readableStreamBody } = await attachments.getAttachment(where.id, where.view);
    return (await readAtMost(readableStreamBody as AsyncIterable<Uint8Array>, most)) ?? 'too-large';
  } catch (error) {
    const { statusCode, response } = error as {
      statusCode?: unknown;
      response?: { headers?: { get(name: string): string | undefined } };
    };
    if (typeof statusCode !== 'number') throw later('the picture broke off', error);
    return goneOrLater(statusCode, response?.headers?.get('retry-after'), error);
  }
}

/** Any other address in a message could be a machine of the municipality's own network. */
function isAllowed({ protocol, hostname, origin, port, username, password }: URL, local: readonly string[]): boolean {
  if (username !== '' || password !== '') return false;
  return local.includes(origin) || (protocol === 'https:' && port === '' && sharepoint.test(hostname));
}

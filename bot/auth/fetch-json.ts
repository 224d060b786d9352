import { readAtMost } from '../web/read-at-most.ts';

const timeoutMs = 5_000;

/** Microsoft's key document is about 50 KB; nothing that is asked for here is near this size. */
const largest = 512 * 1024;

/** A JSON document of at most 512 KB within five seconds; follows no redirect. */
export async function fetchJson(url: string, withinMs = timeoutMs): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(withinMs) });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw new Error(`${url} answered ${response.status}`);
  }
  const bytes = await readAtMost(response.body as AsyncIterable<Uint8Array>, largest);
  if (bytes === null) throw new Error(`${url} answered more than ${largest} bytes`);
  return JSON.parse(bytes.toString('utf8'));
}

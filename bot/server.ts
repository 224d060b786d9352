import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import { slackPath } from './slack/receive.ts';

/** Bodies are limited before they are parsed or authenticated; neither platform sends any near this size. */
const bodyLimit = 256 * 1024;

export interface HttpAnswer {
  status: number;
  body?: unknown;
}

/** Where a platform knocks. `body` is what it sent, byte for byte as UTF-8, since signatures are over that. */
export type Door = (headers: IncomingHttpHeaders, body: string) => Promise<HttpAnswer>;

/** The one web server: Teams, Slack and the health check. */
export function makeServer(doors: { teams: Door | null; slack: Door | null }): Server {
  const server = restify.createServer({ name: 'forenklingsbot', handleUncaughtExceptions: false });
  if (doors.teams) openDoor(server, '/api/messages', doors.teams);
  if (doors.slack) openDoor(server, slackPath, doors.slack);
  server.get('/health', async (_request: Request, response: Response) => {
    response.send(200, { ok: true });
  });
  return server;
}

function openDoor(server: Server, path: string, door: Door): void {
  server.post(path, async (request: Request, response: Response) => {
    const read = await readBody(request);
    const { status, body } = read === null ? { status: 413 } : await door(request.headers, read);
    if (body === undefined) response.send(status);
    else response.send(status, body);
  });
}

/** The body as text; null when it is longer than `bodyLimit` bytes, as soon as that is known. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length']) > bodyLimit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving a plain loop would close the connection before the sender has its answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > bodyLimit) {
      request.resume();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve((server.address() as { port: number }).port);
    });
  });
}

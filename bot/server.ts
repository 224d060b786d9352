import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import { slackPath } from './slack/receive.ts';
import type { HttpAnswer } from './teams/receive.ts';

/** Bodies are limited before they are parsed or authenticated; neither platform sends any near this size. */
const bodyLimit = 256 * 1024;

export interface Doors {
  teams: ((authorization: string, body: unknown) => Promise<HttpAnswer>) | null;
  slack: ((request: IncomingMessage, response: ServerResponse) => void) | null;
}

/** The one web server: Teams, Slack and the health check. */
export function makeServer(doors: Doors): Server {
  const server = restify.createServer({ name: 'forenklingsbot', handleUncaughtExceptions: false });
  const { teams, slack } = doors;
  if (teams) {
    server.post('/api/messages', async (request: Request, response: Response) => {
      const read = await readJson(request);
      const answer: HttpAnswer = 'status' in read ? read : await teams(request.headers.authorization ?? '', read.body);
      const { status, body } = answer;
      if (body === undefined) response.send(status);
      else response.send(status, body);
    });
  }
  if (slack) {
    server.post(slackPath, async (request: Request, response: Response) => {
      slack(request, response);
      // restify takes a handler that returns without having answered for one that forgot to.
      await once(response, 'close');
    });
  }
  server.get('/health', async (_request: Request, response: Response) => {
    response.send(200, { ok: true });
  });
  return server;
}

/** A JSON body of at most `bodyLimit` bytes; what is longer is refused while it is still arriving. */
async function readJson(request: IncomingMessage): Promise<{ body: unknown } | { status: 400 | 413 }> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length']) > bodyLimit) return { status: 413 };
  for await (const chunk of request) {
    size += chunk.length;
    if (size > bodyLimit) return { status: 413 };
    chunks.push(chunk);
  }
  try {
    return { body: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { status: 400 };
    throw error;
  }
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

import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createListener, type Server as Listener } from 'node:net';
import restify, { type Request, type Response, type Server } from 'restify';

/** The address path to which Slack sends everything. */
export const slackPath = '/slack/events';

/** Bodies are limited before they are parsed or authenticated; neither platform sends any near this size. */
const bodyLimit = 256 * 1024;

/** Our pages run nothing, load nothing, are never cached and tell no other site where the visitor was. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export interface HttpAnswer {
  status: number;
  body?: unknown;
}

/**
 * Answers the posts of a platform. `bytes` is the body as it was sent, because signatures cover the bytes; `body` is
 * the same as text.
 */
export type Webhook = (headers: IncomingHttpHeaders, body: string, bytes: Buffer) => Promise<HttpAnswer>;

/** Makes a page for a browser; `url` holds the query. */
export type Page = (headers: IncomingHttpHeaders, url: URL) => Promise<PageAnswer>;

export interface PageAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  html: string;
}

/**
 * Makes the one web server: Teams, Slack and the health check.
 * @param pages the pages for the browser, by path
 * @param failed called with an error that a webhook, a page or a later route did not catch itself
 */
export function makeServer(
  webhooks: { teams: Webhook | null; slack: Webhook | null },
  pages: Readonly<Record<string, Page>>,
  failed: (error: unknown) => void,
): Server {
  const server = restify.createServer({ name: 'forenklingsbot', handleUncaughtExceptions: false });
  server.on('restifyError', (request: Request, response: Response, error: unknown, answer: () => void) => {
    // Without a route, restify itself answers that there is nothing here.
    if (request.getRoute() === undefined) return answer();
    failed(error);
    // Restify would send the error's message, which may name a host or quote a person's words.
    if (response.headersSent) response.destroy();
    else response.send(500);
  });
  if (webhooks.teams) serveWebhook(server, '/api/messages', webhooks.teams);
  if (webhooks.slack) serveWebhook(server, slackPath, webhooks.slack);
  for (const [path, page] of Object.entries(pages)) openPage(server, path, page);
  server.get('/health', async (_request: Request, response: Response) => {
    response.send(200, { ok: true });
  });
  return server;
}

function serveWebhook(server: Server, path: string, webhook: Webhook): void {
  server.post(path, async (request: Request, response: Response) => {
    const read = await readBody(request);
    const { status, body } =
      read === null ? { status: 413 } : await webhook(request.headers, read.toString('utf8'), read);
    if (body === undefined) response.send(status);
    else response.send(status, body);
  });
}

function openPage(server: Server, path: string, page: Page): void {
  server.get(path, async (request: Request, response: Response) => {
    const { status, headers, html } = await page(request.headers, new URL(request.url ?? path, 'http://localhost'));
    response.writeHead(status, { ...pageHeaders, ...headers });
    response.end(html);
  });
}

/** Reads the body; null as soon as it is known to be longer than `most` bytes. */
export async function readBody(request: IncomingMessage, most = bodyLimit): Promise<Buffer | null> {
  if (Number(request.headers['content-length']) > most) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving a plain loop would close the connection before the sender has its answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > most) {
      request.resume();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A port that is bound before a server uses it: its number is known, and no other program gets it. */
export interface BoundPort {
  port: number;
  listener: Listener;
}

/** Binds `port`, or any free one when it is 0. It keeps no process alive until a server uses it. */
export async function bindPort(port: number, host: string): Promise<BoundPort> {
  const listener = createListener();
  listener.unref();
  listener.listen(port, host);
  await once(listener, 'listening');
  return { port: (listener.address() as AddressInfo).port, listener };
}

/** Serves on a port, or on one that is bound already. @returns its number */
export async function listen(server: Server, on: number | BoundPort, host: string): Promise<number> {
  if (typeof on === 'number') server.server.listen(on, host);
  else server.server.listen(on.listener).ref();
  await once(server, 'listening');
  return (server.server.address() as AddressInfo).port;
}

import { once } from 'node:events';
import { createServer, type Server as HttpServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createListener, type Server as Listener } from 'node:net';
import restify, { type Request, type Response, type Server } from 'restify';

/** The address path to which Slack sends everything. */
export const slackPath = '/slack/events';

/** Bodies are limited before they are parsed or authenticated; neither platform sends any near this size. */
const bodyLimit = 256 * 1024;

/**
 * The platforms send a whole request at once. Without these limits Node holds a half-sent one for 300 seconds and takes
 * any number of connections.
 */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  // Longer than the 60 seconds that a reverse proxy keeps an idle connection, so that it never meets a closed one.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1000,
};

/** Node refuses connections beyond it; a reverse proxy needs far fewer. */
const mostConnections = 2000;

/** Milliseconds in which a connection may lie still while an answer is on its way; no answer takes that long. */
const stillMs = 60_000;

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

/** The routes, and the server that listens for them. */
export interface WebServer {
  routes: Server;
  http: HttpServer;
}

interface Told {
  /** Called with an error that a webhook, a page or a later route did not catch itself. */
  failed(error: unknown): void;
  /** Called after each answer. `route` is the path as it was registered; `none` where there is none. */
  answered?(route: string, status: number, seconds: number): void;
}

/**
 * Makes the one web server: Teams, Slack and whatever routes are added later.
 * @param pages the pages for the browser, by path
 */
export function makeServer(
  webhooks: { teams: Webhook | null; slack: Webhook | null },
  pages: Readonly<Record<string, Page>>,
  { failed, answered }: Told,
): WebServer {
  const routes = restify.createServer({ name: 'forenklingsbot', handleUncaughtExceptions: false });
  routes.on('restifyError', (request: Request, response: Response, error: unknown, answer: () => void) => {
    // Without a route, restify itself answers that there is nothing here.
    if (request.getRoute() === undefined) return answer();
    failed(error);
    // Restify would send the error's message, which may name a host or quote a person's words.
    if (response.headersSent) response.destroy();
    else response.send(500);
  });
  if (webhooks.teams) serveWebhook(routes, '/api/messages', webhooks.teams);
  if (webhooks.slack) serveWebhook(routes, slackPath, webhooks.slack);
  for (const [path, page] of Object.entries(pages)) openPage(routes, path, page);
  // Restify's own server takes no limits, so ours hands each request to it.
  const http = createServer(limits, (request, response) => {
    const began = performance.now();
    response.once('close', () => {
      const route = (request as unknown as Request).getRoute()?.path;
      answered?.(String(route ?? 'none'), response.statusCode, (performance.now() - began) / 1000);
      // Its connection is kept alive; once the server closes, that would hold it open.
      if (!http.listening) setImmediate(() => http.closeIdleConnections());
    });
    routes.server.emit('request', request, response);
  });
  http.maxConnections = mostConnections;
  http.setTimeout(stillMs);
  return { routes, http };
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
export async function listen({ http }: WebServer, on: number | BoundPort, host: string): Promise<number> {
  if (typeof on === 'number') http.listen(on, host);
  else http.listen(on.listener).ref();
  await once(http, 'listening');
  return (http.address() as AddressInfo).port;
}

/**
 * Takes no more requests and waits for those under way, at most `patienceMs`; then their connections are cut. False when
 * some were.
 */
export async function close({ http }: WebServer, patienceMs: number): Promise<boolean> {
  let whole = true;
  const patience = setTimeout(() => {
    whole = false;
    http.closeAllConnections();
  }, patienceMs);
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  // Kept-alive connections without a request would hold the server open.
  http.closeIdleConnections();
  await closed;
  clearTimeout(patience);
  return whole;
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Inbound } from '../../../handlers/handler.ts';
import { tabTexts } from '../../../locales/edges/tab.ts';
import { tabFile } from '../../../web/tab-files.ts';
import { entraTokens, type SignedIn } from '../../auth/entra-token.ts';
import { tokenStatus } from '../../auth/verify-token.ts';
import type { Sender } from '../../conversation/arrival.ts';
import { deadlineOf, type Edge, UnknownTenant } from '../../conversation/edge.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import { NotKnownYet } from '../../conversation/in-time.ts';
import { languageOf } from '../../conversation/language.ts';
import { readBody } from '../server.ts';
import { readStrictObject } from '../strict-json.ts';
import type { TabSettings } from './settings.ts';
import { inTab, show } from './show.ts';

interface Parts {
  settings: TabSettings;
  tenants: readonly string[];
  edge: Edge;
  publicUrl: string | null;
  /** The clock that the times of tokens are compared with. */
  now(): Date;
  keysFailed(error: unknown): void;
}

/** A request holds an action's name, a few ids and an idempotency key, so none comes near this size. */
const largestBody = 16 * 1024;

/** The answer to one person is never cached, and is no page. */
const answerHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const actSchema = z.strictObject({
  action: z.enum(inTab),
  input: z.record(z.string().max(100), z.string().max(1000)),
  idempotencyKey: z.uuid(),
});

class HttpRefusal extends Error {
  override name = 'HttpRefusal';
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/**
 * The tab “Overblik” of Teams: a page and its requests. The token that comes with each request proves by Entra ID who
 * the person is; there are no cookies, so no other site can act in a person's name.
 */
export function serveTab(server: Server, { settings, tenants, edge, publicUrl, now, keysFailed }: Parts): void {
  const { access, authority, appId, frameAncestors, chat } = settings;
  const prove = entraTokens({ authority, appId, tenants, now, failed: keysFailed });
  const page = { frameAncestors, data: { access, chat: chat('', null), texts: tabTexts } };

  const open =
    (read: (request: Request) => Promise<Inbound> | Inbound) => async (request: Request, response: Response) => {
      let tenant: string | null = null;
      const deadline = deadlineOf(edge, 'teamsInvoke');
      try {
        const person = await prove(request.headers.authorization ?? '');
        tenant = person.tenant;
        const inbound = await read(request);
        const arrival = { arrives: 'action', ...inbound, held: inbound.input } as const;
        const outgoing = await deadline.known(handleArrival(edge, senderOf(person, request.headers), arrival));
        if (!outgoing) throw new Error('an action is always answered');
        send(
          response,
          200,
          show(outgoing, (words) => chat(words, person.email)),
        );
      } catch (error) {
        const status = statusOf(error, edge, tenant);
        send(response, status, { error: status });
      }
    };

  for (const path of ['/tab', '/tab/*']) {
    server.get(path, async (request: Request, response: Response) => {
      const file = await tabFile(request.getPath(), page);
      if (!file) return send(response, 404, { error: 404 });
      response.writeHead(200, { 'Content-Type': file.type, ...file.headers });
      response.end(file.body);
    });
  }
  server.get(
    '/tab/api/home',
    open(() => lookUp('show-home', {})),
  );
  server.get(
    '/tab/api/request/:number',
    open((request) => lookUp('show-request', { request: String(request.params.number) })),
  );
  server.post(
    '/tab/api/act',
    open((request) => readAct(request, publicUrl)),
  );
}

/** A look-up changes nothing, so one idempotency key serves all of them. */
const lookUp = (action: 'show-home' | 'show-request', input: Record<string, string>): Inbound => ({
  action,
  input,
  idempotencyKey: 'look-up',
});

async function readAct(request: Request, publicUrl: string | null): Promise<Inbound> {
  if (!isOwnPage(request.headers, publicUrl)) throw new HttpRefusal(403);
  if (!/^application\/json(;|$)/i.test(request.headers['content-type'] ?? '')) throw new HttpRefusal(415);
  const body = await readBody(request, largestBody);
  if (body === null) throw new HttpRefusal(413);
  const read = actSchema.safeParse(readStrictObject(body.toString('utf8')));
  if (!read.success) throw new HttpRefusal(400);
  return read.data;
}

/** Tells whether our own page sent it: browsers name the origin of a POST. */
function isOwnPage({ origin, host }: IncomingHttpHeaders, publicUrl: string | null): boolean {
  if (origin === undefined) return false;
  return publicUrl === null ? URL.parse(origin)?.host === host : origin === publicUrl;
}

function senderOf({ tenant, user, name, email, guest }: SignedIn, headers: IncomingHttpHeaders): Sender {
  return {
    platform: 'teams',
    tenant,
    user,
    conversation: 'tab',
    // A page is no chat, so nothing can be sent to it later.
    place: null,
    room: null,
    foreign: guest,
    locale: async () => languageOf(headers['accept-language']),
    profile: async () => ({ email, upn: email, name, guest }),
  };
}

function statusOf(error: unknown, { log }: Edge, tenant: string | null): number {
  if (error instanceof HttpRefusal) return error.status;
  const unproved = tokenStatus(error, log);
  if (unproved) return unproved;
  if (error instanceof UnknownTenant) {
    log.warn({ platform: 'teams', tenant, reason: 'not connected' }, 'unknown tenant');
    return 403;
  }
  if (error instanceof NotKnownYet) {
    log.warn({ platform: 'teams', err: error.cause ?? error }, 'not known in time');
    return 503;
  }
  log.error({ err: error, platform: 'teams' }, 'the tab failed');
  return 500;
}

function send(response: Response, status: number, body: unknown): void {
  response.writeHead(status, answerHeaders);
  response.end(JSON.stringify(body));
}

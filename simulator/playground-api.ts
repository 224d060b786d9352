import type { Request, Response, Server } from 'restify';
import type { Chats, Json, Platform } from './chats.ts';
import { HttpProblem, readJson, route } from './http.ts';
import { type People, UnknownPerson } from './people.ts';
import type { Container, SlackPerson } from './slack/person.ts';
import type { TeamsPerson } from './teams/person.ts';

const bodyLimit = 256 * 1024;

export type Advance = 'next-hour' | 'next-working-day' | 'next-week';
const advances: readonly string[] = ['next-hour', 'next-working-day', 'next-week'];

export interface PlaygroundOptions {
  /** The files of the page; absent: no page. */
  page?: (path: string) => Promise<{ type: string; body: string; headers: Readonly<Record<string, string>> } | null>;
  /** The municipality's clock; absent: it cannot be moved. */
  clock?: { now(): Date; advance(to: Advance): Promise<void> };
}

interface Clients {
  teams(email: string): TeamsPerson;
  slack(email: string): SlackPerson;
}

/** What the playground's page talks to: whoever opens it is anybody. On loopback only, and for its own page only. */
export function playgroundRoutes(
  server: Server,
  people: People,
  chats: Chats,
  clients: Clients,
  options: PlaygroundOptions,
): () => void {
  const { page, clock } = options;
  const streams = new Set<Response>();
  const guarded = (
    method: 'get' | 'post',
    path: string,
    run: (request: Request, response: Response) => Promise<unknown>,
  ) =>
    route(server, method, path, async (request, response) => {
      refuseForeign(request);
      const answer = await run(request, response).catch((error: unknown) => {
        throw asProblem(error);
      });
      if (answer !== undefined) response.send(200, answer);
    });
  const post = (path: string, run: (body: Json) => Promise<unknown>) =>
    guarded(
      'post',
      `/playground/api/${path}`,
      async (request) => (await run(await readJson(request, bodyLimit))) ?? {},
    );

  guarded('get', '/playground/api/people', async () =>
    people.all.map(({ email, name, title, language, installs }) => ({ email, name, title, language, installs })),
  );
  guarded('get', '/playground/api/chat', async (request) => {
    const { platform, email } = chatOf(request);
    const { messages, view, home } = chats.of(platform, email);
    return { messages, view, home };
  });
  guarded('get', '/playground/api/stream', async (request, response) => {
    const wanted = chatOf(request);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    const stop = chats.onChange((platform, email) => {
      if (platform === wanted.platform && email === wanted.email) response.write('event: change\ndata: {}\n\n');
    });
    streams.add(response);
    request.on('close', () => {
      stop();
      streams.delete(response);
    });
  });
  guarded('get', '/playground/api/clock', async () => tell(clock));
  post('clock', async ({ advance }) => {
    if (!clock || !advances.includes(String(advance))) throw new HttpProblem(clock ? 400 : 404, 'no such move');
    await clock.advance(advance as Advance);
    return tell(clock);
  });
  post('teams/message', async (body) => clients.teams(text(body.email)).send(text(body.text)));
  post('teams/execute', async (body) =>
    clients.teams(text(body.email)).execute(text(body.messageId), json(body.action), json(body.inputs)),
  );
  post('teams/submit', async (body) =>
    clients.teams(text(body.email)).submit(text(body.messageId), json(body.data), json(body.inputs)),
  );
  post('slack/message', async (body) => clients.slack(text(body.email)).send(text(body.text)));
  post('slack/action', async (body) =>
    clients.slack(text(body.email)).click(json(body.container) as Container, json(body.action), json(body.state)),
  );
  post('slack/submit', async (body) => {
    const { errors } = await clients.slack(text(body.email)).submitView(text(body.viewId), json(body.state));
    return errors ? { errors } : {};
  });
  post('slack/close', async (body) => clients.slack(text(body.email)).closeView());
  post('slack/command', async (body) => clients.slack(text(body.email)).command(text(body.text)));
  post('slack/home', async (body) => clients.slack(text(body.email)).openHome());
  if (page) pageRoutes(server, page);

  function chatOf(request: Request): { platform: Platform; email: string } {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const platform = searchParams.get('platform');
    if (platform !== 'teams' && platform !== 'slack') throw new HttpProblem(400, 'platform must be teams or slack');
    return { platform, email: people.byEmail(searchParams.get('email') ?? '').email };
  }
  return () => {
    for (const stream of streams) stream.end();
  };
}

function pageRoutes(server: Server, page: NonNullable<PlaygroundOptions['page']>): void {
  route(server, 'get', '/', async (_request, response) => {
    response.redirect(302, '/playground/', () => undefined);
  });
  for (const path of ['/playground', '/playground/*']) {
    route(server, 'get', path, async (request, response) => {
      const file = await page(request.getPath());
      if (!file) throw new HttpProblem(404, 'there is no such page');
      response.writeHead(200, { 'content-type': file.type, ...file.headers });
      response.end(file.body);
    });
  }
}

function tell(clock: PlaygroundOptions['clock']) {
  if (!clock) throw new HttpProblem(404, 'the clock cannot be moved here');
  const now = clock.now();
  const label = new Intl.DateTimeFormat('da-DK', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(now);
  return { now: now.toISOString(), label };
}

/** Another site's page must not act here: the host is this machine, and the origin, where given, is our own. */
function refuseForeign(request: Request): void {
  const { host = '', origin } = request.headers;
  const ours = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  if (!ours || (origin !== undefined && origin !== `http://${host}`))
    throw new HttpProblem(403, 'only for its own page');
}

/** A bot that does not answer is the bot's failure, not the playground's. */
function asProblem(error: unknown): unknown {
  if (error instanceof HttpProblem) return error;
  if (error instanceof UnknownPerson) return new HttpProblem(404, error.message);
  if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) {
    return new HttpProblem(502, 'the bot does not answer');
  }
  return error;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new HttpProblem(400, 'a text is missing');
  return value;
}

function json(value: unknown): Json {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpProblem(400, 'an object is expected');
  return value as Json;
}

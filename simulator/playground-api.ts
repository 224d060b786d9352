import type { Request, Response, Server } from 'restify';
import type { BotAnswer } from './answers.ts';
import { ChatStreams } from './chat-stream.ts';
import type { Chats, Json, Platform } from './chats.ts';
import { HttpProblem, readJson, route } from './http.ts';
import { NotThere } from './not-there.ts';
import { type Page, pageRoutes, refuseForeign } from './page-routes.ts';
import type { People } from './people.ts';
import type { ViewState } from './slack/modals.ts';
import type { Container, SlackPerson } from './slack/person.ts';
import { UnusableResponse } from './slack/view-submission.ts';
import type { TeamsPerson } from './teams/person.ts';

const bodyLimit = 256 * 1024;

export type Advance = 'next-hour' | 'next-working-day' | 'next-week';
const advances: readonly string[] = ['next-hour', 'next-working-day', 'next-week'];

export interface PlaygroundOptions {
  /** The files of the page; absent: no page. */
  page?: Page;
  /** The municipality's clock; absent: it cannot be moved. */
  clock?: { now(): Date; advance(to: Advance): Promise<void> };
}

interface Clients {
  teams(email: string): TeamsPerson;
  slack(email: string): SlackPerson;
}

/**
 * What the playground's page talks to: whoever opens it is anybody. On loopback only, and for its own page only.
 * @returns a function that ends the streams
 */
export function playgroundRoutes(
  server: Server,
  people: People,
  chats: Chats,
  clients: Clients,
  { page, clock }: PlaygroundOptions,
): () => void {
  const streams = new ChatStreams(chats);
  get(server, 'people', async () =>
    people.all.map(({ email, name, title, language, installs, isStranger = false }) => ({
      ...{ email, name, title, language, installs, isStranger, rooms: [] },
    })),
  );
  get(server, 'chat', async (request) => {
    const { platform, email } = chatOf(request, people);
    const { messages, view, home } = chats.of(platform, email);
    return { messages, view, home, dialog: null };
  });
  get(server, 'stream', async (request, response) => {
    streams.start(response, chatOf(request, people));
  });
  get(server, 'clock', async () => tell(clock));
  post(server, 'clock', async ({ advance }) => {
    if (!clock || !advances.includes(String(advance))) throw new HttpProblem(clock ? 400 : 404, 'no such move');
    await clock.advance(advance as Advance);
    return tell(clock);
  });
  teamsRoutes(server, clients);
  slackRoutes(server, clients);
  if (page) pageRoutes(server, page);
  return () => streams.end();
}

function teamsRoutes(server: Server, clients: Clients): void {
  const person = ({ email }: Json) => clients.teams(text(email));
  get(server, 'teams/tab', async (request) => ({ url: clients.teams(emailOf(request)).tabUrl() }));
  post(server, 'teams/message', async (body) => heard(await person(body).send(text(body.text))));
  post(server, 'teams/execute', async (body) => {
    const { statusCode: status, notice } = await person(body).execute(
      text(body.messageId),
      json(body.action),
      json(body.inputs),
    );
    return notice === undefined ? { status } : { status, notice };
  });
  post(server, 'teams/submit', async (body) =>
    heard(await person(body).submit(text(body.messageId), json(body.data), json(body.inputs))),
  );
}

function slackRoutes(server: Server, clients: Clients): void {
  const person = ({ email }: Json) => clients.slack(text(email));
  post(server, 'slack/message', async (body) => heard(await person(body).send(text(body.text))));
  post(server, 'slack/command', async (body) => heard(await person(body).command(text(body.text))));
  post(server, 'slack/home', async (body) => heard(await person(body).openHome()));
  post(server, 'slack/action', async (body) =>
    heard(
      await person(body).click(json(body.container) as Container, json(body.action), json(body.state) as ViewState),
    ),
  );
  post(server, 'slack/submit', async (body) => {
    const answer = await person(body).submitView(text(body.viewId), json(body.state) as ViewState);
    return answer.errors ? { errors: answer.errors } : heard(answer);
  });
  post(server, 'slack/close', async (body) => {
    await person(body).closeView(text(body.viewId));
    return {};
  });
}

type Work<From> = (from: From, response: Response) => Promise<unknown>;

function get(server: Server, path: string, work: Work<Request>): void {
  guarded(server, 'get', path, work);
}

function post(server: Server, path: string, work: Work<Json>): void {
  guarded(server, 'post', path, async (request, response) => work(await readJson(request, bodyLimit), response));
}

/** Work that answers by itself gives undefined. */
function guarded(server: Server, method: 'get' | 'post', path: string, work: Work<Request>): void {
  route(server, method, `/playground/api/${path}`, async (request, response) => {
    refuseForeign(request);
    const answer = await work(request, response).catch((error: unknown) => {
      throw asProblem(error);
    });
    if (answer !== undefined) response.send(200, answer);
  });
}

/** A bot that refuses or fails has not heard what was said to it. */
function heard({ status }: BotAnswer): Json {
  if (status >= 300) throw new HttpProblem(500, `the bot answered with status ${status}`);
  return {};
}

/** A bot that does not answer, or not as it must, is the bot's failure, not the playground's. */
function asProblem(error: unknown): unknown {
  if (error instanceof NotThere) return new HttpProblem(404, error.message);
  if (error instanceof UnusableResponse) return new HttpProblem(502, error.message);
  const isSilent = error instanceof Error && (error.name === 'TimeoutError' || error.message === 'fetch failed');
  return isSilent ? new HttpProblem(502, 'the bot does not answer') : error;
}

function chatOf(request: Request, people: People): { platform: Platform; email: string } {
  const platform = queryOf(request).get('platform');
  if (platform !== 'teams' && platform !== 'slack') throw new HttpProblem(400, 'platform must be teams or slack');
  return { platform, email: people.byEmail(emailOf(request)).email };
}

function emailOf(request: Request): string {
  return queryOf(request).get('email') ?? '';
}

function queryOf(request: Request): URLSearchParams {
  return new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
}

function tell(clock: PlaygroundOptions['clock']): Json {
  if (!clock) throw new HttpProblem(404, 'the clock cannot be moved here');
  return { now: clock.now().toISOString() };
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

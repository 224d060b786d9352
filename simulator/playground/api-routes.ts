import type { Request, Response, Server } from 'restify';
import type { BotAnswer } from '../answers.ts';
import type { Json } from '../chats.ts';
import { HttpProblem, readJson, route } from '../http.ts';
import { NotThere } from '../not-there.ts';
import { UnusableResponse } from '../slack/client/view-submission.ts';
import { refuseForeign } from './page-routes.ts';

const bodyLimit = 256 * 1024;
/** A file of 12 MB in base64: more than the bot takes, so that its own refusal can be seen. */
const fileBodyLimit = 16 * 1024 * 1024;

type Work<From> = (from: From, response: Response) => Promise<unknown>;

/** The page's own routes. Work that writes the response itself returns undefined. */
export function get(server: Server, path: string, work: Work<Request>): void {
  guarded(server, 'get', path, work);
}

export function post(server: Server, path: string, work: Work<Json>): void {
  const limit = path.endsWith('/message') ? fileBodyLimit : bodyLimit;
  guarded(server, 'post', path, async (request, response) => work(await readJson(request, limit), response));
}

function guarded(server: Server, method: 'get' | 'post', path: string, work: Work<Request>): void {
  route(server, method, `/playground/api/${path}`, async (request, response) => {
    refuseForeign(request);
    const answer = await work(request, response).catch((error: unknown) => {
      throw asProblem(error);
    });
    if (answer !== undefined) response.send(200, answer);
  });
}

/** A message does not count as received when the bot refuses it or fails. */
export function heard({ status }: BotAnswer): Json {
  if (status >= 300) throw new HttpProblem(500, `the bot answered with status ${status}`);
  return {};
}

export function queryOf(request: Request): URLSearchParams {
  return new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
}

/** A missing or invalid answer is the bot's failure, not the playground's. */
function asProblem(error: unknown): unknown {
  if (error instanceof NotThere) return new HttpProblem(404, error.message);
  if (error instanceof UnusableResponse) return new HttpProblem(502, error.message);
  const isSilent = error instanceof Error && (error.name === 'TimeoutError' || error.message === 'fetch failed');
  return isSilent ? new HttpProblem(502, 'the bot does not answer') : error;
}

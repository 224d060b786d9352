import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';

/** The limit of the platforms' own servers, far above anything a bot may send. */
const bodyLimit = 1024 * 1024;

export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function readText(request: IncomingMessage, limit = bodyLimit): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw new HttpProblem(413, 'the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export async function readJson(request: IncomingMessage, limit?: number): Promise<Record<string, unknown>> {
  const text = await readText(request, limit);
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new HttpProblem(400, 'the body is not a JSON object');
}

type Route = (request: Request, response: Response) => Promise<void>;

/** A route whose failures answer with their status and `{ error }`. */
export function route(server: Server, method: 'get' | 'post' | 'put' | 'del', path: string, run: Route): void {
  server[method](path, async (request: Request, response: Response) => {
    try {
      await run(request, response);
    } catch (error) {
      const status = error instanceof HttpProblem ? error.status : 500;
      response.send(status, { error: error instanceof Error ? error.message : String(error) });
    }
  });
}

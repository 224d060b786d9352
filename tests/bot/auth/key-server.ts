import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Tokens } from '../../../simulator/teams/tokens.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Microsoft's key server on loopback, which tests can make misbehave. */
export interface KeyServer {
  url: string;
  metadataUrl: string;
  tokens: Tokens;
  /** The answer in place of the document at this path, from now on; null: the right one again. */
  instead: Record<'/metadata' | '/keys', Answer | null>;
  /** The number of requests for either document so far. */
  fetches(): number;
  close(): Promise<void>;
}

export async function startKeyServer(): Promise<KeyServer> {
  const tokens = new Tokens();
  const instead: KeyServer['instead'] = { '/metadata': null, '/keys': null };
  let fetches = 0;
  let url = '';
  const server = createServer((request, response) => {
    fetches += 1;
    const path = request.url === '/metadata' ? '/metadata' : '/keys';
    const answer = instead[path];
    if (answer) answer(request, response);
    else response.end(JSON.stringify(path === '/metadata' ? tokens.metadata(url) : tokens.jwks()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    url,
    metadataUrl: `${url}/metadata`,
    tokens,
    instead,
    fetches: () => fetches,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with this status and body. */
export function answers(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    // Two calls, because restify, once it is loaded anywhere, makes `writeHead` return nothing.
    response.writeHead(status, headers);
    response.end(JSON.stringify(body));
  };
}

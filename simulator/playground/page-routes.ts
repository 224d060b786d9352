import type { Request, Server } from 'restify';
import { HttpProblem, route } from '../http.ts';

/** A file of the page, by the whole path of the URL; null when there is none. */
export type Page = (
  path: string,
) => Promise<{ type: string; body: string | Buffer; headers: Readonly<Record<string, string>> } | null>;

export function pageRoutes(server: Server, page: Page): void {
  route(server, 'get', '/', async (_request, response) => {
    response.redirect(302, '/playground/', () => undefined);
  });
  for (const path of ['/playground', '/playground/*']) {
    route(server, 'get', path, async (request, response) => {
      refuseForeign(request);
      const file = await page(request.getPath());
      if (!file) throw new HttpProblem(404, 'there is no such page');
      response.writeHead(200, { 'content-type': file.type, ...file.headers });
      response.end(file.body);
    });
  }
}

/** Another site's page must not act here: the host is this machine, and the origin, where given, is our own. */
export function refuseForeign(request: Request): void {
  const { host = '', origin } = request.headers;
  const ours = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  if (!ours || (origin !== undefined && origin !== `http://${host}`))
    throw new HttpProblem(403, 'only for its own page');
}

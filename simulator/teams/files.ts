import { randomUUID } from 'node:crypto';
import type { Response, Server } from 'restify';
import type { Credentials } from '../credentials.ts';
import { HttpProblem, route } from '../http.ts';

interface StoredFile {
  content: Uint8Array;
  type: string;
}

/**
 * The files that people sent: shared ones as SharePoint serves them to everybody with the address, pictures as the
 * connector serves them.
 */
export class TeamsFiles {
  private readonly files = new Map<string, StoredFile>();
  /** The failure of a download of a shared file, if any. */
  redirect: string | null = null;
  /** Pre-authenticated addresses expire after some minutes. */
  expired = false;

  add(file: StoredFile): string {
    const id = randomUUID();
    this.files.set(id, file);
    return id;
  }

  get(id: string): StoredFile | undefined {
    return this.expired ? undefined : this.files.get(id);
  }
}

export function fileRoutes(server: Server, files: TeamsFiles, { connectorToken }: Credentials): void {
  route(server, 'get', '/sharepoint/:id', async (request, response) => {
    // SharePoint must not get the bot's token.
    if (request.headers.authorization !== undefined) throw new HttpProblem(400, 'no token is wanted here');
    if (files.redirect !== null) response.header('Location', files.redirect);
    if (files.redirect !== null) response.send(302);
    else give(response, files.get(String(request.params.id)));
  });
  route(server, 'get', '/teams/v3/attachments/:id/views/:view', async (request, response) => {
    if (request.headers.authorization !== `Bearer ${connectorToken}`) throw new HttpProblem(401, 'Unauthorized');
    give(response, files.get(String(request.params.id)));
  });
}

function give(response: Response, file: StoredFile | undefined): void {
  if (!file) {
    response.send(404);
    return;
  }
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.content.length });
  response.end(file.content);
}

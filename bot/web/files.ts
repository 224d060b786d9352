import type { Request, Response, Server } from 'restify';
import { withoutChat } from '../../domain/context.ts';
import { useCases } from '../../domain/index.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import { perform } from '../../domain/perform.ts';
import type { World } from '../../domain/ports.ts';
import type { Attachment } from '../../domain/requests/record/attachment.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import type { FileLink } from '../../models/conversation/collections.ts';
import type { Directory } from '../../models/people/directory.ts';
import { type Log, stopwatch } from '../log.ts';

interface Parts {
  links: { find(token: string): Promise<FileLink | null> };
  directory: Directory;
  world(organisation: Organisation): World;
  log: Log;
}

/** A file is never a page of ours: nothing in it runs, and no browser guesses its type. */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
};

/**
 * Serves the files behind links. The link names the person who may open the file; each time we check again whether that
 * person may still see the request.
 */
export function serveFiles(server: Server, parts: Parts): void {
  server.get('/files/:token', async (request: Request, response: Response) => {
    const opened = await open(parts, String(request.params.token));
    if (!opened) {
      response.sendRaw(404, `${edgeTexts.da.noFile}\n\n${edgeTexts.en.noFile}\n`, {
        ...headers,
        'Content-Type': 'text/plain; charset=utf-8',
      });
      return;
    }
    const { file, content } = opened;
    const shown = file.type?.startsWith('image/') || file.type === 'application/pdf' ? 'inline' : 'attachment';
    response.writeHead(200, {
      ...headers,
      'Content-Type': file.type ?? 'application/octet-stream',
      'Content-Length': content.length,
      'Content-Disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    response.end(content);
  });
}

async function open(
  { links, directory, world: worldOf, log }: Parts,
  token: string,
): Promise<{ file: Attachment; content: Uint8Array } | null> {
  const ms = stopwatch();
  const link = await links.find(token);
  const organisation = link && (await directory.organisation(link.organisation));
  if (!organisation) return null;
  const world = worldOf(organisation);
  const [reader, file] = await Promise.all([world.people.byId(link.personId), world.attachments.byId(link.fileId)]);
  if (!reader?.active || file?.state !== 'stored') return null;
  const seen = await perform({
    world,
    useCase: useCases['show-files'],
    actor: reader,
    input: { about: file.about },
    context: withoutChat,
    idempotencyKey: null,
  });
  const content = seen.ok ? await world.attachments.content(file.id) : null;
  if (!content) return null;
  const line = {
    action: 'open-file',
    actor: reader.id,
    idempotencyKey: `file:${file.id}`,
    organisation: organisation.id,
  };
  log.info({ ...line, ms: ms() }, 'handled');
  return { file, content };
}

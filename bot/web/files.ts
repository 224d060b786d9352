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
import { languageOf } from '../conversation/language.ts';
import type { Log } from '../log.ts';
import { htmlPage } from './html-page.ts';
import { readBody } from './server.ts';

interface Parts {
  links: { find(token: string): Promise<FileLink | null>; use(token: string): Promise<boolean> };
  directory: Directory;
  world(organisation: Organisation): World;
  log: Log;
}

const path = '/files/:token';

const guarded = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
};

/** A file is never a page of ours: nothing in it runs, and no browser guesses its type. */
const sandboxed = { ...guarded, 'content-security-policy': "default-src 'none'; sandbox", 'accept-ranges': 'none' };

/**
 * Serves the files behind links. A link is good for one opening: its address shows a page with a button, and the button
 * posts. Anything else that looks at the address (a chat's preview, a mail scanner, a browser that fetches ahead) gets the
 * page alone and uses nothing up. The link names the person who may open the file; we check again whether that person
 * may still see the request.
 */
export function serveFiles(server: Server, parts: Parts): void {
  server.get(path, async (request: Request, response: Response) => {
    if (!(await parts.links.find(tokenOf(request)))) return showNoFile(request, response);
    const words = edgeTexts[languageOf(request.headers['accept-language'])];
    showPage(request, response, 200, { title: words.file, lines: [words.fileDetail], button: words.openFile });
  });

  server.post(path, async (request: Request, response: Response) => {
    // The form has no fields, so whatever came along is left unread.
    const body = await readBody(request, 1024);
    const opened = body && (await open(parts, tokenOf(request)));
    if (!opened) return showNoFile(request, response);
    const { file, content } = opened;
    const shown = file.type?.startsWith('image/') || file.type === 'application/pdf' ? 'inline' : 'attachment';
    response.writeHead(200, {
      ...sandboxed,
      'content-type': file.type ?? 'application/octet-stream',
      'content-length': content.length,
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    response.end(content);
  });
}

const tokenOf = (request: Request) => String(request.params.token);

function showNoFile(request: Request, response: Response): void {
  const words = edgeTexts[languageOf(request.headers['accept-language'])];
  showPage(request, response, 404, { title: words.noFile, lines: [words.noFileDetail] });
}

function showPage(request: Request, response: Response, status: number, told: Parameters<typeof htmlPage>[1]): void {
  const { headers, html } = htmlPage(languageOf(request.headers['accept-language']), told);
  response.writeHead(status, { ...guarded, ...headers });
  response.end(html);
}

async function open(
  { links, directory, world: worldOf, log }: Parts,
  token: string,
): Promise<{ file: Attachment; content: Uint8Array } | null> {
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
  // Used up last, so that a link which shows nothing yet is not lost.
  if (!content || !(await links.use(token))) return null;
  const about = (await world.requests.byId(file.about))?.id;
  const by = { organisation: organisation.id, reader: reader.id };
  log.info({ ...by, requests: about ? [about] : [], way: 'open-file', file: file.id }, 'request seen');
  return { file, content };
}

import type { Server } from 'restify';
import type { Json } from '../chats.ts';
import { route } from '../http.ts';
import { newSlackId } from './ids.ts';
import type { BotTokens } from './methods/bot-tokens.ts';

/** A file as a person sends it. */
export interface SentFile {
  name: string;
  /** Media type. */
  type: string;
  content: Uint8Array;
  /** A file of any other mode than `hosted` has no content to fetch. */
  mode?: 'hosted' | 'snippet' | 'external' | 'tombstone' | 'hidden_by_limit';
  /** The size that Slack states, when it is wrong. */
  saidSize?: number;
  /** The bot may not have it. */
  isLocked?: boolean;
  /** The address to which the file server redirects. */
  movedTo?: string;
}

interface Kept extends SentFile {
  id: string;
  team: string;
  user: string;
}

/** The files that people have sent; `files.info` gives the real address of one, which needs the bot's token. */
export class Files {
  private readonly base: () => string;
  private readonly kept = new Map<string, Kept>();
  private readonly sent = new Map<string, readonly Json[]>();

  constructor(base: () => string) {
    this.base = base;
  }

  add(file: SentFile, team: string, user: string): Json {
    const id = newSlackId('F');
    this.kept.set(id, { ...file, id, team, user });
    return this.describe(id) as Json;
  }

  /** Remembers the files of a message. */
  sendWith(ts: string, files: readonly Json[]): void {
    this.sent.set(ts, files);
  }

  with(ts: string): readonly Json[] {
    return this.sent.get(ts) ?? [];
  }

  find(id: string): Kept | undefined {
    return this.kept.get(id);
  }

  /** https://docs.slack.dev/reference/objects/file-object */
  describe(id: string): Json | null {
    const file = this.kept.get(id);
    if (!file) return null;
    const { name, type: mimetype, content, saidSize = content.length, mode = 'hosted', team, user } = file;
    if (mode === 'tombstone' || mode === 'hidden_by_limit') return { id, mode };
    const isExternal = mode === 'external';
    const address = isExternal
      ? 'https://drive.example/document'
      : `${this.base()}/slack/files-pri/${team}-${id}/download/${encodeURIComponent(name)}`;
    return {
      ...{ id, name, title: name, mimetype, user, mode, size: isExternal ? 0 : saidSize },
      ...{ filetype: name.split('.').at(-1), is_external: isExternal, is_public: false },
      url_private: address,
      ...(isExternal ? { external_type: 'gdrive' } : { url_private_download: address }),
    };
  }
}

/** Slack's file server: without the bot's token it answers with a sign-in page. */
export function fileRoutes(server: Server, files: Files, tokens: BotTokens): void {
  route(server, 'get', '/slack/files-pri/:id/download/:name', async (request, response) => {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const file = files.find(String(request.params.id).split('-').at(-1) ?? '');
    const isOurs = !('error' in tokens.seen(token, undefined));
    if (!file || !isOurs || file.isLocked) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!DOCTYPE html><html><title>Slack</title><form id="signin_form"></form></html>');
      return;
    }
    if (file.movedTo) {
      response.writeHead(302, { location: encodeURI(file.movedTo) });
      response.end();
      return;
    }
    response.writeHead(200, { 'content-type': file.type });
    response.end(Buffer.from(file.content));
  });
}

import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** The server's answer: `type` is the Content-Type, `headers` go on the response as they are. */
export interface PageFile {
  type: string;
  body: string;
  headers: Readonly<Record<string, string>>;
}

const pageFolder = join(import.meta.dirname, 'playground');
const cardRenderer = join(import.meta.dirname, '../node_modules/adaptivecards/dist/adaptivecards.min.js');

/** A name has no dot but that of its ending, so that none leads out of the folder. */
const fileName = /^(?:[a-z-]+\/)?[a-z-]+\.(html|css|ts)$/;

/**
 * Allows nothing but the page's own scripts and styles, no other hosts, and no frames but the bot's tab on this
 * machine. Adaptive Cards set styles from script only, which `style-src` does not restrict. Pictures may be embedded in
 * a message.
 */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    'frame-src http://127.0.0.1:* http://localhost:*; ' +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/**
 * A file of the playground page.
 * @param path the whole path of the URL, without query: `/playground/main.ts`
 * @returns null when the page has no such file
 */
export async function playgroundFile(path: string): Promise<PageFile | null> {
  const name = path === '/playground' ? '' : withoutPrefix(path);
  if (name === null) return null;
  if (name === '') return readPageFile(pageFolder, 'index.html', headers);
  if (name === 'adaptivecards.min.js') return script(await readFile(cardRenderer, 'utf8'), headers);
  return fileName.test(name) ? readPageFile(pageFolder, name, headers) : null;
}

function withoutPrefix(path: string): string | null {
  return path.startsWith('/playground/') ? path.slice('/playground/'.length) : null;
}

/** A file of a page's folder, whose TypeScript is stripped of its types; null when there is none of this name. */
export async function readPageFile(
  folder: string,
  name: string,
  headers: PageFile['headers'],
): Promise<PageFile | null> {
  const text = await readIfThere(join(folder, name));
  if (text === null) return null;
  const ending = name.slice(name.lastIndexOf('.') + 1);
  if (ending === 'ts') return script(stripTypeScriptTypes(text), headers);
  return { type: `text/${ending}; charset=utf-8`, body: text, headers };
}

function script(body: string, headers: PageFile['headers']): PageFile {
  return { type: 'text/javascript; charset=utf-8', body, headers };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

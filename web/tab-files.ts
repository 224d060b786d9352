import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PageFile, readPageFile } from './page-files.ts';
import type { PageData } from './tab/wire.ts';

export interface TabPage {
  /** The sites that may show the page in a frame. */
  frameAncestors: readonly string[];
  data: PageData;
}

const folder = join(import.meta.dirname, 'tab');
const teamsLibrary = join(import.meta.dirname, '../node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js');

const fileName = /^[a-z-]+\.(html|css|ts)$/;

/** The files do not change while the bot runs, so each is read and stripped of its types once. */
const kept = new Map<string, Promise<PageFile | null>>();

/**
 * A file of the page “Overblik”.
 * @param path the whole path of the URL, without query: `/tab/main.ts`
 * @returns null when the page has no such file
 */
export async function tabFile(path: string, page: TabPage): Promise<PageFile | null> {
  if (path !== '/tab' && !path.startsWith('/tab/')) return null;
  const name = path.slice('/tab/'.length) || 'index.html';
  if (name === 'teams.min.js') return keep(name, () => library());
  if (!fileName.test(name)) return null;
  const file = await keep(name, () => readPageFile(folder, name, headers));
  return name === 'index.html' && file ? filled(file, page) : file;
}

function keep(name: string, read: () => Promise<PageFile | null>): Promise<PageFile | null> {
  const known = kept.get(name);
  if (known) return known;
  const reading = read().then((file) => {
    // Unknown names are not remembered, since there can be any number of them.
    if (file) kept.set(name, reading);
    return file;
  });
  return reading;
}

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Microsoft's library does not change until the bot is updated. */
async function library(): Promise<PageFile> {
  const body = await readFile(teamsLibrary, 'utf8');
  const day = { 'Cache-Control': 'public, max-age=86400' };
  return { type: 'text/javascript; charset=utf-8', body, headers: { ...headers, ...day } };
}

/** The bot's settings stand in the page as data, which no browser runs. */
function filled(file: PageFile, { data, frameAncestors }: TabPage): PageFile {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; " +
    `form-action 'none'; frame-ancestors ${frameAncestors.join(' ')}`;
  return {
    ...file,
    // The replacement is a function, since a `$` in a string has a meaning of its own.
    body: file.body.replace('>"data"<', () => `>${json}<`),
    headers: { ...file.headers, 'Content-Security-Policy': policy },
  };
}

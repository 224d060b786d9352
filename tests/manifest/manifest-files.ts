import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A file of the repository as text; `path` is relative to its root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

/** Width and height in pixels from a PNG's first chunk (PNG specification, IHDR). */
export function pngSize(path: string): [width: number, height: number] {
  const bytes = readFileSync(join(root, path));
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${path} is not a PNG`);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The names inside `{{…}}`, each once: what an installation fills in. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
}

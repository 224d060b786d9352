import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { pngSize } from '../../scripts/manifest/png.ts';

const root = join(import.meta.dirname, '../..');

/** A file of the repository as text; `path` is relative to its root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

/** The names inside `{{…}}`, each once; an installation fills them in. */
export function placeholdersIn(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
}

interface Pixel {
  x: number;
  y: number;
  /** Red, green, blue and, in a picture that has it, opacity. */
  colours: number[];
}

/** Each pixel of one of our icons: 8 bits a channel, and rows without a filter (PNG specification, filter type 0). */
export function pixelsOf(path: string): Pixel[] {
  const bytes = readFileSync(join(root, path));
  const [width, height] = pngSize(bytes) ?? [0, 0];
  const channels = { 2: 3, 6: 4 }[bytes[25] ?? 0] ?? 0;
  const at = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const line = 1 + width * channels;
  if (channels === 0 || bytes[24] !== 8 || rows.length !== height * line)
    throw new Error(`${path}: unknown kind of PNG`);
  return Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    if (rows[y * line] !== 0) throw new Error(`${path}: row ${y} has a filter`);
    const start = y * line + 1 + x * channels;
    return { x, y, colours: [...rows.subarray(start, start + channels)] };
  });
}

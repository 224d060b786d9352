import type { Json } from '../chats.ts';
import { HttpProblem } from '../http.ts';

/** Reads the page's requests; a wrong shape is the page's fault (400), not the server's. */

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new HttpProblem(400, 'a text is missing');
  return value;
}

/** Null where there is none. */
export function textOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : text(value);
}

export function json(value: unknown): Json {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpProblem(400, 'an object is expected');
  return value as Json;
}

interface PickedFile {
  name: string;
  /** Media type. */
  type: string;
  content: Uint8Array;
}

/** The file of a message, which comes in base64; null where there is none. */
export function fileOrNull(value: unknown): PickedFile | null {
  if (value === undefined || value === null) return null;
  const { name, type, content } = json(value);
  const bytes = Buffer.from(text(content), 'base64');
  return { name: text(name), type: text(type) || 'application/octet-stream', content: bytes };
}

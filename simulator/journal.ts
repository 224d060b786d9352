import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file of JSON lines that only grows, so that a killed process loses nothing that it had acknowledged. */
export interface Journal {
  /** The lines of the file when it was opened, oldest first. */
  entries: readonly unknown[];
  append(entry: object): void;
}

/** Opens or makes the file. Removes a last line that a kill cut in the middle: it was never acknowledged. */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const end = bytes.lastIndexOf('\n') + 1;
  if (end < bytes.length) truncateSync(file, end);
  const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
  return {
    entries: lines.map((line): unknown => JSON.parse(line)),
    append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
  };
}

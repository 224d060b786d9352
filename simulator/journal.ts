import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file of JSON lines that is only ever added to, so that a killed process loses nothing that it had acknowledged. */
export interface Journal {
  /** What stood in the file when it was opened, oldest first. */
  entries: readonly unknown[];
  append(entry: object): void;
}

/** Opens or makes the file. A line that a kill cut in the middle is removed: nobody was told that it was kept. */
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

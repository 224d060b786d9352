import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const lines = <Row>(name: string): Row[] =>
  readFileSync(join(import.meta.dirname, `../../tests/fixtures/shared/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const texts = lines<{ text: string }>('requests').map(({ text }) => text);

/** The shortest real text of the sample requests. */
export const shortest = texts.reduce((a, b) => (b.length < a.length ? b : a));

/** Real texts one after the other up to `length` characters, with their quotation marks and some line breaks. */
export function longest(length: number): string {
  let long = '';
  for (let index = 0; long.length < length; index++) {
    long += (index === 0 ? '' : index % 8 === 0 ? '\n' : ' ') + texts[index % texts.length];
  }
  return long.slice(0, length).trim().padEnd(length, '.');
}

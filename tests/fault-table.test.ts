import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Played {
  file: string;
  name: string;
}

/** The table of docs/faults.md: each fault with the tests that play it. */
const faults = read('docs/faults.md')
  .split('\n| fault | played by |\n|---|---|\n')[1]
  ?.split('\n\n')[0]
  ?.trim()
  .split('\n')
  .map((row) => /^\| (.+?) \| (.+) \|$/.exec(row)?.slice(1) ?? [row, ''])
  .map(([fault = '', tests = '']): [string, Played[]] => [fault, tests.split('<br>').map(playedBy)]);

/** @throws when a cell names a test in another way */
function playedBy(written: string): Played {
  const [, file, name] = /^`(tests\/[^`]+\.test\.ts)`: “([^”]+)”$/.exec(written) ?? [];
  if (file === undefined || name === undefined) throw new Error(`docs/faults.md names no test by “${written}”`);
  return { file, name };
}

test.each(faults ?? [])('a test plays: %s', (_fault, tests) => {
  // The name as the source writes it, in which `%s` stands for what a row of `test.each` fills in.
  for (const { file, name } of tests) expect(read(file)).toContain(`'${name}'`);
});

test('every file of faults has a row', () => {
  const named = new Set((faults ?? []).flatMap(([, tests]) => tests.map(({ file }) => file)));
  const files = readdirSync(join(root, 'tests/faults')).filter((file) => file.endsWith('.test.ts'));
  expect(files.filter((file) => !named.has(`tests/faults/${file}`))).toEqual([]);
});

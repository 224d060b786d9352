import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What production does not load. */
const local = /^bot\/local\//;

/** Where the last argument of the call begins and ends that opens at `open`. */
function lastArgument(code: string, open: number): string {
  let depth = 0;
  let quote = '';
  let from = open + 1;
  for (let at = open; at < code.length; at += 1) {
    const sign = code[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (`'"\``.includes(sign)) quote = sign;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) {
      depth -= 1;
      if (depth === 0) return code.slice(from, at);
    } else if (sign === ',' && depth === 1) from = at + 1;
  }
  throw new Error('a call without an end');
}

/** Each message that is logged, with the levels that the code gives it. */
function logged(): [message: string, level: string][] {
  const files = ['bot', 'jobs', 'handlers', 'models'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  return files
    .filter((file) => file.endsWith('.ts') && !local.test(file))
    .flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8');
      return [...code.matchAll(/\blog(?:\.(trace|debug|info|warn|error|fatal)|\[[^\]]+\])\(/g)].flatMap((call) => {
        const texts = [...lastArgument(code, call.index + call[0].length - 1).matchAll(/'([^']+)'/g)];
        if (texts.length === 0) throw new Error(`${file} logs what cannot be found: ${call[0]}`);
        return texts.map(([, text = '']): [string, string] => [text, call[1] ?? 'by a value']);
      });
    });
}

/** The table in docs/operations.md: each message with its levels. */
function documented(): Map<string, string> {
  const [, section = ''] = readFileSync(join(root, 'docs/operations.md'), 'utf8').split('\n## What the log says\n');
  const [table = ''] = section.split('\n## ');
  const rows = [...table.matchAll(/^\| (`[^|]+`) \| ([a-z, ]+) \|/gm)];
  return new Map(
    rows.flatMap(([, names = '', level = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, level]),
    ),
  );
}

test('every message of the log is in the operator’s table, and nothing else is', () => {
  expect([...documented().keys()].sort()).toEqual([...new Set(logged().map(([message]) => message))].sort());
});

test('the table says the level of each', () => {
  const table = documented();
  const others = logged().filter(([message, level]) => level !== 'by a value' && !table.get(message)?.includes(level));
  expect(others).toEqual([]);
});

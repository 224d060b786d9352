import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logEvents } from '../../bot/log-events.ts';

/** The table in docs/operations.md: each message with its levels. */
function documented(): Map<string, string[]> {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const [, section = ''] = page.split('\n## What the log says\n');
  const [table = ''] = section.split('\n## ');
  const rows = [...table.matchAll(/^\| (`[^|]+`) \| ([a-z, ]+) \|/gm)];
  return new Map(
    rows.flatMap(([, names = '', levels = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, levels.split(', ')] as const),
    ),
  );
}

test('lists every message of the log in the operator’s table, and nothing else', () => {
  expect([...documented().keys()].sort()).toEqual(Object.keys(logEvents).sort());
});

test.each(Object.entries(logEvents))('lists the levels of “%s” in the table', (name, { levels }) => {
  expect(documented().get(name)).toEqual(levels);
});

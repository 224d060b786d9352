import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { written } from '../../bot/admin/command.ts';
import { commands } from '../../bot/admin/commands.ts';
import { secrets } from '../../bot/config/secret-files.ts';
import { columns } from '../../domain/people/list-file/list-problem.ts';
import { areas, roles } from '../../domain/vocabulary.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = read('docs/operations.md');

/** The part of docs/operations.md under a heading. */
function under(heading: string): string {
  const [, part] = page.split(`\n## ${heading}\n`);
  if (part === undefined) throw new Error(`docs/operations.md has no ${heading}`);
  return part.split('\n## ')[0] ?? '';
}

const namedIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const firstCells = (part: string) =>
  namedIn([...part.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell]) => cell).join('\n'));

test('lists every setting in the table, and no other', () => {
  const files = readdirSync(join(root, 'bot/config')).map((file) => `bot/config/${file}`);
  const settings = files.flatMap((file) =>
    [...read(file).matchAll(/(?:^ +|\{ )([A-Z][A-Z_]+): /gm)].map(([, name]) => name),
  );
  // Node's own variable, by which it uses a forward proxy.
  const ofNode = ['NODE_USE_ENV_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
  const inFiles = secrets.map((name) => `${name}_FILE`);
  const [table = ''] = under('Settings').split('\n### ');
  expect(firstCells(table).sort()).toEqual([...new Set([...settings, ...ofNode, ...inFiles])].sort());
});

test('lists every command with its arguments in the tables of the page and of the README', () => {
  const lines = Object.entries(commands).map(([name, command]) =>
    ['npm run admin --', name, written(command)].filter(Boolean).join(' '),
  );
  const inPage = [...under("The administrator's commands").matchAll(/^\| `(npm run admin -- .+?)` \|/gm)];
  expect(inPage.map(([, line = '']) => line.replaceAll('\\|', '|')).sort()).toEqual([...lines].sort());
  const inReadme = [...read('README.md').matchAll(/^(npm run admin -- .+?) +#/gm)].map(([, line]) => line);
  expect(inReadme.sort()).toEqual([...lines].sort());
});

test('describes the two files with every column, role and area', () => {
  const part = under("The organisation's two files");
  const [, list = ''] = part.split('`FILE.csv`');
  expect(firstCells(list)).toEqual([...columns]);
  expect(namedIn(part)).toEqual(expect.arrayContaining([...areas, ...roles]));
});

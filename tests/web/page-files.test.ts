import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { playgroundFile } from '../../web/page-files.ts';

const root = join(import.meta.dirname, '../..');

test('serves the page at the folder’s own address', async () => {
  const page = await playgroundFile('/playground/');
  expect(page).toMatchObject({ type: 'text/html; charset=utf-8', body: expect.stringContaining('<html lang="da">') });
  expect(await playgroundFile('/playground')).toEqual(page);
});

test('serves the browser’s TypeScript without its types, line for line', async () => {
  const script = await playgroundFile('/playground/pane-list.ts');
  const source = await readFile(join(root, 'web/playground/pane-list.ts'), 'utf8');
  expect(script?.type).toBe('text/javascript; charset=utf-8');
  expect(script?.body).not.toMatch(/interface|readonly/);
  expect(script?.body.split('\n')).toHaveLength(source.split('\n').length);
});

test('serves styles and scripts of the folders of the platforms', async () => {
  expect(await playgroundFile('/playground/slack/style.css')).toMatchObject({ type: 'text/css; charset=utf-8' });
  expect(await playgroundFile('/playground/teams/card.ts')).toMatchObject({ type: 'text/javascript; charset=utf-8' });
});

test('serves the card renderer as its package has it', async () => {
  const packaged = await readFile(join(root, 'node_modules/adaptivecards/dist/adaptivecards.min.js'), 'utf8');
  expect((await playgroundFile('/playground/adaptivecards.min.js'))?.body).toBe(packaged);
});

test('every script and style that the page names is served', async () => {
  const { body = '' } = (await playgroundFile('/playground/')) ?? {};
  const named = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(3);
  for (const path of named) expect(await playgroundFile(path)).not.toBeNull();
});

test('allows nothing but its own scripts and styles', async () => {
  const { headers } = (await playgroundFile('/playground/')) ?? {};
  const policy = headers?.['Content-Security-Policy'];
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(policy).not.toContain('unsafe');
});

test.each([
  '/playground/../package.json',
  '/playground/..%2fpage-files.ts',
  '/playground/../page-files.ts',
  '/playground/slack/../../page-files.ts',
  '/playground//etc/hosts.css',
  '/playground/.hidden.css',
  '/playground/main.js',
  '/playground/no-such-file.css',
  '/playground/a/b/c.ts',
  '/playgrounds/main.ts',
  '/',
])('has nothing at %s', async (path) => {
  expect(await playgroundFile(path)).toBeNull();
});

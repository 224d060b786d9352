import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tabTexts } from '../../locales/edges/tab.ts';
import { tabFile } from '../../web/tab-files.ts';

const page = {
  frameAncestors: ['https://teams.microsoft.com', 'https://*.cloud.microsoft'],
  data: { access: 'microsoft', chat: 'https://teams.microsoft.com/?a=$&b=</script><b>', texts: tabTexts },
} as const;
const file = (path: string) => tabFile(path, page);

test('every script and style that the page and its scripts name is served', async () => {
  const { body = '' } = (await file('/tab/')) ?? {};
  const named = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(named).toContain('/tab/main.ts');
  const seen = new Set<string>();
  for (const path of named) {
    if (seen.has(path)) continue;
    seen.add(path);
    const served = await file(path);
    expect([path, served === null]).toEqual([path, false]);
    const imported = path.endsWith('.ts') ? [...(served?.body ?? '').matchAll(/from '\.\/([a-z-]+\.ts)'/g)] : [];
    named.push(...imported.map(([, name]) => `/tab/${name}`));
  }
  expect(seen.size).toBeGreaterThan(5);
});

test('the bot’s data stands in the page as data and ends no script', async () => {
  const { body = '' } = (await file('/tab')) ?? {};
  const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(body) ?? [];
  expect(JSON.parse(json)).toEqual(page.data);
  expect(json).not.toContain('<');
});

test('only the named sites may show it in a frame', async () => {
  const policy = (await file('/tab/'))?.headers['Content-Security-Policy'];
  expect(policy).toMatch(/frame-ancestors https:\/\/teams\.microsoft\.com https:\/\/\*\.cloud\.microsoft$/);
  expect(policy).not.toContain('unsafe');
});

test('serves Microsoft’s library as its package has it', async () => {
  const path = join(import.meta.dirname, '../../node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js');
  expect((await file('/tab/teams.min.js'))?.body).toBe(await readFile(path, 'utf8'));
});

test.each([
  '/tab/../tab-files.ts',
  '/tab/main.js',
  '/tab/.hidden.css',
  '/tab/a/b.ts',
  '/tabs/main.ts',
  '/tab/none.css',
  '/',
])('has nothing at %s', async (path) => {
  expect(await file(path)).toBeNull();
});

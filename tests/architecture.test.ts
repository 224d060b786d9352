import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Who may import whom, among our folders and among packages. The table of docs/architecture.md. */
const rules: Record<string, { folders: string[]; packages: RegExp }> = {
  domain: { folders: ['domain'], packages: /^(zod|luxon|date-holidays|csv-parse\/sync|file-type|node:buffer)$/ },
  locales: { folders: ['locales'], packages: /^$/ },
  cards: { folders: ['cards', 'domain', 'locales'], packages: /^(zod|@slack\/types)$/ },
  models: { folders: ['models', 'domain'], packages: /^(mongoose|node:crypto)$/ },
  handlers: { folders: ['handlers', 'domain', 'cards', 'locales'], packages: /^zod$/ },
  jobs: { folders: ['jobs', 'domain', 'cards', 'locales'], packages: /^luxon$/ },
  web: { folders: ['web'], packages: /^(@microsoft\/teams-js|@slack\/types|adaptivecards|node:[a-z/]+)$/ },
  simulator: { folders: ['simulator'], packages: /^(restify|ws|zod|node:[a-z/]+)$/ },
};

/** Types may be named where a missing text, or a picture that nobody draws, then does not compile. */
const typesOnly: Record<string, string[]> = { locales: ['domain'], web: ['scripts'] };

interface Import {
  from: string;
  to: string;
  type: boolean;
}

function importsOf(folder: string): Import[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const path = join(root, folder, file);
    const text = readFileSync(path, 'utf8');
    const found = [
      ...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'([^']+)'|import\('([^']+)'\)/gm),
    ];
    return found.map(([, type, fixed, dynamic]) => {
      const name = fixed ?? dynamic ?? '';
      const to = name.startsWith('.') ? `./${relative(root, join(dirname(path), name))}` : name;
      return { from: relative(root, path), to, type: type !== undefined };
    });
  });
}

test.each(Object.entries(rules))('%s imports only what it may', (folder, { folders, packages }) => {
  const imports = importsOf(folder);
  expect(imports.length).toBeGreaterThan(0);
  const allowed = ({ to, type }: Import) => {
    if (!to.startsWith('./')) return packages.test(to);
    const target = to.split('/')[1] ?? '';
    return folders.includes(target) || (type && (typesOnly[folder] ?? []).includes(target));
  };
  expect(imports.filter((one) => !allowed(one)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('only bot touches the platforms’ SDKs, the web server and the environment', () => {
  for (const folder of Object.keys(rules).filter((name) => name !== 'simulator')) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(root, folder, file), 'utf8');
      expect([file, /process\.env|from '(botbuilder|@slack\/bolt|@slack\/web-api|restify)'/.test(text)]).toEqual([
        file,
        false,
      ]);
    }
  }
});

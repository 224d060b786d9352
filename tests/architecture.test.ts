import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The imports that each layer may have, of our folders and of packages. The first table of docs/architecture.md. */
const layers: Record<string, { folders: string[]; packages: RegExp }> = {
  domain: { folders: ['domain'], packages: /^(zod|luxon|date-holidays|csv-parse\/sync|file-type|fflate|node:buffer)$/ },
  locales: { folders: ['locales'], packages: /^$/ },
  cards: { folders: ['cards', 'domain', 'locales'], packages: /^(zod|@slack\/types|node:crypto)$/ },
  models: { folders: ['models', 'domain'], packages: /^(mongoose|lru-cache|node:(async_hooks|crypto|util))$/ },
  handlers: { folders: ['handlers', 'domain', 'cards', 'locales'], packages: /^zod$/ },
  jobs: { folders: ['jobs', 'domain', 'cards', 'locales'], packages: /^(luxon|unpdf|node:worker_threads)$/ },
  web: { folders: ['web'], packages: /^(@microsoft\/teams-js|@slack\/types|adaptivecards|node:[a-z/]+)$/ },
  simulator: { folders: ['simulator'], packages: /^(restify|ws|zod|node:[a-z/]+)$/ },
};

/** Types may be named where a missing text, or a picture that nobody draws, then does not compile. */
const typesOnly: Record<string, string[]> = { locales: ['domain'], web: ['scripts'] };

/**
 * The subjects, each of which may import those before it and none after it, in every layer that has them. The second table
 * of docs/architecture.md.
 */
const subjects = [
  'text',
  'time',
  'delivery',
  'people',
  'requests',
  'answers',
  'channels',
  'conversation',
  'campaigns',
  'overview',
];
const layersBySubject = ['domain', 'cards', 'handlers', 'locales', 'models', 'jobs'];

/** The loose files of a layer: its kernel, and those that put its subjects together. */
const kernels: Record<string, string[]> = {
  domain: [
    'context.ts',
    'ids.ts',
    'index.ts',
    'input.ts',
    'perform.ts',
    'ports.ts',
    'refusal.ts',
    'registry.ts',
    'use-case.ts',
    'vocabulary.ts',
  ],
  cards: ['card.ts', 'live.ts', 'messages.ts', 'notice.ts', 'packed-action.ts', 'parts.ts'],
  handlers: ['handler.ts', 'index.ts'],
  locales: ['refusals.ts', 'texts.ts', 'vocabulary.ts'],
  models: ['collections.ts', 'schema.ts', 'stored.ts', 'together.ts', 'transaction.ts', 'world.ts'],
  jobs: [
    'background-tasks.ts',
    'deliver-outbox.ts',
    'deliver.ts',
    'delivery.ts',
    'dispatch.ts',
    'index.ts',
    'job.ts',
    'log-event.ts',
    'measures.ts',
    'run-schedule.ts',
    'streams.ts',
    'to-person.ts',
  ],
};
/** Folders beside the subjects. */
const beside: Record<string, string[]> = {
  cards: ['render'],
  locales: ['edges'],
  models: ['migrations'],
};

/** About ten, so that a folder is read in one look; a folder of one kind of thing each may hold a few more. */
const mostFiles = 12;

interface Import {
  from: string;
  to: string;
  type: boolean;
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'([^']+)'|import\('([^']+)'\)/gm)];
  return found.map(([, type, fixed, dynamic]) => {
    const name = fixed ?? dynamic ?? '';
    const to = name.startsWith('.') ? `./${relative(root, join(root, dirname(file), name))}` : name;
    return { from: file, to, type: type !== undefined };
  });
}

const production = ['domain', 'locales', 'cards', 'models', 'handlers', 'jobs', 'bot', 'web', 'simulator'].flatMap(
  filesIn,
);
const imports = production.flatMap(importsOf);
const ours = imports.filter(({ to }) => to.startsWith('./')).map((one) => ({ ...one, to: one.to.slice(2) }));
const words = ({ from, to }: Pick<Import, 'from' | 'to'>) => `${from} → ${to}`;

test.each(Object.entries(layers))('%s imports only what its layer may', (folder, { folders, packages }) => {
  const found = filesIn(folder).flatMap(importsOf);
  expect(found.length).toBeGreaterThan(0);
  const allowed = ({ to, type }: Import) => {
    if (!to.startsWith('./')) return packages.test(to);
    const target = to.split('/')[1] ?? '';
    return folders.includes(target) || (type && (typesOnly[folder] ?? []).includes(target));
  };
  expect(found.filter((one) => !allowed(one)).map(words)).toEqual([]);
});

test.each(layersBySubject)('%s has the kernel, the subjects and nothing else', (layer) => {
  // Read from the files: an empty folder that a checkout has left behind is nothing.
  const parts = filesIn(layer).map((file) => file.split('/').slice(1));
  const loose = parts.filter((part) => part.length === 1).map(([name = '']) => name);
  expect(loose.filter((name) => !(kernels[layer] ?? []).includes(name))).toEqual([]);
  const folders = new Set(parts.filter((part) => part.length > 1).map(([name = '']) => name));
  expect([...folders].filter((name) => ![...subjects, ...(beside[layer] ?? [])].includes(name))).toEqual([]);
});

/** The subject that a file is about; null for a kernel. */
function subjectOf(file: string): string | null {
  const [layer = '', subject = ''] = file.split('/');
  return layersBySubject.includes(layer) && subjects.includes(subject) ? subject : null;
}

test('a subject imports none that comes after it', () => {
  const found = ours.filter(({ from, to }) => {
    const [one, other] = [subjectOf(from), subjectOf(to)];
    return one !== null && other !== null && subjects.indexOf(other) > subjects.indexOf(one);
  });
  expect(found.map(words)).toEqual([]);
});

test('no two files import each other in a circle, types among it', () => {
  const next = Map.groupBy(ours, ({ from }) => from);
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of production) visit(file, []);
  expect(circles).toEqual([]);
});

test('no use case imports another, and none is run past perform', () => {
  const isUseCase = (file: string) => /\b(useCase|operatorUseCase)\(\{/.test(readFileSync(join(root, file), 'utf8'));
  const useCaseFiles = new Set(filesIn('domain').filter((file) => file !== 'domain/use-case.ts' && isUseCase(file)));
  expect(useCaseFiles.size).toBeGreaterThan(15);
  expect(ours.filter(({ from, to }) => useCaseFiles.has(from) && useCaseFiles.has(to)).map(words)).toEqual([]);
  const withTheKey = production.filter((file) =>
    /import [^;]*\bexecute\b[^;]*from '.*use-case\.ts'/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(withTheKey).toEqual(['domain/perform.ts']);
});

test('no two use cases share a name, under which outcomes are kept', () => {
  const names = filesIn('domain').flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/\b(?:useCase|operatorUseCase)\(\{\s*name: '([^']+)'/g)].map(([, name]) => name);
  });
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test(`no folder holds more than ${mostFiles} files beside its sub-folders`, () => {
  const counts = Map.groupBy(
    production.filter((file) => !file.startsWith('web/')),
    dirname,
  );
  expect(
    [...counts].filter(([, files]) => files.length > mostFiles).map(([folder, { length }]) => `${folder}: ${length}`),
  ).toEqual([]);
});

/**
 * Small files that one other file alone imports stand by themselves only where a folder holds one thing a file, so that
 * the file's name is how it is found.
 */
const oneThingAFile: ReadonlyArray<[folder: RegExp, why: string]> = [
  [/^domain\/\w+\/(\w+\/)?messages\//, 'a kind of message'],
  [/^domain\/\w+\/(\w+\/)?(flows|drafts|import|settings)\//, 'a flow'],
  [/^domain\/(\w+\/)?(registry|prepare-serials|back-off|unit)\.ts$/, 'a concept of its own'],
  [/^domain\/requests\/files\/look-through\.ts$/, 'the rule for files, which the task and its tests ask'],
  [/^domain\/time\/horizon\/suggest\.ts$/, 'what the horizon gives to others'],
  [/^(cards|locales|handlers)\/\w+\//, 'a card, the words of a flow, or the handlers of a subject'],
  [/^models\/\w+\//, 'a port or a migration'],
  [/^jobs\//, 'a task, or a part of the delivery that is tested by itself'],
  [/^bot\/admin\//, 'a command'],
];

test('a small file that one other imports is part of it, unless its folder holds one thing a file', () => {
  const layers = production.filter((file) => !/^(web|simulator)\//.test(file));
  const importers = Map.groupBy(ours, ({ to }) => to);
  const small = layers.filter((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
    return lines < 30 && new Set(importers.get(file)?.map(({ from }) => from)).size === 1;
  });
  expect(small.filter((file) => !oneThingAFile.some(([folder]) => folder.test(file)))).toEqual([]);
});

test('only bot touches the platforms’ SDKs, the web server and the environment', () => {
  for (const folder of Object.keys(layers).filter((name) => name !== 'simulator')) {
    for (const file of filesIn(folder)) {
      const text = readFileSync(join(root, file), 'utf8');
      expect([file, /process\.env|from '(botbuilder|@slack\/bolt|@slack\/web-api|restify)'/.test(text)]).toEqual([
        file,
        false,
      ]);
    }
  }
});

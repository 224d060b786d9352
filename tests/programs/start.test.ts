import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Starts the bot with a misspelt option, as the Node of this version would. */
function start(version: string | null, folder = root): Promise<{ status: number | null; output: string }> {
  const claimed = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const pretends = version === null ? [] : ['--import', `data:text/javascript,${encodeURIComponent(claimed)}`];
  return new Promise((done) => {
    const args = [...pretends, 'bot/start.js', 'bot/main.ts', '--frehs'];
    // The tests' own cache would take the place of the one that is asked about.
    const { NODE_COMPILE_CACHE: _ofTests, ...env } = process.env;
    execFile(
      process.execPath,
      args,
      { cwd: folder, env: folder === root ? process.env : env },
      (error, stdout, stderr) => done({ status: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });
}

test('starts the program with its arguments', async () => {
  const { status, output } = await start(null);
  expect([status, output]).toEqual([1, expect.stringContaining("Unknown option '--frehs'")]);
});

test.each(['18.20.8', '20.20.2', '22.18.0', '24.20.9', '25.9.0'])(
  'says under Node %s which Node it needs and how to get it',
  async (version) => {
    const { status, output } = await start(version);
    expect(status).toBe(1);
    expect(output).toContain(`this is Node ${version}`);
    expect(output).toContain('npm rebuild node --ignore-scripts=false');
    expect(output).not.toMatch(/ERR_|\n {4}at /);
  },
);

test.each(['24.21.0', '24.22.1', '26.0.0', '27.1.0'])('lets Node %s run the sources', async (version) => {
  expect((await start(version)).output).toContain("Unknown option '--frehs'");
});

test.each([
  ['keeps what it compiled for the next start', null, true],
  ['starts where nothing can be kept', 'a file in its place', false],
])('%s', async (_what, inItsPlace, keeps) => {
  const folder = mkdtempSync(join(tmpdir(), 'forenklingsbot-start-'));
  try {
    for (const file of ['package.json', 'bot/start.js']) cpSync(join(root, file), join(folder, file));
    mkdirSync(join(folder, 'node_modules/zod'), { recursive: true });
    if (inItsPlace) writeFileSync(join(folder, 'node_modules/.cache'), inItsPlace);
    writeFileSync(join(folder, 'bot/main.ts'), "const word: string = 'started';\nconsole.log(word);\n");
    const { status, output } = await start(null, folder);
    expect([status, output]).toEqual([0, 'started\n']);
    expect(existsSync(join(folder, 'node_modules/.cache/compiled'))).toBe(keeps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('says without its packages how to install them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forenklingsbot-start-'));
  try {
    for (const file of ['package.json', 'bot/start.js']) cpSync(join(root, file), join(folder, file));
    const { status, output } = await start(null, folder);
    expect([status, output]).toEqual([1, expect.stringContaining('Run: npm ci')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('approves or denies every package with an install script, and installs a Node that `engines` names', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { allowScripts, devDependencies, engines } = read('package.json');
  const { packages } = read('package-lock.json') as { packages: Record<string, { hasInstallScript?: boolean }> };
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(scripted.map(([path]) => path.replace(/^.*node_modules\//, '')).sort()).toEqual(
    Object.keys(allowScripts).sort(),
  );
  expect(engines.node.split(' || ')).toContain(devDependencies.node);
});

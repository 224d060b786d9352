import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { type Image, instructionsOf, performImageSteps } from '../../scripts/image-steps.ts';
import { newTestDatabase, type TestDatabase } from '../database.ts';
import { keepProcess } from '../run-log/kept.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const dockerfile = read('deploy/Dockerfile');
const instructions = instructionsOf(dockerfile);
const restsOf = (word: string) => instructions.filter(([one]) => one === word).map(([, rest]) => rest);

/** Our Node in place of the image's, whose version is held against ours below. */
const node = join(root, 'node_modules/.bin');

test('passes a linter of Dockerfiles', () => {
  expect(validate(dockerfile)).toEqual([]);
});

test('is built on the Node of the lock file, by its whole version', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
  const version = packages['node_modules/node']?.version;
  expect(restsOf('FROM').map((rest) => rest.split(' ')[0])).toEqual([
    `node:${version}-bookworm-slim`,
    `node:${version}-bookworm-slim`,
  ]);
});

test('runs as a user by number that is not root', () => {
  expect(restsOf('USER')).toEqual(['1000:1000']);
});

test('is built from the files that it copies, and Docker is sent no others', () => {
  const copied = restsOf('COPY')
    .filter((rest) => !rest.startsWith('--from'))
    .flatMap((rest) => rest.split(' ').slice(0, -1));
  const [first, ...sent] = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(first).toBe('*');
  expect(sent.sort()).toEqual([...new Set(copied)].map((file) => `!${file}`).sort());
});

describe('what the image holds', () => {
  let place: string;
  let image: Image;
  let testDatabase: TestDatabase;
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'image-'));
    image = performImageSteps(place);
    testDatabase = newTestDatabase();
  }, 180_000);
  afterAll(async () => {
    rmSync(place, { recursive: true, force: true });
  });

  test('has no tests, no simulator, no package of development and no file that is private', () => {
    expect(readdirSync(image.folder).sort()).toEqual([
      'LICENSE',
      'bot',
      'cards',
      'domain',
      'handlers',
      'jobs',
      'locales',
      'manifest',
      'models',
      'node_modules',
      'package.json',
      'web',
    ]);
    for (const name of ['typescript', 'jest', 'node', 'playwright-core', '@biomejs'])
      expect([name, existsSync(join(image.folder, 'node_modules', name))]).toEqual([name, false]);
  });

  test('is enough for the bot: it starts, is healthy by its own check, and stops', async () => {
    const env = {
      ...image.env,
      PATH: `${node}:${process.env.PATH}`,
      PORT: '0',
      HOST: '127.0.0.1',
      MONGODB_URI: testDatabase.uri,
      SLACK_BOT_TOKEN: 'xoxb-of-the-tests',
      SLACK_SIGNING_SECRET: 'signing-secret-of-the-tests',
    };
    const [program = '', ...args] = image.command;
    const bot = spawn(program, args, { cwd: image.folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    keepProcess(bot.pid);
    const exit = once(bot, 'exit');
    let output = '';
    bot.stdout.on('data', (text) => {
      output += text;
    });
    while (!output.includes('"msg":"ready"')) {
      const [what] = await Promise.race([once(bot.stdout, 'data'), exit]);
      if (what === null || typeof what === 'number') throw new Error(`the bot ended:\n${output}`);
    }
    const [, port = ''] = /"port":(\d+)/.exec(output) ?? [];
    const [check = '', ...checked] = image.healthCheck;
    execFileSync(check, checked, { env: { ...env, PORT: port } });
    expect(() => execFileSync(check, checked, { env: { ...env, PORT: '1' } })).toThrow('Command failed');
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    bot.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  }, 60_000);

  test('has the administrator’s commands', () => {
    const env = {
      PATH: `${node}:${process.env.PATH}`,
      MONGODB_URI: testDatabase.uri,
      LANG: 'en',
    };
    const parked = () =>
      execFileSync('node', ['bot/admin/main.ts', 'parked', 'nowhere'], { cwd: image.folder, env, stdio: 'pipe' });
    expect(parked).toThrow('nowhere');
  });
});

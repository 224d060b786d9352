import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFailure } from '../../bot/start-failure.ts';
import { freePort } from '../free-port.ts';
import { run } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'start-failure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const platforms = {
  TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
  TEAMS_APP_PASSWORD: 'teams-password-of-the-tests',
  TEAMS_APP_TENANT_ID: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
};

test.each(['EROFS', 'EACCES', 'EEXIST', 'ENOSPC', 'EPERM', 'ENOTDIR'])('tells %s in words, with the path', (code) => {
  const error = Object.assign(new Error(code), { code, syscall: 'mkdir', path: '/var/lib/bot' });
  expect(startFailure(error)).toMatch(new RegExp(`^/var/lib/bot cannot be used \\(${code}\\)\\. .+\\.$`));
});

test('tells of a port that needs special rights', () => {
  const error = Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'listen' });
  expect(startFailure(error)).toContain('PORT');
});

test('has no words for a defect', () => {
  expect(startFailure(new TypeError('x is not a function'))).toBeNull();
});

async function startsIn(settings: Record<string, string>): Promise<string> {
  const program = run('bot/main.ts', [], { PORT: '0', PLAYGROUND_PORT: '0', ...settings });
  expect(await program.exit).toBe(1);
  expect(program.output()).not.toMatch(/\bat .*\.ts:\d+/);
  return program.output();
}

test('a data folder whose name a file has already is told in words', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(await startsIn({ DATA_FOLDER: file })).toContain(`${file} cannot be used (EEXIST)`);
  expect(await startsIn({ DATA_FOLDER: join(file, 'below') })).toContain('cannot be used (ENOTDIR)');
});

test('a database that is down is told in words', async () => {
  const uri = `mongodb://127.0.0.1:${await freePort()}/?serverSelectionTimeoutMS=200`;
  const program = run('bot/main.ts', [], { ...platforms, PORT: '0', MONGODB_URI: uri });
  expect(await program.exit).toBe(1);
  expect(program.output()).toContain('The database does not answer.');
  expect(program.output()).not.toMatch(/\bat .*\.ts:\d+/);
}, 60_000);

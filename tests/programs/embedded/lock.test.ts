import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock } from '../../../bot/database/embedded/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock', () => {
  const lockFile = () => join(folder, 'lock.json');

  test('is replaced when it is of an earlier process whose pid is used again', () => {
    writeFileSync(lockFile(), JSON.stringify({ owner: { pid: process.pid, started: 'an earlier boot' } }));
    acquireLock(lockFile()).release();
    expect(existsSync(lockFile())).toBe(false);
  });

  test('stops the start when it is damaged, and says what to check', () => {
    writeFileSync(lockFile(), '{"owner":');
    expect(() => acquireLock(lockFile())).toThrow(/is damaged.*then delete the file/);
  });

  test('goes to one of two processes that start at the same moment', () => {
    writeFileSync(`${lockFile()}.claim`, '');
    expect(() => acquireLock(lockFile())).toThrow('is starting on the same folder right now');
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbeddedDatabase } from '../../../../bot/database/embedded/embedded-database.ts';
import { installedProgram } from '../../../../bot/database/embedded/install/install.ts';
import { explainInstallFailure } from '../../../../bot/database/embedded/install/install-failure.ts';

const MODULE = resolve(import.meta.dirname, '../../../../bot/database/embedded/embedded-database.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'embedded-database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The output of a fresh process that starts the database with `path` as its PATH. */
function messageWithPath(path: string): string {
  const options = JSON.stringify({ dataFolder: folder });
  const program = `
    import { startEmbeddedDatabase } from ${JSON.stringify(MODULE)};
    await startEmbeddedDatabase({ ...${options}, progress: () => {} }).catch((error) => console.log(error.problem, error.message));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: path },
  });
}

function fakePython(script: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'python3'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return bin;
}

describe('the installed server', () => {
  function installation(marker: object, files: string[] = ['python', 'secantusd-py']): string {
    const environment = join(folder, 'environment-1');
    mkdirSync(join(environment, 'bin'), { recursive: true });
    for (const file of files) writeFileSync(join(environment, 'bin', file), '');
    writeFileSync(
      join(folder, 'installed.json'),
      JSON.stringify({ requirement: 'secantusdb==0.7.0b3', environment, ...marker }),
    );
    return environment;
  }

  test('is found when its marker and its programs are there', () => {
    const environment = installation({});
    expect(installedProgram(folder)).toBe(join(environment, 'bin/secantusd-py'));
  });

  test('is not found without its marker, as after a kill of pip half-way', () => {
    installation({});
    rmSync(join(folder, 'installed.json'));
    expect(installedProgram(folder)).toBeUndefined();
  });

  test('is not found when the marker is of another version or is damaged', () => {
    installation({ requirement: 'secantusdb==0.6.0' });
    expect(installedProgram(folder)).toBeUndefined();
    writeFileSync(join(folder, 'installed.json'), '{');
    expect(installedProgram(folder)).toBeUndefined();
  });

  test('is not found when the folder has moved or the system has lost its Python', () => {
    installation({ environment: '/elsewhere/environment-1' });
    expect(installedProgram(folder)).toBeUndefined();
    const environment = installation({}, ['secantusd-py']);
    rmSync(join(environment, 'bin/python'));
    symlinkSync('/nowhere/python3', join(environment, 'bin/python'));
    expect(installedProgram(folder)).toBeUndefined();
  });
});

describe('an installation that cannot run says what to do about', () => {
  test('a missing Python', () => {
    expect(messageWithPath('/nowhere')).toMatch(/^no-python .*apt-get install python3 python3-venv.*MONGODB_URI/);
  });

  test('a Python that is too old', () => {
    expect(messageWithPath(fakePython('echo "3.8 True"'))).toMatch(/^python-version .*needs Python 3.10 to 3.13.*3\.8/);
  });

  test('a Python without the venv module', () => {
    expect(messageWithPath(fakePython('echo "3.11 False"'))).toMatch(/^no-venv-module .*apt-get install python3-venv/);
  });

  test('a version manager’s placeholder for Python', () => {
    expect(messageWithPath(fakePython('echo "command not found" >&2; exit 127'))).toMatch(/^no-python /);
  });

  const words = { what: 'the embedded database', otherwise: 'or set MONGODB_URI', megabytes: 300 };

  test('a package that pip cannot get, with pip’s last lines', () => {
    const failure = Object.assign(new Error('Command failed'), {
      stdout: 'Looking up\n',
      stderr: 'ERROR: No matching distribution found for secantusdb==0.7.0b3\n',
    });
    const { problem, message } = explainInstallFailure(failure, folder, words);
    expect(problem).toBe('install-failed');
    expect(message).toContain('  ERROR: No matching distribution found for secantusdb==0.7.0b3');
    expect(message).toContain('PIP_INDEX_URL');
  });

  test('a full disk', () => {
    const failure = Object.assign(new Error('x'), { stderr: 'OSError: [Errno 28] No space left on device' });
    expect(explainInstallFailure(failure, folder, words)).toMatchObject({ problem: 'disk-full' });
  });
});

test('installs the server at a first start, and lets a second process wait for it', async () => {
  const own = join(folder, 'python');
  const lines: string[] = [];
  const both = await Promise.all(
    ['one', 'two'].map((name) =>
      startEmbeddedDatabase({
        dataFolder: join(folder, name),
        environmentFolder: own,
        searchPath: '',
        progress: (line) => lines.push(`${name}: ${line}`),
      }),
    ),
  );
  await Promise.all(both.map((database) => database.stop()));
  expect(lines.filter((line) => line.includes('Installing'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('waiting for it'))).toHaveLength(1);
}, 120_000);

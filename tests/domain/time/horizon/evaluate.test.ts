import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'horizons-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function evaluate(...parameters: string[]) {
  const node = join(root, 'node_modules/.bin/node');
  return spawnSync(node, ['bench/evaluate.ts', ...parameters], { cwd: root, encoding: 'utf8' });
}

function fileOf(content: string): string {
  const path = join(folder, 'lines.jsonl');
  writeFileSync(path, content);
  return path;
}

const right = '{"text":"Q3 2026","today":"2026-11-22","start":"2026-07-01","end":"2026-09-30"}';
const wrong = '{"text":"Q3 2026","today":"2026-11-22","start":null,"end":null}';

test('prints the number of lines and the share that is exact, and nothing else', () => {
  const { status, stdout, stderr } = evaluate('horizons', fileOf(`${right}\n${wrong}\n`));
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '{"n":2,"exact":0.5}\n', stderr: '' });
});

test('shows the missed lines on request, apart from the result', () => {
  const { stdout, stderr } = evaluate('horizons', fileOf(`${right}\n${wrong}\n`), '--misses');
  expect(stdout).toBe('{"n":2,"exact":0.5}\n');
  expect(stderr).toBe(`${wrong} was read as ["2026-07-01","2026-09-30"]\n`);
});

test.each([
  ['an unknown task', ['weather', 'lines.jsonl'], 'Unknown task "weather"'],
  ['no file', ['horizons'], 'Usage:'],
  ['a missing file', ['horizons', 'nowhere.jsonl'], 'Cannot read nowhere.jsonl'],
])('refuses %s with exit code 2', (_, parameters, message) => {
  const { status, stdout, stderr } = evaluate(...parameters);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test.each([
  ['that is not JSON', 'Q3 2026'],
  ['without a text', '{"today":"2026-11-22","start":null,"end":null}'],
  ['without a label', '{"text":"Q3","today":"2026-11-22"}'],
])('refuses a line %s and names the line', (_, line) => {
  const { status, stdout, stderr } = evaluate('horizons', fileOf(`${right}\n${line}\n`));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('lines.jsonl:2: ');
});

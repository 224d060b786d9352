import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'horizons-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function evaluate(...parameters: string[]) {
  const node = join(root, 'node_modules/.bin/node');
  return spawnSync(node, ['bench/evaluate/evaluate.ts', ...parameters], { cwd: root, encoding: 'utf8' });
}

function fileOf(content: string): string {
  const path = join(folder, 'lines.jsonl');
  writeFileSync(path, content);
  return path;
}

const right = '{"text":"Q3 2026","today":"2026-11-22","start":"2026-07-01","end":"2026-09-30"}';
const wrong = '{"text":"Q3 2026","today":"2026-11-22","start":null,"end":null}';

/** The last line of what it prints, and nothing else is printed. */
function figures(...parameters: string[]) {
  const { status, stdout, stderr } = evaluate(...parameters);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as object;
}

test('prints the number of lines and the figures, and nothing else', () => {
  const unread = '{"text":"engang","today":"2026-11-22","start":"2026-07-01","end":"2026-09-30"}';
  expect(figures('horizons', fileOf([right, right, wrong, unread].join('\n')))).toEqual({
    n: 4,
    exact: 0.5,
    wrong: 0.25,
    unknown: 0.25,
  });
});

test('gives null for a figure that no line is about', () => {
  expect(figures('cpr', fileOf('{"text":"Hej","has":false}'))).toEqual({
    n: 1,
    precision: null,
    recall: null,
    f1: null,
    exact: null,
  });
});

test('counts CPR numbers by line, and by their places where these are given', () => {
  const lines = [
    '{"text":"Det er 070761-4285","spans":[[7,18]]}',
    '{"text":"Det er 070761-4285","spans":[[6,18]]}',
    '{"text":"Det er 070761-4285","has":true}',
    '{"text":"Hej","has":true}',
    '{"text":"070761-4285","has":false}',
  ];
  expect(figures('cpr', fileOf(lines.join('\n')))).toEqual({
    n: 5,
    precision: 0.75,
    recall: 0.75,
    f1: 0.75,
    exact: 0.5,
  });
});

test('reads numbers within a tenth, and tells those that a text does not state', () => {
  const lines = [
    '{"text":"Det tager 20 minutter hver uge","minutesPerTime":21,"timesPerMonth":4.33,"stated":["minutesPerTime","timesPerMonth"]}',
    '{"text":"Det tager 20 minutter","minutesPerTime":30,"stated":["minutesPerTime"]}',
    '{"text":"Det tager 20 minutter","stated":[]}',
  ];
  const { n, area1, minutesExact, timesExact, peopleExact, spurious } = figures(
    'route',
    fileOf(lines.join('\n')),
  ) as Record<string, unknown>;
  expect({ n, area1, minutesExact, timesExact, peopleExact }).toEqual({
    n: 3,
    area1: null,
    minutesExact: 0.5,
    timesExact: 1,
    peopleExact: null,
  });
  expect(spurious).toBe(0.1667);
});

test('counts the words that are lost, and writes what was read in the order of the lines', () => {
  const out = join(folder, 'out.jsonl');
  const lines = [
    '{"text":"tak","role":"leader","pending":"none","intent":"thanks"}',
    '{"text":"tak","role":"leader","pending":"none","intent":"pain"}',
  ];
  expect(figures('intents', fileOf(lines.join('\n')), '--predictions', out)).toEqual({
    n: 2,
    accuracy: 0.5,
    asked: 0,
    lostWords: 1,
  });
  expect(readFileSync(out, 'utf8')).toBe('{"intent":"thanks","kept":false}\n'.repeat(2));
});

test('shows the missed lines on request, apart from the result', () => {
  const { stdout, stderr } = evaluate('horizons', fileOf(`${right}\n${wrong}\n`), '--misses');
  expect(JSON.parse(stdout)).toMatchObject({ n: 2, exact: 0.5 });
  expect(stderr).toContain(`${wrong} was read as {"start":"2026-07-01"`);
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

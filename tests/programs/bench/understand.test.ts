import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

test('the time to read a message is measured without a database, and printed as one line of JSON', () => {
  const node = join(root, 'node_modules/.bin/node');
  const { status, stdout } = spawnSync(node, ['bench/bench.ts', 'understand'], { cwd: root, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  const { texts, median, p95, start } = JSON.parse(stdout) as Record<string, number>;
  expect(texts).toBeGreaterThan(300);
  for (const figure of [median, p95, start]) expect(figure).toBeGreaterThan(0);
}, 120_000);

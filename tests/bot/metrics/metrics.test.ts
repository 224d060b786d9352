import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { digestOf } from '../../../bot/log.ts';
import { makeMetrics } from '../../../bot/metrics/metrics.ts';
import { serveMetrics } from '../../../bot/metrics/serve.ts';
import type { Backlog } from '../../../models/delivery/backlog.ts';

const now = new Date('2026-11-24T09:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
let found: Backlog | null = null;
const metrics = makeMetrics({ backlog: async () => found, now: () => now });

/** The samples of one metric: each with its labels, as they are written. */
async function samples(name: string): Promise<string[]> {
  const lines = (await metrics.text()).split('\n');
  return lines.filter((line) => line.startsWith(`forenklingsbot_${name}`)).map((line) => line.slice(15));
}

test('counts the backlog by class, with the age of the oldest, and what is parked by its reason', async () => {
  found = {
    due: [
      { kind: 'answer-given', count: 2, oldest: before(30) },
      { kind: 'request-delivered', count: 1, oldest: before(90) },
      { kind: 'home', count: 4, oldest: before(1) },
      { kind: 'of-a-later-version', count: 1, oldest: before(5) },
    ],
    parked: [{ problem: 'no-chat', count: 3 }],
  };
  expect(await samples('backlog{')).toEqual([
    'backlog{class="answer"} 3',
    'backlog{class="task"} 4',
    'backlog{class="unknown"} 1',
  ]);
  expect(await samples('backlog_oldest_seconds{')).toEqual([
    'backlog_oldest_seconds{class="answer"} 90',
    'backlog_oldest_seconds{class="task"} 1',
    'backlog_oldest_seconds{class="unknown"} 5',
  ]);
  expect(await samples('parked{')).toEqual(['parked{reason="no-chat"} 3']);
  expect(await samples('database_up')).toEqual(['database_up 1']);
});

test('leaves the backlog out when the database does not answer, and says that it does not', async () => {
  found = null;
  expect(await samples('backlog{')).toEqual([]);
  expect(await samples('database_up')).toEqual(['database_up 0']);
});

test('counts tries by class and result, pick-ups and answers 429', async () => {
  metrics.delivery.tried('campaign-prompt', 'unknown');
  metrics.delivery.tried('campaign-prompt', 'unknown');
  metrics.delivery.pickedUp('answer-given', 0.2);
  metrics.limited('teams');
  expect(await samples('sends_total')).toEqual(['sends_total{class="nudge",result="unknown"} 2']);
  expect(await samples('pickup_seconds_bucket{le="0.25"')).toEqual([
    'pickup_seconds_bucket{le="0.25",class="answer"} 1',
  ]);
  expect(await samples('pickup_seconds_bucket{le="0.1"')).toEqual(['pickup_seconds_bucket{le="0.1",class="answer"} 0']);
  expect(await samples('rate_limited_total')).toEqual(['rate_limited_total{platform="teams"} 1']);
});

test('counts the lines of the log, also those below its level, and times arrivals by them', async () => {
  const written: string[] = [];
  const log = metrics.counted(pino({ level: 'error', base: null }, { write: (line) => written.push(line) }));
  log.debug({ action: 'refresh-request', arrival: digestOf('k'), platform: 'slack', ms: 40 }, 'handled');
  log.error({ err: new Error('x') }, 'request failed');
  expect(written.map((line) => JSON.parse(line).msg)).toEqual(['request failed']);
  expect(await samples('log_lines_total')).toEqual([
    'log_lines_total{level="debug",message="handled"} 1',
    'log_lines_total{level="error",message="request failed"} 1',
  ]);
  expect(await samples('arrival_seconds_sum')).toEqual(['arrival_seconds_sum{platform="slack"} 0.04']);
});

test('serves the figures at /metrics alone, on an address of its own', async () => {
  const failures: unknown[] = [];
  const served = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 }, (error) => failures.push(error));
  const get = (path: string) => fetch(`http://127.0.0.1:${served.port}${path}`);
  const response = await get('/metrics');
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  expect(await response.text()).toContain('nodejs_eventloop_lag_p99_seconds');
  expect((await get('/')).status).toBe(404);
  await served.stop();
  expect(failures).toEqual([]);
});

test('has each metric in the operator’s table, and no other', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/metrics.md'), 'utf8');
  const [table = '', alarms = ''] = page.split('\n## Alarms\n');
  const documented = [...table.matchAll(/^\| `(forenklingsbot_[a-z_]+)/gm)].map(([, name]) => name);
  const made = [...(await metrics.text()).matchAll(/^# TYPE (forenklingsbot_\S+)/gm)].map(([, name]) => name);
  expect(documented.sort()).toEqual(made.sort());
  const asked = [...alarms.matchAll(/forenklingsbot_[a-z_]+/g)].map(([name]) => name.replace(/_(bucket|count)$/, ''));
  expect(asked.length).toBeGreaterThan(5);
  for (const name of asked) expect(made).toContain(name);
});

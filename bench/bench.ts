import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedDatabase } from '../bot/database/embedded/embedded-database.ts';
import { aims } from './speed/aims.ts';
import { type AuthenticationEffort, measureAuthentication } from './speed/authentication.ts';
import { type Effort, measure } from './speed/measure.ts';
import { table } from './speed/table.ts';

/**
 * `node bench/bench.ts [--quick] [--json]` measures the processor time of the bot for a request of Teams and of Slack,
 * as a ratio to the bare SDK's, the time until requests are acknowledged, and the cost of checking that Teams sent
 * them. docs/benchmarks.md describes the method. `--quick` shows that it runs; its figures are not to be quoted.
 * `--json` prints one line of JSON.
 */
const full: Effort & AuthenticationEffort = { rounds: 5, requests: 20, warmUp: 60, checks: 2_000 };
const quick: Effort & AuthenticationEffort = { rounds: 1, requests: 8, warmUp: 4, checks: 200 };

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const say = (line: string) => process.stderr.write(`${line}\n`);

const dataFolder = await mkdtemp(join(tmpdir(), 'forenklingsbot-bench-'));
const database = await startEmbeddedDatabase({
  dataFolder,
  environmentFolder: join(import.meta.dirname, '../.data/python'),
  progress: say,
});
try {
  const effort = values.quick ? quick : full;
  const loadBefore = loadavg()[0];
  say('Measuring the check of tokens …');
  const authentication = await measureAuthentication(effort);
  say('Measuring Teams …');
  const teams = await measure('teams', database.uri, effort);
  say('Measuring Slack …');
  const slack = await measure('slack', database.uri, effort);
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, node: process.version, loadBefore };
  const result = { database: database.server, machine, effort, aims, authentication, teams, slack };
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : table(result));
} finally {
  await database.stop();
  await rm(dataFolder, { recursive: true });
}

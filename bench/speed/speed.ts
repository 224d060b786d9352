import { cpus, loadavg } from 'node:os';
import { aims } from './aims.ts';
import { type AuthenticationEffort, measureAuthentication } from './authentication.ts';
import { type Effort, measure, type Server } from './measure.ts';
import { table } from './table.ts';

/** 1,200 requests of a platform before the measurement. */
const warmUp = 300;
const full: Effort & AuthenticationEffort = { rounds: 5, requests: 20, warmUp, checks: 2_000 };
/** 1,000 requests of each kind, which a p99 needs. */
const long: Effort & AuthenticationEffort = { rounds: 10, requests: 100, warmUp, checks: 2_000 };
const quick: Effort & AuthenticationEffort = { rounds: 1, requests: 8, warmUp: 4, checks: 200 };

/**
 * Measures both platforms against the bare SDKs, and the check of tokens; gives a readable table, or one line of JSON.
 * @param server the database server
 * @param database its name and version
 */
export async function measureSpeed(
  server: Server,
  database: string,
  options: { quick: boolean; long: boolean; json: boolean },
  say: (line: string) => void,
): Promise<string> {
  const effort = options.quick ? quick : options.long ? long : full;
  const loadBefore = loadavg()[0];
  say('Measuring the check of tokens …');
  const authentication = await measureAuthentication(effort);
  say('Measuring Teams …');
  const teams = await measure('teams', server, effort);
  say('Measuring Slack …');
  const slack = await measure('slack', server, effort);
  const machine = { processor: cpus()[0]?.model, cores: cpus().length, node: process.version, loadBefore };
  const result = { database, machine, effort, aims, authentication, teams, slack };
  return options.json ? JSON.stringify(result) : table(result);
}

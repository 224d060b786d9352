import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedDatabase } from '../bot/database/embedded/embedded-database.ts';
import { measureBurst } from './burst.ts';
import { measureCampaign } from './campaign/campaign.ts';
import { commandsOf, idleCommands } from './commands/commands.ts';
import { databaseAt } from './database-at.ts';
import { measureDigests } from './digests.ts';
import { measureScale } from './scale/scale.ts';
import { measureSpeed } from './speed/speed.ts';
import { measureStart } from './start.ts';
import { measureUnderstanding } from './understand.ts';

/**
 * `npm run bench` measures the processor time of the bot for a request of Teams and of Slack, as a ratio to the bare
 * SDK's, the time until requests are acknowledged, and the cost of checking that Teams sent them. `--quick` shows that
 * it runs; its figures are not to be quoted. `--long` takes 1,000 requests of each kind. `--json` prints one line of JSON.
 *
 * `npm run -s bench -- commands` counts the commands that each action sends to the database, and prints one line of
 * JSON; `--names` prints which.
 *
 * `npm run -s bench -- burst` has 200 leaders send a request at the same moment, and prints one line of JSON: none is lost,
 * and nobody waits longer than Slack does.
 *
 * `npm run -s bench -- digests` has the bot send the weekly digest to 5,000 managers, and prints one line of JSON.
 *
 * `npm run -s bench -- campaign` has three bots prompt 5,000 leaders within Teams' limits, while owners answer requests, and
 * one bot without limits; it prints one line of JSON. `--quick` prompts a few and shows that it runs.
 *
 * `npm run -s bench -- start` measures how long the bot takes until it is ready, and prints one line of JSON.
 *
 * `npm run bench -- scale` measures what people do over a little and over a long history; `--quick` over a shorter one.
 *
 * `npm run -s bench -- understand` measures how long a message is read, and prints one line of JSON; `--embedder local` also
 * with the local embedder, which must be installed.
 *
 * EMBEDDED_SERVER names the database server, as for the bot.
 *
 * docs/benchmarks.md describes the methods.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
    embedder: { type: 'string', default: 'off' },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const print = (line: string) => process.stdout.write(`${line}\n`);

/** The seconds over which the commands of an idle bot are counted. */
const idleSeconds = 30;

const benchmarks: Record<
  string,
  (server: { uri: string; server: string; serverPid: number | undefined }) => Promise<string>
> = {
  speed: ({ uri, server, serverPid }) => measureSpeed({ uri, pid: serverPid }, server, values, say),
  start: async ({ uri, server }) => JSON.stringify({ ...(await measureStart(uri, say)), server }),
  digests: async ({ uri, server }) => JSON.stringify({ ...(await measureDigests(uri, say)), server }),
  campaign: async ({ uri, server, serverPid }) =>
    JSON.stringify({ ...(await measureCampaign({ uri, pid: serverPid }, values, say)), server }),
  burst: async ({ uri, server }) => JSON.stringify({ ...(await measureBurst(uri, say)), server }),
  async commands({ uri }) {
    const sent = Object.entries(await commandsOf(databaseAt(uri, 'commands')));
    if (values.names) for (const [action, commands] of sent) say(`${action}:\n  ${commands.join('\n  ')}`);
    const counts = sent.map(([action, commands]) => [action, commands.length]);
    return JSON.stringify({
      ...Object.fromEntries(counts),
      idle: await idleCommands(databaseAt(uri, 'idle'), idleSeconds),
    });
  },
  scale: ({ uri, server }) => measureScale(uri, server, values, say),
};

/** Those that need no database. */
const withoutDatabase: Record<string, () => Promise<string>> = {
  understand: async () =>
    JSON.stringify(await measureUnderstanding({ embedder: values.embedder === 'local' ? 'local' : 'off' }, say)),
};

const [name = 'speed'] = positionals;
const ownOf = <Benchmark>(all: Record<string, Benchmark>) => (Object.hasOwn(all, name) ? all[name] : undefined);
const alone = ownOf(withoutDatabase);
if (alone) {
  print(await alone());
  process.exit();
}
const benchmark = ownOf(benchmarks);
if (!benchmark) {
  const known = Object.keys({ ...benchmarks, ...withoutDatabase });
  say(`Unknown benchmark "${name}". Known: ${known.join(', ')}.`);
  process.exit(2);
}
const dataFolder = await mkdtemp(join(tmpdir(), 'forenklingsbot-bench-'));
const database = await startEmbeddedDatabase({
  dataFolder,
  environmentFolder: join(import.meta.dirname, '../.data/python'),
  serverPath: process.env.EMBEDDED_SERVER,
  // A server is taken because it is named, and not because it is on this machine.
  searchPath: '',
  progress: say,
});
try {
  print(await benchmark(database));
} finally {
  await database.stop();
  await rm(dataFolder, { recursive: true });
}

import { parseArgs } from 'node:util';
import { endInstances } from '../models/delivery/alive/instances.ts';
import { tryCredentials } from './auth/try-credentials.ts';
import { type Bot, startBot } from './bot.ts';
import { type Config, ConfigError, readConfig } from './config/config.ts';
import { openConfiguredDatabase } from './database/configured-database.ts';
import type { Database } from './database/database.ts';
import { hasEmbeddedDatabase, removeEmbeddedDatabase } from './database/embedded/embedded-database.ts';
import { claimUse } from './database/use-of-data.ts';
import { openConfiguredEmbedder } from './embedder/configured-embedder.ts';
import type { Playground } from './local/playground.ts';
import { type Log, makeLog } from './log.ts';
import { startFailure } from './start-failure.ts';
import { version } from './version.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  // All that it writes is for its own user, whatever mask a service manager gave it.
  process.umask(0o077);
  const values = readArguments();
  const config = readConfig(process.env, values.playground);
  const local = !config.teams && !config.slack;
  const log = makeLog(config.logLevel);
  if (values.fresh) await startOver(config, local);
  if (local && config.mongodbUri && !values.playground) {
    throw new ConfigError(
      'MONGODB_URI is set, but no platform is: the playground would write its sample municipality there. Set TEAMS_* or SLACK_*, or start with: npm start -- --playground',
    );
  }

  const {
    database,
    server,
    exited,
    stop: stopDatabase,
  } = await openConfiguredDatabase(config, print, (step) => log.info(step, 'data migrated'));
  exited?.then(({ requested, description }) => {
    if (requested) return;
    process.stderr.write(`${description}\n`);
    process.exit(1);
  });
  const platforms = (['teams', 'slack'] as const).filter((platform) => config[platform]);
  log.info({ version, node: process.version, platforms, database: server }, 'starting');
  if (config.unknown.length > 0) log.warn({ variables: config.unknown }, 'no such settings');
  const use = { keepsSample: values['keep-sample'], now: new Date() };
  const running = await claimUse(database.stored, local ? 'sample' : 'production', use)
    // An embedded database is this process's alone: whoever worked on it is dead.
    .then(() => (exited ? endInstances(database.connection, database.stored) : undefined))
    .then(() => start(config, database, log))
    .catch(async (error: unknown) => {
      await stopDatabase();
      throw error;
    });
  if ('url' in running)
    print(
      `\nForenklingsbot is ready, on ${server}. Open the playground: ${running.url}/\n(Ctrl+C stops it. Everything is kept; npm start -- --fresh starts over.)`,
    );
  else if (config.emulators) print(`Forenklingsbot is ready for emulators on http://${config.host}:${running.port}`);
  else log.info({ port: running.port }, 'ready');
  // Nobody waits for it: the log tells when it comes to nothing.
  if (!local) void tryCredentials(config, log);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    await stopDatabase();
    // A call that hangs, as to a platform that is down, would keep a process alive that has nothing left to do.
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().catch((error) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      });
    });
  }
}

function readArguments() {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ options: { fresh: flag, playground: flag, 'keep-sample': flag } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ConfigError(
      `${error.message}\nnpm start takes -- --fresh, -- --playground and -- --keep-sample, and nothing else.`,
    );
  }
}

async function start(config: Config, database: Database, log: Log): Promise<Playground | Bot> {
  const { teams, slack, emulators, port, host } = config;
  if (emulators) return (await import('./local/emulators.ts')).startWithEmulators(config, emulators, database, log);
  if (!teams && !slack) return (await playground()).startPlayground(config, database, log);
  const now = () => new Date();
  const { embedder, stop: stopEmbedder } = openConfiguredEmbedder(config, log);
  const bot = await startBot({
    database,
    teams: teams && { ...teams, access: { kind: 'microsoft', registration: teams.registration }, now },
    slack,
    port,
    host,
    publicUrl: config.publicUrl,
    metrics: config.metrics,
    isLimited: true,
    now,
    embedder,
    log,
  }).catch(async (error: unknown) => {
    await stopEmbedder();
    throw error;
  });
  return {
    ...bot,
    async stop() {
      await bot.stop();
      await stopEmbedder();
    },
  };
}

/** Loaded in local mode only: a production bot does not even hold the code. */
const playground = () => import('./local/playground.ts');

async function startOver(config: Config, local: boolean): Promise<void> {
  const { dataFolder, mongodbUri } = config;
  if (!local || mongodbUri)
    throw new ConfigError('--fresh is for the playground on the embedded database only: it deletes everything.');
  if (hasEmbeddedDatabase(dataFolder)) {
    // Real tenants' data is not deleted because the settings are lost.
    const { database, stop } = await openConfiguredDatabase(config, print, () => undefined);
    await claimUse(database.stored, 'sample', { keepsSample: false, now: new Date() }).finally(stop);
  }
  await removeEmbeddedDatabase(dataFolder);
  await (await playground()).forgetPlayground(dataFolder);
}

main().catch((error: unknown) => {
  // An error that the operator can act on is told in words; only a defect shows its stack.
  process.stderr.write(`${startFailure(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
});

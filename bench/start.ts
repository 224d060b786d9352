import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { databaseAt } from './database-at.ts';
import { percentile, rounded } from './speed/figures.ts';

const root = resolve(import.meta.dirname, '..');

/** Each is started so often before the measurement, which makes the database and the compiled code, and in it. */
const warmUps = 2;
const times = 9;

/** The settings of a bot on both platforms. The platforms themselves are not asked before it is ready. */
const platforms = {
  TEAMS_APP_ID: '5a3b5f6e-6f0e-4b9e-9c53-2f0e6f2f1a11',
  TEAMS_APP_PASSWORD: 'teams-password-of-the-benchmark',
  TEAMS_APP_TENANT_ID: '0b0f3c55-6c2c-4d7b-8a8e-3f6e1d2c4b5a',
  SLACK_BOT_TOKEN: 'xoxb-of-the-benchmark',
  SLACK_SIGNING_SECRET: 'signing-secret-of-the-benchmark',
  HOST: '127.0.0.1',
  PORT: '0',
};

interface Start {
  /** Seconds from the start of the program until it is ready: the median, the least and the greatest. */
  median: number;
  least: number;
  greatest: number;
}

/**
 * Measures how long `npm start` takes without npm, on a database that exists: on a server that runs, and on the embedded
 * one, which it starts itself.
 */
export async function measureStart(
  server: string,
  say: (line: string) => void,
): Promise<Record<'onServer' | 'embedded', Start>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'forenklingsbot-bench-start-'));
  try {
    say('Starting the bot on a server that runs …');
    const onServer = await startsWith({ MONGODB_URI: databaseAt(server, 'bench-start') });
    say('Starting the bot with the embedded database …');
    const { EMBEDDED_SERVER } = process.env;
    const embedded = await startsWith({
      DATA_FOLDER: dataFolder,
      EMBEDDED_IN_PRODUCTION: 'yes',
      ...(EMBEDDED_SERVER === undefined ? {} : { EMBEDDED_SERVER }),
    });
    return { onServer, embedded };
  } finally {
    await rm(dataFolder, { recursive: true });
  }
}

async function startsWith(database: Record<string, string>): Promise<Start> {
  const seconds: number[] = [];
  for (let time = -warmUps; time < times; time++) {
    const took = await secondsUntilReady(database);
    if (time >= 0) seconds.push(took);
  }
  const of = (percent: number) => rounded(percentile(seconds, percent), 2);
  return { median: of(50), least: of(0), greatest: of(100) };
}

async function secondsUntilReady(database: Record<string, string>): Promise<number> {
  const { PATH = '', HOME = '' } = process.env;
  const began = performance.now();
  const bot = spawn(process.execPath, ['bot/start.js', 'bot/main.ts'], {
    cwd: root,
    env: { PATH, HOME, ...platforms, ...database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(bot, 'exit');
  const lines = createInterface({ input: bot.stdout });
  let took: number | null = null;
  for await (const line of lines) {
    if (!line.includes('"msg":"ready"')) continue;
    took = (performance.now() - began) / 1000;
    bot.kill('SIGTERM');
  }
  await exit;
  if (took === null) throw new Error('the bot ended before it was ready');
  return took;
}

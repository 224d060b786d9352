import { KeyRing } from '../../../bot/auth/key-ring.ts';
import { startBot } from '../../../bot/bot.ts';
import { openDatabase } from '../../../bot/database/database.ts';
import { platformsOf } from '../../../bot/local/playground.ts';
import { makeLog } from '../../../bot/log.ts';
import type { BotSetup, FromBot, ToBot } from './bots.ts';

/**
 * The bot as it runs in production, in a process of its own: both webhooks, the jobs at their own pace, its log. Only the
 * platforms are simulated, and the day is the scene's. Its parent may put the clock of this machine wrong.
 */
const setup = JSON.parse(process.env.BOT_SETUP ?? '') as BotSetup;
let wrongMs = setup.clockWrongMs ?? 0;
if (setup.clockWrongMs !== null) {
  const right = Date;
  const now = right.now.bind(right);
  right.now = () => now() + wrongMs;
  globalThis.Date = new Proxy(right, {
    construct: (_date, given) => Reflect.construct(right, given.length === 0 ? [right.now()] : given),
  });
}
let sceneMs = setup.sceneMs;
const now = () => new Date(Date.now() + sceneMs);

process.on('message', (told: ToBot) => {
  wrongMs = told.clockWrongMs ?? wrongMs;
  sceneMs = told.sceneMs ?? sceneMs;
  tell({ told: told.id });
});

// Without its parent nobody would end it, also while it starts.
process.once('disconnect', () => process.exit());

const database = await openDatabase(setup.mongodbUri);
const { simulatorUrl, credentials, installed, graph } = setup;
const { teams, slack } = platformsOf({ url: simulatorUrl }, credentials);
const bot = await startBot({
  database,
  teams: { ...teams, graph },
  slack: installed ? { ...withoutToken(slack), oauth: oauthOf(installed) } : slack,
  port: setup.port,
  host: '127.0.0.1',
  publicUrl: null,
  isLimited: setup.isLimited,
  now,
  log: makeLog('info'),
});
tell({ port: bot.port });

// As bot/main.ts stops: no new work, and what has begun is finished.
process.once('SIGTERM', async () => {
  await bot.stop();
  await database.close();
  process.disconnect();
});

function tell(what: FromBot): void {
  process.send?.(what);
}

function withoutToken({ signingSecret, apiUrl }: { signingSecret: string; apiUrl: string }) {
  return { signingSecret, apiUrl };
}

function oauthOf({ id, base64 }: NonNullable<BotSetup['installed']>) {
  const keys = new KeyRing({ id, bytes: Buffer.from(base64, 'base64') });
  return { clientId: 'client', clientSecret: 'client-secret-of-the-faults', keys, publicUrl: 'https://bot.example' };
}

import { type Bot, startBot } from '../../bot/bot.ts';
import { openDatabase } from '../../bot/database/database.ts';
import { platformsOf } from '../../bot/local/playground.ts';
import { makeLog } from '../../bot/log.ts';
import { atWork } from './clock.ts';
import { answerParent } from './processes.ts';
import { cpu, memory, type Subject } from './subject.ts';

/** The bot as it runs in production: both webhooks, the jobs, its log. Only the platforms are simulated. */
let bot: Bot;

answerParent<Subject>({
  async start({ mongodbUri, simulatorUrl, credentials, port }) {
    bot = await startBot({
      database: await openDatabase(mongodbUri),
      ...platformsOf({ url: simulatorUrl }, credentials),
      port,
      host: '127.0.0.1',
      publicUrl: null,
      now: atWork,
      log: makeLog('info'),
    });
  },
  settle: () => bot.jobs.now(),
  cpu,
  memory,
});

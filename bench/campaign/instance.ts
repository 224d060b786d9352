import type mongoose from 'mongoose';
import { type Bot, startBot } from '../../bot/bot.ts';
import { openDatabase } from '../../bot/database/database.ts';
import { platformsOf } from '../../bot/local/playground.ts';
import { makeLog } from '../../bot/log.ts';
import { answerGiven } from '../../domain/answers/messages/answer-given.ts';
import type { Credentials } from '../../simulator/credentials.ts';
import { monitored } from '../commands/counter.ts';
import { answerParent } from '../speed/processes.ts';
import { cpu } from '../speed/subject.ts';
import { type LoopDelay, watchLoop } from './loop-delay.ts';

export interface InstanceSetup {
  /** The database with its name. */
  mongodbUri: string;
  simulatorUrl: string;
  credentials: Credentials;
  port: number;
  /** Whether the bot keeps to Teams' limits, as in production. */
  isLimited: boolean;
  /** The day of the measurement, as milliseconds after the machine's clock. */
  dayMs: number;
}

/** One of several bots on a database, in a process of its own. */
export interface Instance {
  start(setup: InstanceSetup): Promise<void>;
  /** Resolves when this bot finds nothing more to do. */
  settle(): Promise<void>;
  /** Processor time of the process so far, in microseconds. */
  cpu(): number;
  /** Forgets what was noted so far. */
  watch(): void;
  /** What was noted since then. */
  noted(): Noted;
}

export interface Noted {
  /** When answers of owners were committed, in milliseconds of the machine's clock, by the id of the request. */
  answered: Record<string, number>;
  loopDelayMs: LoopDelay;
}

const loop = watchLoop();
let answered: Record<string, number> = {};
let bot: Bot;

answerParent<Instance>({
  async start({ mongodbUri, simulatorUrl, credentials, port, isLimited, dayMs }) {
    const database = await openDatabase(monitored(mongodbUri));
    noteAnswers(database.connection);
    bot = await startBot({
      database,
      ...platformsOf({ url: simulatorUrl }, credentials),
      slack: null,
      port,
      host: '127.0.0.1',
      publicUrl: null,
      isLimited,
      now: () => new Date(Date.now() + dayMs),
      log: makeLog('info'),
    });
  },
  settle: () => bot.jobs.now(),
  cpu,
  watch() {
    answered = {};
    loop.reset();
  },
  noted: () => ({ answered, loopDelayMs: loop.delay() }),
});

/** Notes when the transactions are committed that put the card of an answer into the outbox. */
function noteAnswers(connection: mongoose.Connection): void {
  const client = connection.getClient();
  /** The request that a session's transaction answers, and the one of a commit that has no reply yet. */
  const answering = new Map<string, string>();
  const committing = new Map<number, string>();
  client.on('commandStarted', ({ commandName, command, requestId }: mongoose.mongo.CommandStartedEvent) => {
    if (command.txnNumber === undefined) return;
    const session = command.lsid.id.toString('hex');
    if (commandName === 'insert' && command.insert === 'outbox') {
      const messages: Array<{ kind: string; requestId?: string }> = command.documents.map(
        ({ message }: { message: unknown }) => message,
      );
      const answer = messages.find(({ kind }) => kind === answerGiven.kind);
      if (answer?.requestId !== undefined) answering.set(session, answer.requestId);
    }
    if (commandName !== 'commitTransaction') return;
    const request = answering.get(session);
    answering.delete(session);
    if (request !== undefined) committing.set(requestId, request);
  });
  client.on('commandSucceeded', ({ requestId }: mongoose.mongo.CommandSucceededEvent) => {
    const request = committing.get(requestId);
    if (request !== undefined) answered[request] = Date.now();
    committing.delete(requestId);
  });
}

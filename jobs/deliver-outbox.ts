import { mostAttempts, secondsUntilRetry } from '../domain/delivery/back-off.ts';
import type { Claimed } from '../domain/delivery/queue.ts';
import { goesTo } from '../domain/index.ts';
import { backgroundTask } from './background-tasks.ts';
import { toRoom } from './channels/to-room.ts';
import type { Delivery, Outcome } from './delivery.ts';
import { DeliveryProblem, type Job, type JobContext } from './job.ts';
import type { TryResult } from './measures.ts';
import { toPerson } from './to-person.ts';

/**
 * The number of chats served at the same time: enough to hide the platform's latency, few enough to stay below its
 * rates.
 */
const lanes = 4;

export const deliverOutbox: Job = {
  name: 'deliver-outbox',
  everySeconds: 1,
  async run(context) {
    // One lane asks at a time: four at once would all reach for the oldest row, and three would find nothing.
    const ask = () => context.queue.claim();
    let asked: Promise<Claimed | null> = Promise.resolve(null);
    const claim = () => {
      asked = asked.then(ask, ask);
      return asked;
    };
    const lane = async () => {
      for (let row = await claim(); row; row = await claim()) await deliver(context, row);
    };
    // A failing lane does not stop the others; the round ends when the last lane has ended.
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  },
};

async function deliver(context: JobContext, row: Claimed): Promise<void> {
  const { queue, log, measures } = context;
  const delivery = read(context, row);
  if (!delivery) {
    measures.tried(row.message.kind, 'parked');
    log.error({ ...fieldsOf(row), problem: 'unknown-message' }, 'parked');
    return queue.park(row, 'unknown-message');
  }
  try {
    await finish(context, row, await delivery.send());
  } catch (error) {
    await handleProblem(context, row, delivery, error);
  }
}

/** Gives the delivery for the kind of a row; null when another version wrote a row that this one does not know. */
function read(context: JobContext, row: Claimed): Delivery | null {
  const { kind } = row.message;
  if (goesTo('person', kind)) return toPerson(context, row, kind);
  if (goesTo('room', kind)) return toRoom(context, row, kind);
  if (goesTo('lane', kind)) return backgroundTask(context, row, kind);
  return null;
}

const results = {
  done: 'sent',
  sent: 'sent',
  settled: 'settled',
  'not-yet': 'put-off',
  'no-chat': 'parked',
} as const satisfies Record<Outcome['is'], TryResult>;

async function finish({ queue, log, measures }: JobContext, row: Claimed, outcome: Outcome): Promise<void> {
  measures.tried(row.message.kind, results[outcome.is]);
  switch (outcome.is) {
    case 'done':
      return queue.done(row);
    case 'settled':
      return queue.settled(row);
    case 'not-yet':
      return queue.defer(row, outcome.until);
    case 'no-chat':
      return queue.park(row, 'no-chat');
    case 'sent': {
      await queue.sent(row);
      const { platform } = outcome;
      if (platform) log.info({ message: row.message.kind, to: row.to, outbox: row.id, platform }, 'delivered');
    }
  }
}

async function handleProblem(context: JobContext, row: Claimed, delivery: Delivery, error: unknown): Promise<void> {
  const { queue, log, world, measures } = context;
  const problem = error instanceof DeliveryProblem ? error : null;
  const isFinal = (problem !== null && problem.kind !== 'later') || row.attempts + 1 >= mostAttempts;
  measures.tried(row.message.kind, isFinal ? 'parked' : 'put-off');
  if (isFinal) {
    log.error({ ...fieldsOf(row), err: error }, 'parked');
    const fate = await delivery.giveUp(problem);
    return fate === 'park' ? queue.park(row, problem?.kind ?? 'failed') : queue.done(row);
  }
  const seconds = problem?.retryAfterSeconds ?? secondsUntilRetry(row.attempts, context.random());
  log.warn({ ...fieldsOf(row), err: error, seconds }, 'put off');
  return queue.postpone(row, new Date(world.now().getTime() + seconds * 1000), problem?.kind ?? 'failed');
}

function fieldsOf(row: Claimed) {
  return { message: row.message.kind, to: row.to, outbox: row.id, attempts: row.attempts + 1 };
}

import { mostAttempts, mostOddAttempts, secondsUntilRetry } from '../domain/delivery/back-off.ts';
import { isBundled } from '../domain/delivery/choose.ts';
import type { Posting } from '../domain/delivery/posting.ts';
import type { Claimed, Fate } from '../domain/delivery/queue.ts';
import type { AboutId } from '../domain/ids.ts';
import { goesTo } from '../domain/index.ts';
import { backgroundTask } from './background-tasks.ts';
import { toRoom } from './channels/to-room.ts';
import type { Delivery, Outcome } from './delivery.ts';
import { DeliveryProblem, type JobContext } from './job.ts';
import type { TryResult } from './measures.ts';
import { rankOf } from './streams.ts';
import { toPerson } from './to-person.ts';

/** The fate of a row, and whether its delivery has put others in. */
export interface Delivered {
  fate: Fate;
  /** The milliseconds in which nobody may write in that chat. */
  restMs: number;
  hasPutIn: boolean;
}

/** Delivers one claimed row. Throws only when the database fails. */
export async function deliver(given: JobContext, row: Claimed): Promise<Delivered> {
  let hasPutIn = false;
  const context = forOne(given, () => {
    hasPutIn = true;
  });
  const { fate, restMs = 0 } = await fateOf(context, row);
  return { fate, restMs, hasPutIn };
}

/**
 * The services for one delivery. They tell when something is put into the outbox, and read once where a request is shown.
 * What was read before the row was claimed is not good enough: another instance may have posted there since.
 */
function forOne({ world, ...context }: JobContext, putIn: () => void): JobContext {
  const add: JobContext['world']['outbox']['add'] = async (messages) => {
    if (messages.length > 0) putIn();
    await world.outbox.add(messages);
  };
  const shown = new Map<AboutId, Promise<Posting[]>>();
  const postings: JobContext['world']['postings'] = {
    ...world.postings,
    of(about) {
      const known = shown.get(about) ?? world.postings.of(about);
      shown.set(about, known);
      return known;
    },
    async put(posting, isNew) {
      await world.postings.put(posting, isNew);
      shown.clear();
    },
    async remove(place) {
      await world.postings.remove(place);
      shown.clear();
    },
  };
  return { ...context, world: { ...world, postings, outbox: { ...world.outbox, add } } };
}

async function fateOf(context: JobContext, row: Claimed): Promise<{ fate: Fate; restMs?: number }> {
  const { log, measures, world } = context;
  measures.pickedUp(row.message.kind, Math.max(0, (world.now().getTime() - row.notBefore.getTime()) / 1000));
  const delivery = read(context, row);
  if (!delivery) {
    log.error({ ...fieldsOf(row), problem: 'unknown-message' }, 'parked');
    measures.tried(row.message.kind, 'parked');
    return { fate: { is: 'parked', problem: 'unknown-message', unknown: false } };
  }
  try {
    const outcome = await delivery.send();
    return { fate: finished(context, row, outcome), ...(outcome.is === 'sent' ? { restMs: outcome.restMs } : {}) };
  } catch (error) {
    return { fate: await failed(context, row, delivery, error) };
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

function finished({ log, measures }: JobContext, row: Claimed, outcome: Outcome): Fate {
  measures.tried(row.message.kind, results[outcome.is]);
  switch (outcome.is) {
    case 'done':
    case 'settled':
      return outcome;
    case 'not-yet':
      return { is: 'moved', until: outcome.until };
    case 'no-chat':
      return { is: 'parked', problem: 'no-chat', unknown: false };
    case 'sent': {
      const { platform } = outcome;
      if (platform) log.info({ message: row.message.kind, to: row.to, outbox: row.id, platform }, 'delivered');
      return { is: 'sent', platform };
    }
  }
}

async function failed(context: JobContext, row: Claimed, delivery: Delivery, error: unknown): Promise<Fate> {
  const { log, measures, world } = context;
  const problem = error instanceof DeliveryProblem ? error : null;
  if (problem?.kind === 'paused') {
    // All that waits for that workspace waits together, and the edge has said so once.
    measures.tried(row.message.kind, 'put-off');
    const until = new Date(world.now().getTime() + (problem.retryAfterSeconds ?? 0) * 1000);
    return { is: 'held', until, problem: 'paused' };
  }
  const kind = problem?.kind === 'lost' ? 'unreachable' : (problem?.kind ?? 'failed');
  const unknown = kind === 'unknown';
  const isLast = isFinal(row, problem);
  measures.tried(row.message.kind, isLast ? 'parked' : unknown ? 'unknown' : 'put-off');
  if (isLast) {
    log.error({ ...fieldsOf(row), err: error }, 'parked');
    return (await delivery.giveUp(problem)) === 'park' ? { is: 'parked', problem: kind, unknown } : { is: 'done' };
  }
  const seconds = problem?.retryAfterSeconds ?? secondsUntilRetry(row.attempts, context.random());
  log.warn({ ...fieldsOf(row), err: error, seconds }, 'put off');
  return { is: 'put-off', until: new Date(world.now().getTime() + seconds * 1000), problem: kind, unknown };
}

/** Tells whether a problem ends the tries of a row, so that the next of its conversation goes. */
function isFinal(row: Claimed, problem: DeliveryProblem | null): boolean {
  const tries = row.attempts + 1;
  switch (problem?.kind) {
    case 'later':
      return tries >= mostAttempts;
    case 'unknown':
      // Rather not at all than twice, where nobody waits for it.
      return isBundled(rankOf(row)) || tries >= mostAttempts;
    case 'odd':
    case undefined:
      return tries >= mostOddAttempts;
    default:
      return true;
  }
}

function fieldsOf(row: Claimed) {
  return { message: row.message.kind, to: row.to, outbox: row.id, attempts: row.attempts + 1 };
}

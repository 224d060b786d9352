import type { Connection } from 'mongoose';
import { type Backlog, backlogAt } from '../../models/delivery/backlog.ts';
import { withTimeout } from '../conversation/in-time.ts';
import type { Database } from '../database/database.ts';

/** Milliseconds after which a database counts as not answering. */
const patienceMs = 2000;

/** The looks of supervisors are open to anybody who reaches the port, so each is good for so many milliseconds. */
const answerGoodMs = 1000;
const backlogGoodMs = 5000;

export interface DatabaseWatch {
  answers(): Promise<boolean>;
  /** Null when the database does not answer. */
  backlog(): Promise<Backlog | null>;
}

/** Looks at the database for supervisors and metrics, at most once a second however often it is asked. */
export function watchDatabase({ connection, stored }: Database, now: () => Date): DatabaseWatch {
  return {
    answers: remembered(answerGoodMs, async () => (await orNull(connection.db?.admin().ping())) !== null),
    backlog: remembered(backlogGoodMs, () => orNull(backlogAt(stored, now()))),
  };
}

/** Null for a database that fails or takes too long: that is the answer, and the bot's own work logs the failure. */
async function orNull<Value>(work: Promise<Value> | undefined): Promise<Value | null> {
  if (!work) return null;
  return withTimeout(
    patienceMs,
    work.catch((error: unknown) => {
      if (error instanceof Error && error.name.startsWith('Mongo')) return null;
      throw error;
    }),
  );
}

function remembered<Value>(goodMs: number, look: () => Promise<Value>): () => Promise<Value> {
  let last: { value: Promise<Value>; until: number } | null = null;
  return () => {
    const at = performance.now();
    if (!last || at > last.until) last = { value: look(), until: at + goodMs };
    return last.value;
  };
}

/**
 * Tells how long each command of the database took. The events of the driver's pool cost nothing more; those of its
 * commands would have every reply read a second time (mongodb, `monitorCommands`).
 */
export function measureDatabase(connection: Connection, used: (seconds: number) => void): void {
  const since = new Map<string, number>();
  const client = connection.getClient();
  client.on('connectionCheckedOut', ({ address, connectionId }) => {
    since.set(`${address} ${connectionId}`, performance.now());
  });
  client.on('connectionCheckedIn', ({ address, connectionId }) => {
    const key = `${address} ${connectionId}`;
    const began = since.get(key);
    since.delete(key);
    if (began !== undefined) used((performance.now() - began) / 1000);
  });
}

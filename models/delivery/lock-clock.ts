import type { Connection } from 'mongoose';

/** The clock by which locks end. */
export interface LockClock {
  now(): Promise<Date>;
}

/** Clocks of good machines drift apart by a few milliseconds in this time, and locks are a minute long. */
const measuredAgainAfterMs = 30_000;

/**
 * The clock of the database, the same for all instances. It is asked now and then, and goes on by a clock of this process
 * that nobody can set in between. `hello` is a command that every MongoDB server answers without looking at data.
 */
export function databaseClock(connection: Connection, elapsed: () => number = () => performance.now()): LockClock {
  let measured: { time: number; at: number } | null = null;
  return {
    async now() {
      const before = elapsed();
      if (measured && before - measured.at < measuredAgainAfterMs)
        return new Date(measured.time + (before - measured.at));
      const { db } = connection;
      if (!db) throw new Error('the connection to the database is not open');
      const { localTime } = await db.command({ hello: 1 });
      if (!(localTime instanceof Date)) throw new Error('the database does not say what time it is');
      // The answer may be as old as the question, so locks end late rather than early.
      measured = { time: localTime.getTime(), at: before };
      return new Date(measured.time + (elapsed() - before));
    },
  };
}

import type { Connection } from 'mongoose';

/** The clock by which locks end. */
export interface LockClock {
  now(): Promise<Date>;
}

/** Clocks of good machines drift apart by a few milliseconds in this time, and locks are a minute long. */
const measuredAgainAfterMs = 30_000;

/** The number of times that it is asked at once: on a busy machine a single answer may be many milliseconds late. */
const questions = 3;

/** An answer of the database: its time, the moment that it is taken for, and how long the question took, in milliseconds. */
interface Measured {
  time: number;
  at: number;
  took: number;
}

/**
 * The clock of the database, the same for all instances. It is asked now and then, and goes on by a clock of this process
 * that nobody can set in between. `hello` is a command that every MongoDB server answers without looking at data.
 */
export function databaseClock(connection: Connection, elapsed: () => number = () => performance.now()): LockClock {
  let measured: Measured | null = null;
  let measuring: Promise<Measured> | null = null;
  const ask = async (): Promise<Measured> => {
    const { db } = connection;
    if (!db) throw new Error('the connection to the database is not open');
    const at = elapsed();
    const { localTime } = await db.command({ hello: 1 });
    if (!(localTime instanceof Date)) throw new Error('the database does not say what time it is');
    const took = elapsed() - at;
    // It was read somewhere between the question and the answer: in the middle it is wrong by half of that at most.
    return { time: localTime.getTime(), at: at + took / 2, took };
  };
  const measure = async (): Promise<Measured> => {
    let best = await ask();
    for (let asked = 1; asked < questions; asked++) {
      const next = await ask();
      if (next.took < best.took) best = next;
    }
    return best;
  };
  return {
    async now() {
      if (measured === null || elapsed() - measured.at >= measuredAgainAfterMs) {
        measuring ??= measure().finally(() => {
          measuring = null;
        });
        measured = await measuring;
      }
      return new Date(measured.time + (elapsed() - measured.at));
    },
  };
}

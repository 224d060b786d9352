import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import { isDuplicate } from '../stored.ts';
import type { MigrationRow } from './collections.ts';
import { ClaimLost } from './migration.ts';

/** Another instance takes over a step whose holder has been silent for this long. */
const claimSeconds = 15;

/** A step that only this instance runs, until it is silent for 15 seconds. */
export interface ClaimedStep {
  /** Renews the claim. Throws `ClaimLost` when it was lost. */
  proceed(): Promise<void>;
  /** Marks the step as done; false when the claim was lost, and its new holder does the step once more. */
  finish(changed: number, release: number): Promise<boolean>;
  /** Releases the claim for the next instance. */
  release(): Promise<void>;
}

/** Claims a step, or tells that it is `done` or that another instance has it (`taken`). */
export async function claimStep(
  steps: Model<MigrationRow>,
  id: string,
  release: number,
): Promise<ClaimedStep | 'done' | 'taken'> {
  const row = (await steps.findById(id).lean()) ?? (await addStep(steps, id, release));
  if (row === null) return 'taken';
  if (row.doneAt) return 'done';
  const now = await databaseTime(steps);
  if (row.claimedUntil > now) return 'taken';
  const claim = randomUUID();
  const begun = row.begun + 1;
  const { matchedCount } = await steps.updateOne(
    { _id: id, begun: row.begun, doneAt: null },
    { claim, claimedUntil: later(now), begun },
  );
  if (matchedCount === 0) return 'taken';
  const mine = { _id: id, claim, begun, doneAt: null };
  return {
    async proceed() {
      const { matchedCount: kept } = await steps.updateOne(mine, { claimedUntil: later(await databaseTime(steps)) });
      if (kept === 0) throw new ClaimLost(id);
    },
    async finish(changed, by) {
      const doneAt = await databaseTime(steps);
      const { matchedCount: kept } = await steps.updateOne(mine, { doneAt, changed, release: by, claim: null });
      return kept === 1;
    },
    async release() {
      await steps.updateOne(mine, { claimedUntil: new Date(0), claim: null });
    },
  };
}

const later = (now: Date) => new Date(now.getTime() + claimSeconds * 1000);

/** Null when another client added it first: an upsert of two clients at once is not safe on every server. */
async function addStep(steps: Model<MigrationRow>, id: string, release: number): Promise<MigrationRow | null> {
  const row = { _id: id, claim: null, claimedUntil: new Date(0), begun: 0, doneAt: null, changed: 0, release };
  try {
    await steps.create([row]);
    return row;
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/**
 * The time of the database, because the clocks of two machines may differ (`hello`, which every MongoDB server
 * answers).
 */
async function databaseTime(steps: Model<MigrationRow>): Promise<Date> {
  const { db } = steps.db;
  if (!db) throw new Error('the connection to the database is not open');
  const { localTime } = await db.command({ hello: 1 });
  if (!(localTime instanceof Date)) throw new Error('the database does not say what time it is');
  return localTime;
}

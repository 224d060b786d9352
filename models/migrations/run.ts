import type { Collections } from '../collections.ts';
import { type ClaimedStep, claimStep } from './claim.ts';
import type { MigrationRow } from './collections.ts';
import { ClaimLost, type Migration } from './migration.ts';

type Step = 'expand' | 'contract';

export interface MigratedStep {
  migration: string;
  step: Step;
  /** The number of changed documents. */
  changed: number;
}

interface Migrating {
  migrations: readonly Migration[];
  release: number;
  /** Called for each step that this instance has done. */
  done(step: MigratedStep): void;
  /** The wait between two looks at a step that another instance runs. */
  pause(): Promise<unknown>;
}

/** The stored data are of a later release, which took away data that this one needs. */
export class LaterData extends Error {
  override name = 'LaterData';
}

/**
 * Migrates the stored data to this version, in order; resolves when this or another instance has done all of it. A
 * finished step never runs again. Only steps of `release` and earlier ones take something away.
 * @throws {LaterData} when a later release has taken something away already
 */
export async function runMigrations(stored: Collections, { pause, ...migrating }: Migrating): Promise<void> {
  const { migrations, release } = migrating;
  const before = (await stored.migrations.find().lean()).filter(({ doneAt }) => doneAt !== null);
  refuseLaterData(before, release);
  const isDoneBefore = (migration: Migration, step: Step) => before.some(({ _id }) => _id === idOf(migration, step));
  for (const migration of migrations) {
    const steps: Step[] = migration.contract.release <= release ? ['expand', 'contract'] : ['expand'];
    for (const step of steps) {
      if (isDoneBefore(migration, step)) continue;
      while (!(await isDone(stored, migration, step, migrating))) await pause();
    }
  }
}

const idOf = ({ name }: Migration, step: Step) => `${name}:${step}`;

function refuseLaterData(done: readonly MigrationRow[], release: number): void {
  const missing = done.filter((row) => row._id.endsWith(':contract') && row.release > release).map(({ _id }) => _id);
  if (missing.length > 0)
    throw new LaterData(
      `A later version of the bot has changed what is stored (${missing.join(', ')}), and this version cannot work with it. Start the later version, or go back to a copy of the database.`,
    );
}

/** Runs the step unless another instance has it. */
async function isDone(
  stored: Collections,
  migration: Migration,
  step: Step,
  { release, done }: Omit<Migrating, 'pause'>,
): Promise<boolean> {
  const claimed = await claimStep(stored.migrations, idOf(migration, step), release);
  if (claimed === 'done') return true;
  if (claimed === 'taken') return false;
  const changed = await changedBy(stored, migration, step, claimed);
  if (changed === null || !(await claimed.finish(changed, release))) return false;
  done({ migration: migration.name, step, changed });
  return true;
}

/** Null when another instance has taken over. */
async function changedBy(
  stored: Collections,
  { expand, contract }: Migration,
  step: Step,
  claimed: ClaimedStep,
): Promise<number | null> {
  const data = { stored, proceed: claimed.proceed };
  try {
    // Data that the version before wrote meanwhile are expanded first, before anything is taken away.
    const expanded = await expand(data);
    return step === 'expand' ? expanded : await contract.run(data);
  } catch (error) {
    if (error instanceof ClaimLost) return null;
    await claimed.release();
    throw error;
  }
}

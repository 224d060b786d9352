import { doneRows } from './done-rows.ts';
import { managersById } from './managers-by-id.ts';
import type { Migration } from './migration.ts';
import { unitIds } from './unit-ids.ts';

/**
 * The number of releases that changed what is stored; the `contract` of a migration names the one from which it runs.
 */
export const release = 1;

/** The migrations, in the order in which they run. One stays here until no database needs it any more. */
export const migrations: readonly Migration[] = [managersById, unitIds, doneRows];

import { managersById } from './managers-by-id.ts';
import type { Migration } from './migration.ts';
import { unitIds } from './unit-ids.ts';

/** Counts the releases that change what is stored: a step's `contract` names the one from which it is done. */
export const release = 1;

/** In the order in which they are done. A migration stays here until no database needs it any more. */
export const migrations: readonly Migration[] = [managersById, unitIds];

import type { Connection } from 'mongoose';
import { count, date, model, optionalDate, optionalText, text } from '../schema.ts';

/** A step of a migration: under way or done. */
export interface MigrationRow {
  /** The migration's name and the step, as in `unit-ids:expand`. */
  _id: string;
  /** The instance that runs it now, and the end of its claim by the database's clock. */
  claim: string | null;
  claimedUntil: Date;
  /** The number of starts: an instance that started it earlier sees by it that another one has taken over. */
  begun: number;
  /** Null until it is done. */
  doneAt: Date | null;
  /** The number of changed documents. */
  changed: number;
  /** The release that ran it. */
  release: number;
}

/** Declares the collection of migration steps on a connection. */
export function migrationCollections(connection: Connection) {
  return {
    migrations: model<MigrationRow>(
      connection,
      'migrations',
      {
        _id: text,
        claim: optionalText,
        claimedUntil: date,
        begun: count,
        doneAt: optionalDate,
        changed: count,
        release: count,
      },
      [],
    ),
  };
}

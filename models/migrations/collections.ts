import type { Connection } from 'mongoose';
import { count, date, model, optionalDate, optionalText, text } from '../schema.ts';

/** A step of a migration: under way or done. */
export interface MigrationRow {
  /** The migration's name and the step, as in `unit-ids:expand`. */
  _id: string;
  /** Who runs it now, and until when nobody else may: an instant of the database's clock. */
  claim: string | null;
  claimedUntil: Date;
  /** How often it was begun: whoever began it earlier finds here that somebody else has taken over. */
  begun: number;
  /** Null until it is done. */
  doneAt: Date | null;
  /** How many documents it changed. */
  changed: number;
  /** The release that ran it. */
  release: number;
}

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

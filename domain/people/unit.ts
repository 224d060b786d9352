import type { UnitId } from '../ids.ts';
import { idFromName } from '../text/id-from-name.ts';
import type { Area } from '../vocabulary.ts';

/** A koncernenhed: the central unit that owns the processes of its areas. */
export interface Unit {
  /** The id stays when the name changes, and all stored data about the unit holds it; only an operator reads it. */
  id: UnitId;
  name: string;
  /** Earlier names, which an organisation list may still use. */
  formerNames: readonly string[];
  areas: readonly Area[];
  /** Working days from a request's arrival until its answer is due. */
  answerWithinWorkingDays: number;
}

/** A unit that no longer exists. Timelines and answers still show its name. */
export interface ClosedUnit {
  id: UnitId;
  name: string;
}

/**
 * The units of version 0.1 kept their name as id when ids were introduced, so an id may hold any character of a name.
 */
export const unitIdPattern = /^\P{Cc}{1,75}$/u;

/** Makes the id of a new unit from its name: “HR og Løn” → `hr-og-loen`, with a number when that is taken. */
export function newUnitId(name: string, taken: ReadonlySet<string>): UnitId {
  return idFromName<UnitId>(name, taken, 'enhed');
}

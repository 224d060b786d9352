import type { UnitId } from '../ids.ts';
import { idFromName } from '../text/id-from-name.ts';
import type { Area } from '../vocabulary.ts';

/** A koncernenhed: the central unit that owns the processes of its areas. */
export interface Unit {
  /** Stays when the name changes. Whatever is stored about the unit holds it; nobody reads it but an operator. */
  id: UnitId;
  name: string;
  /** What it was called before: an organisation list may still say so. */
  formerNames: readonly string[];
  areas: readonly Area[];
  /** Working days from a request's arrival until its answer is due. */
  answerWithinWorkingDays: number;
}

/** A unit that there is no more. Timelines and answers go on showing its name. */
export interface ClosedUnit {
  id: UnitId;
  name: string;
}

/** Units of version 0.1 have the name as their id that they had when ids came, so an id may hold what a name may. */
export const unitIdPattern = /^\P{Cc}{1,75}$/u;

/** The id of a new unit, made once from its name: “HR og Løn” → `hr-og-loen`, with a number when that is taken. */
export function newUnitId(name: string, taken: ReadonlySet<string>): UnitId {
  return idFromName<UnitId>(name, taken, 'enhed');
}

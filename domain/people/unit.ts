import type { Area } from '../vocabulary.ts';

/** A koncernenhed: the central unit that owns the processes of its areas. */
export interface Unit {
  name: string;
  areas: readonly Area[];
  /** Working days from a request's arrival until its answer is due. */
  answerWithinWorkingDays: number;
}

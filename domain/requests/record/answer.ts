import type { PersonId } from '../../ids.ts';
import type { Horizon } from '../../time/horizon/read.ts';
import type { Decision, DeclineCategory } from '../../vocabulary.ts';

/** A tilbagemelding. With `declined`, `measure` holds the reason. */
export interface Answer {
  decision: Decision;
  measure: string;
  expectedImprovement: string;
  horizon: Horizon;
  /** The reason for having no date; set when the horizon is open and something was promised. */
  noDateReason: string | null;
  nowPossible: string | null;
  whatItTakes: string | null;
  declineCategory: DeclineCategory | null;
  by: PersonId;
  at: Date;
}

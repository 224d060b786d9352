import type { PersonId, RequestId } from '../../ids.ts';
import type { Horizon } from '../../time/horizon/read.ts';
import type { Decision, DeclineCategory } from '../../vocabulary.ts';

/** A tilbagemelding. The table of asks.ts says which of its texts belong to its decision. */
export interface Answer {
  decision: Decision;
  /** The unit's own words: the tiltag; with `declined` the reason, with `trial` who tries what, with `guidance` what to do. */
  measure: string;
  /** Empty where the decision asks for none. */
  expectedImprovement: string;
  /** When it is there; with `done` since when, with `trial` until when. Without days and words where there is no time. */
  horizon: Horizon;
  /** The reason for having no date; set where something was promised without one. */
  noDateReason: string | null;
  nowPossible: string | null;
  whatItTakes: string | null;
  declineCategory: DeclineCategory | null;
  /** With `guidance`: a link, a place or a person; absent in answers of version 0.1. */
  where?: string | null;
  /** With `trial`: what is looked at; absent in answers of version 0.1. */
  lookedAt?: string | null;
  by: PersonId;
  at: Date;
}

/** What an owner has typed of an answer and has not sent. An owner has one for a request at most. */
export interface AnswerDraft {
  requestId: RequestId;
  personId: PersonId;
  decision: Decision;
  /** As typed, by field of the form; at least one. */
  values: Readonly<Record<string, string>>;
  at: Date;
}

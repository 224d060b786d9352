import type { PersonId, RequestId, UnitId } from '../../ids.ts';
import type { Operator } from '../../people/actor.ts';
import type { Decision, State } from '../../vocabulary.ts';

/** One step in a request's history; all steps in order are its timeline. */
export type HistoryEvent = {
  id: string;
  requestId: RequestId;
  /** The request's version that the step made, which orders the history. */
  step: number;
  at: Date;
  /** The id of the person or operator; the reader's rights decide whether a person's name is shown. */
  by: PersonId | Operator['id'];
} & (
  | { type: 'submitted'; unit: UnitId; dueOn: string }
  /** The leader gave it other words before anybody had acted on it. */
  | { type: 'revised'; unit: UnitId; dueOn: string }
  /** The leader has added to its words. */
  | { type: 'added'; added: string }
  | { type: 'acknowledged' }
  | { type: 'handedOver'; from: UnitId; to: UnitId; reason: string }
  | { type: 'answered'; decision: Decision }
  /** The unit has put another answer in the place of the one that it gave. */
  | { type: 'answerCorrected'; decision: Decision }
  | { type: 'delivered' }
  /** `before`: the state that it had; version 0.1 notes none. */
  | { type: 'withdrawn'; before?: State }
  /** The leader has taken the withdrawal back. */
  | { type: 'restored' }
);

export type EventType = HistoryEvent['type'];

/** `Omit` for each member of a union, which keeps the members apart. */
type OmitEach<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** The part of a history event besides its person and time. */
export type Step = OmitEach<HistoryEvent, 'id' | 'requestId' | 'step' | 'at' | 'by'>;

/** A history event without its person, which a reader may always see. */
export type NamelessEvent = OmitEach<HistoryEvent, 'by'>;

import type { Horizon } from '../time/horizon/read.ts';
import type { Area, Decision, DeclineCategory, Kind, State } from '../vocabulary.ts';

/** What the obstacle costs, as the leader estimates it; null where nothing was said. */
export interface Burden {
  minutesPerTime: number | null;
  timesPerMonth: number | null;
  peopleAffected: number | null;
}

/** A tilbagemelding. With `declined`, `measure` holds the reason. */
export interface Answer {
  decision: Decision;
  measure: string;
  expectedImprovement: string;
  horizon: Horizon;
  /** Why no date can be given; set when the horizon is open and something was promised. */
  noDateReason: string | null;
  nowPossible: string | null;
  whatItTakes: string | null;
  declineCategory: DeclineCategory | null;
  by: string;
  at: Date;
}

/** A forenklingsønske: one pain, with its place in the process. */
export interface Request {
  id: string;
  /** What people say aloud: `FØ-2026-0042`. */
  number: string;
  leaderId: string;
  anonymous: boolean;
  administration: string;
  text: string;
  area: Area;
  kind: Kind | null;
  burden: Burden;
  unit: string;
  state: State;
  submittedAt: Date;
  /** ISO date by which the unit owes an answer. */
  dueOn: string;
  answer: Answer | null;
  deliveredAt: Date | null;
  /** Raised by every change; a write against an older version is refused. */
  version: number;
}

/** A leader's words before they are a request: kept until sent or thrown away. */
export interface Draft {
  id: string;
  personId: string;
  text: string;
  createdAt: Date;
  /** When the message was edited that it has its text from; absent when it has that of a message as it was first sent. */
  editedAt?: Date;
}

/** One step in a request's history; all steps in order are its timeline. */
export type HistoryEvent = {
  id: string;
  requestId: string;
  /** The request's version that the step made: the order of the history. */
  step: number;
  at: Date;
  /** The person who did it; the reader's rights decide whether the name is shown. */
  by: string;
} & (
  | { type: 'submitted'; unit: string; dueOn: string }
  | { type: 'acknowledged' }
  | { type: 'handedOver'; from: string; to: string; reason: string }
  | { type: 'answered'; decision: Decision }
  | { type: 'delivered' }
  | { type: 'withdrawn' }
);

export type EventType = HistoryEvent['type'];

/** `Omit` for each member of a union, which keeps what tells them apart. */
type OmitEach<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** What a history event adds to who and when. */
export type Step = OmitEach<HistoryEvent, 'id' | 'requestId' | 'step' | 'at' | 'by'>;

/** A history event without who did it: what a reader may always see. */
export type NamelessEvent = OmitEach<HistoryEvent, 'by'>;

/** What `requestNumber` makes, within a regular expression with the flag `u`. Up to a million requests a year. */
export const numberPattern = String.raw`\p{L}{1,5}-\d{4}-\d{4,6}`;

/** `FØ`, 2026, 42 → `FØ-2026-0042`. Numbers past 9999 simply grow. */
export function requestNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}

import type { AdministrationId, PersonId, RequestId, UnitId } from '../../ids.ts';
import type { Area, Kind, State } from '../../vocabulary.ts';
import type { Answer } from './answer.ts';

/** What the obstacle costs, as the leader estimates it; null where nothing was said. */
export interface Burden {
  minutesPerTime: number | null;
  timesPerMonth: number | null;
  peopleAffected: number | null;
}

/** A forenklingsønske: one pain, with its place in the process. */
export interface Request {
  id: RequestId;
  /** What people say aloud: `FØ-2026-0042`. */
  number: string;
  leaderId: PersonId;
  anonymous: boolean;
  /** The administration that the leader belonged to when it was sent. */
  administration: AdministrationId;
  text: string;
  area: Area;
  kind: Kind | null;
  burden: Burden;
  unit: UnitId;
  state: State;
  submittedAt: Date;
  /** ISO date by which the unit owes an answer. */
  dueOn: string;
  answer: Answer | null;
  deliveredAt: Date | null;
  /** Raised by every change; a write against an older version is refused. */
  version: number;
}

/** What `requestNumber` makes, within a regular expression with the flag `u`. Up to a million requests a year. */
export const numberPattern = String.raw`\p{L}{1,5}-\d{4}-\d{4,6}`;

/** `FØ`, 2026, 42 → `FØ-2026-0042`. Numbers past 9999 simply grow. */
export function requestNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}

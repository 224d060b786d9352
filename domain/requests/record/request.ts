import type { AdministrationId, PersonId, RequestId, UnitId } from '../../ids.ts';
import type { Area, Kind, State } from '../../vocabulary.ts';
import type { Answer } from './answer.ts';

/** The cost of the obstacle, as the leader estimates it; null where the leader gave no estimate. */
export interface Burden {
  minutesPerTime: number | null;
  timesPerMonth: number | null;
  peopleAffected: number | null;
}

/** A forenklingsønske: one obstacle, with its place in the process. */
export interface Request {
  id: RequestId;
  /** The number that people say aloud: `FØ-2026-0042`. */
  number: string;
  leaderId: PersonId;
  anonymous: boolean;
  /** The leader's administration when the request was sent. */
  administration: AdministrationId;
  text: string;
  area: Area;
  kind: Kind | null;
  burden: Burden;
  unit: UnitId;
  state: State;
  submittedAt: Date;
  /** The ISO date by which the unit must answer. */
  dueOn: string;
  answer: Answer | null;
  deliveredAt: Date | null;
  /** Every change raises it; a write against an older version is refused. */
  version: number;
}

/**
 * Matches the output of `requestNumber`, as part of a regular expression with the flag `u`. It allows a million
 * requests a year.
 */
export const numberPattern = String.raw`\p{L}{1,5}-\d{4}-\d{4,6}`;

/** Makes a request's number: `FØ`, 2026, 42 → `FØ-2026-0042`. A serial past 9999 gets more digits. */
export function requestNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}

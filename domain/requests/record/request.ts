import type { AdministrationId, PersonId, RequestId, UnitId } from '../../ids.ts';
import type { SaidNumbers } from '../../text/cpr/said-numbers.ts';
import type { Area, Kind, State } from '../../vocabulary.ts';
import type { Answer } from './answer.ts';

/** The cost of the obstacle, as the leader estimates it; null where the leader gave no estimate. */
export interface Burden {
  minutesPerTime: number | null;
  timesPerMonth: number | null;
  peopleAffected: number | null;
}

/**
 * The facts that readers get about where an anonymous request comes from. They are those of the day of sending: a later
 * list changes nobody's view of it, because the change itself would point to the person who moved.
 */
export interface Origin {
  /** The name of the leader's administration; null when it is shown to nobody. */
  administration: string | null;
  /** The managers above the leader who see the request for that reason. */
  overseers: readonly PersonId[];
}

/** The origin of a request that was stored without one; nobody sees it because of where it comes from. */
export const hiddenOrigin: Origin = { administration: null, overseers: [] };

/** Gives the hours a year that an obstacle costs all whom it meets; null where a part of it is not known. */
export function hoursAYear({ minutesPerTime, timesPerMonth, peopleAffected }: Burden): number | null {
  if (minutesPerTime === null || timesPerMonth === null || peopleAffected === null) return null;
  return (minutesPerTime * timesPerMonth * 12 * peopleAffected) / 60;
}

/** A forenklingsønske: one obstacle, with its place in the process. */
export interface Request {
  id: RequestId;
  /** The number that people say aloud: `FØ-2026-0042`. */
  number: string;
  leaderId: PersonId;
  anonymous: boolean;
  /** The leader's administration when the request was sent; version 0.1 alone shows it. */
  administration: AdministrationId;
  /**
   * The facts that readers get about where an anonymous request comes from; null for a request with a name, and for one
   * of version 0.1, of whose list of then nothing is left.
   */
  origin: Origin | null;
  text: string;
  /** Absent when the leader has said nothing of the text's numbers. */
  numbers?: SaidNumbers;
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

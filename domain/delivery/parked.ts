import type { StoredMessage } from './queue.ts';

/** The reasons for which a row is parked: docs/operations.md, Parked messages. */
export const parkedProblems = [
  'no-chat',
  'unreachable',
  'uninstalled',
  'refused',
  'later',
  'failed',
  'odd',
  'unknown',
  'unknown-message',
] as const;
export type ParkedProblem = (typeof parkedProblems)[number];

/** A row that waits for an administrator. */
export interface ParkedRow {
  id: string;
  /** The instant at which it was put in. */
  at: Date;
  /** The id of a person or a room, or the lane of a background task. */
  to: string;
  message: StoredMessage;
  /** One of `parkedProblems`, or the code of another version. */
  problem: string;
  attempts: number;
  /** The number of tries of which nobody knows whether they arrived. */
  doubts: number;
}

/** Selects parked rows: all of them, or by their recipient and their reasons. */
export interface WhichParked {
  to?: string;
  problems?: readonly string[];
}

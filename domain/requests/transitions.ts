import type { Decision, State } from '../vocabulary.ts';

/**
 * The one table of allowed moves in the life of a request (product description, "The life of a request").
 * Every command that changes a request's state asks here; each move becomes an event in the request's history.
 * `submit` is not listed: a request comes into being as `routed`, because routing follows from the area at once.
 */
export const moves = {
  acknowledge: { from: ['routed', 'reopened'], to: 'acknowledged' },
  handOver: { from: ['routed', 'acknowledged', 'question', 'reopened'], to: 'routed' },
  answer: { from: ['routed', 'acknowledged', 'question', 'parked', 'reopened'], to: 'answered' },
  decline: { from: ['routed', 'acknowledged', 'question', 'parked', 'reopened'], to: 'declined' },
  deliver: { from: ['answered'], to: 'delivered' },
  withdraw: { from: ['routed', 'acknowledged', 'question', 'parked', 'reopened'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>;

export type Move = keyof typeof moves;

/** The state after `move`, or null when a request in `state` cannot make it. */
export function stateAfter(state: State, move: Move): State | null {
  const { from, to } = moves[move];
  return (from as readonly State[]).includes(state) ? to : null;
}

/** The move that an answer with this decision makes. */
export function moveOf(decision: Decision): Move {
  return decision === 'declined' ? 'decline' : 'answer';
}

/** Whether somebody still owes the leader an answer; such requests have a deadline and can become overdue. */
export function awaitsAnswer(state: State): boolean {
  return stateAfter(state, 'answer') !== null && state !== 'parked';
}

import type { Decision, State } from '../vocabulary.ts';

/**
 * The only table of allowed moves in the life of a request. Each command that changes a request's state looks here, and
 * each move becomes an event in the request's history. `submit` has no row: a request starts as `routed`, because its
 * area gives the unit at once.
 */
export const moves = {
  acknowledge: { from: ['routed', 'reopened'], to: 'acknowledged' },
  handOver: { from: ['routed', 'acknowledged', 'question', 'reopened'], to: 'routed' },
  answer: { from: ['routed', 'acknowledged', 'question', 'parked', 'reopened'], to: 'answered' },
  /** The leader can do it already: the unit owes nothing more. */
  guide: { from: ['routed', 'acknowledged', 'question', 'parked', 'reopened'], to: 'guided' },
  decline: { from: ['routed', 'acknowledged', 'question', 'parked', 'reopened'], to: 'declined' },
  deliver: { from: ['answered'], to: 'delivered' },
  correctAnswer: { from: ['answered', 'guided', 'declined', 'delivered'], to: 'answered' },
  correctToGuidance: { from: ['answered', 'guided', 'declined', 'delivered'], to: 'guided' },
  correctToNo: { from: ['answered', 'guided', 'declined', 'delivered'], to: 'declined' },
  correctToDone: { from: ['answered', 'guided', 'declined', 'delivered'], to: 'delivered' },
  withdraw: { from: ['routed', 'acknowledged', 'question', 'parked', 'reopened'], to: 'withdrawn' },
  // To the state that the withdrawal noted; version 0.1 noted none.
  undoWithdrawal: { from: ['withdrawn'], to: 'routed' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>;

export type Move = keyof typeof moves;

/** Gives the state after `move`, or null when a request in `state` cannot make it. */
export function stateAfter(state: State, move: Move): State | null {
  const { from, to } = moves[move];
  return (from as readonly State[]).includes(state) ? to : null;
}

/** Gives the move that an answer with this decision makes. */
export function moveOf(decision: Decision): Move {
  if (decision === 'guidance') return 'guide';
  return decision === 'declined' ? 'decline' : 'answer';
}

/** Gives the move that a corrected answer with this decision makes. */
export function correctionOf(decision: Decision): Move {
  if (decision === 'done') return 'correctToDone';
  if (decision === 'guidance') return 'correctToGuidance';
  return decision === 'declined' ? 'correctToNo' : 'correctAnswer';
}

/** Tells whether the unit still owes the leader an answer; such requests have a deadline and can become overdue. */
export function awaitsAnswer(state: State): boolean {
  return stateAfter(state, 'answer') !== null && state !== 'parked';
}

import type { Person } from './person.ts';

/**
 * The operator works on the command line. The operator is no person of the organisation: no role, no chat, no request.
 */
export interface Operator {
  id: 'operator';
  active: true;
}

export const operator: Operator = { id: 'operator', active: true };

/** The person or operator who performs a use case. */
export type Actor = Person | Operator;

/** Tells whether the actor is the operator of the command line. */
export function isOperator(actor: Actor): actor is Operator {
  return actor.id === operator.id;
}

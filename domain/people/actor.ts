import type { Person } from './person.ts';

/** Whoever works on the command line. The operator is nobody's person: no role, no chat, no request. */
export interface Operator {
  id: 'operator';
  active: true;
}

export const operator: Operator = { id: 'operator', active: true };

/** Who does something. */
export type Actor = Person | Operator;

export function isOperator(actor: Actor): actor is Operator {
  return actor.id === operator.id;
}

import type { Language, Platform } from '../vocabulary.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';

/**
 * The operator works on the command line. The operator is no person of the organisation: no role, no chat, no request.
 */
export interface Operator {
  id: 'operator';
  active: true;
}

export const operator: Operator = { id: 'operator', active: true };

/** A member of the organisation who writes to the bot and is not on its list. The platform gives all of these facts. */
export interface Stranger {
  id: `stranger:${string}`;
  active: true;
  platform: Platform;
  place: Place & { user: string };
  name: string;
  /** Empty where the platform knows none. */
  email: string;
  /** The language of the platform's client; absent where it is not known. */
  language?: Language;
}

/** Gives the actor for a person who is not on the list. */
export function strangerOf(told: Pick<Stranger, 'platform' | 'place' | 'name' | 'email' | 'language'>): Stranger {
  return { ...told, id: `stranger:${told.platform}:${told.place.user}`, active: true };
}

/** The person, operator or stranger who performs a use case. */
export type Actor = Person | Operator | Stranger;

/** Tells whether the actor is the operator of the command line. */
export function isOperator(actor: Person | Operator): actor is Operator {
  return actor.id === operator.id;
}

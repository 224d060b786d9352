import { cprNumbersIn } from './find.ts';

/** The kinds of number that a writer can say another number is. */
export const numberKinds = ['case', 'order', 'phone', 'other'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** What a writer has said of the numbers of a text that look like CPR numbers: it is kept beside the text. */
export interface SaidNumbers {
  are: NumberKind;
  /** Empty as long as the words that they stand in are not there yet. */
  digits: readonly string[];
}

/**
 * Gives the reason for not storing a text; null when it may be stored. A number that its writer has called another one
 * is no reason, but one with a label or in the form with a hyphen always is.
 */
export function cprProblem(text: string, said?: SaidNumbers): 'contains-cpr' | 'looks-like-cpr' | null {
  const found = cprNumbersIn(text).filter(({ isSure, digits }) => isSure || !said?.digits.includes(digits));
  if (found.length === 0) return null;
  return found.some(({ isSure }) => isSure) ? 'contains-cpr' : 'looks-like-cpr';
}

/** Gives what was said before the words came, with the numbers of these words; undefined when nothing was said. */
export function saidOf(text: string, said: SaidNumbers | undefined): SaidNumbers | undefined {
  return (
    said && { are: said.are, digits: cprNumbersIn(text).flatMap(({ isSure, digits }) => (isSure ? [] : [digits])) }
  );
}

/** Gives what was said of the numbers of two texts that are one now. */
export function bothSaid(one: SaidNumbers | undefined, other: SaidNumbers | undefined): SaidNumbers | undefined {
  if (!one || !other) return one ?? other;
  return { are: one.are, digits: [...new Set([...one.digits, ...other.digits])] };
}

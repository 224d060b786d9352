/**
 * The closed lists of the field's own terms. docs/glossary.md gives the Danish terms and their meaning. Codes are
 * stored and sent; the words that a person reads are in locales/.
 */

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

export const platforms = ['teams', 'slack'] as const;
export type Platform = (typeof platforms)[number];

export const roles = ['leader', 'processOwner', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Område: the administrative field of a request; it decides the unit that owns the process. */
export const areas = [
  'personale',
  'it',
  'indkoeb',
  'ejendom',
  'oekonomi',
  'data-ledelsesinformation',
  'kommunikation',
  'jura-dokumentation',
] as const;
export type Area = (typeof areas)[number];

/** Art: the kind of obstacle. */
export const kinds = ['regel', 'proces', 'system', 'vejledning', 'dokumentation', 'ansvar'] as const;
export type Kind = (typeof kinds)[number];

/** The decision in a tilbagemelding; domain/requests/record/asks.ts has what each of them asks for. */
export const decisions = ['planned', 'partly', 'alreadyUnderway', 'trial', 'done', 'guidance', 'declined'] as const;
export type Decision = (typeof decisions)[number];

/** The categories of a declined request; the answer's own text gives the reason. */
export const declineCategories = ['law', 'politicalDecision', 'cost', 'security', 'benefitTooSmall', 'other'] as const;
export type DeclineCategory = (typeof declineCategories)[number];

/** The states in the life of a request; transitions.ts has the allowed moves. */
export const states = [
  'routed',
  'acknowledged',
  'question',
  'answered',
  'guided',
  'declined',
  'parked',
  'delivered',
  'confirmed',
  'reopened',
  'merged',
  'withdrawn',
] as const;
export type State = (typeof states)[number];

/**
 * The closed lists of the field's own terms. Danish terms and their meaning: docs/glossary.md.
 * Codes are stored and sent; words that a person reads are in locales/.
 */

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

export const platforms = ['teams', 'slack'] as const;
export type Platform = (typeof platforms)[number];

export const roles = ['leader', 'processOwner', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Område: the administrative field a request is about; it decides the unit that owns the process. */
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

/** Art: what sort of obstacle it is. */
export const kinds = ['regel', 'proces', 'system', 'vejledning', 'dokumentation', 'ansvar'] as const;
export type Kind = (typeof kinds)[number];

/** The decision in a tilbagemelding. */
export const decisions = ['planned', 'partly', 'alreadyUnderway', 'done', 'guidance', 'declined'] as const;
export type Decision = (typeof decisions)[number];

/** Why a request is declined; the reason itself is the answer's own text. */
export const declineCategories = ['law', 'politicalDecision', 'cost', 'security', 'benefitTooSmall', 'other'] as const;
export type DeclineCategory = (typeof declineCategories)[number];

/** Where a request is in its life; the allowed moves are in transitions.ts. */
export const states = [
  'routed',
  'acknowledged',
  'question',
  'answered',
  'declined',
  'parked',
  'delivered',
  'confirmed',
  'reopened',
  'merged',
  'withdrawn',
] as const;
export type State = (typeof states)[number];

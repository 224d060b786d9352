import type { Decision } from '../../vocabulary.ts';

/** The texts and choices of an answer's form. */
export const answerFields = [
  'declineCategory',
  'measure',
  'expectedImprovement',
  'lookedAt',
  'where',
  'nowPossible',
  'whatItTakes',
  'horizon',
] as const;
export type AnswerField = (typeof answerFields)[number];

/**
 * The time that a decision asks for. `promised`: a day that lies ahead, or the reason for having none. `since`: today or
 * before. `until`: the last day of something that ends.
 */
export type AskedTime = 'promised' | 'since' | 'until';

interface Asks {
  /** What must be filled in, in the order of the form. */
  fields: readonly AnswerField[];
  /** What may be added to it. */
  more: readonly AnswerField[];
  /** Null for a decision without a time. */
  time: AskedTime | null;
}

/** What each decision asks for. An answer holds nothing else. */
export const asks: Readonly<Record<Decision, Asks>> = {
  planned: {
    fields: ['measure', 'expectedImprovement', 'horizon'],
    more: ['nowPossible', 'whatItTakes'],
    time: 'promised',
  },
  partly: {
    fields: ['measure', 'expectedImprovement', 'nowPossible', 'whatItTakes', 'horizon'],
    more: [],
    time: 'promised',
  },
  alreadyUnderway: { fields: ['measure', 'horizon'], more: [], time: 'promised' },
  trial: { fields: ['measure', 'lookedAt', 'horizon'], more: [], time: 'until' },
  done: { fields: ['measure', 'expectedImprovement', 'horizon'], more: [], time: 'since' },
  guidance: { fields: ['measure', 'where'], more: [], time: null },
  declined: { fields: ['declineCategory', 'measure'], more: ['whatItTakes'], time: null },
};

/** Tells whether an answer promises something that can be kept; a trial ends, guidance and a no promise nothing. */
export function isPromise({ decision }: { decision: Decision }): boolean {
  return asks[decision].time === 'promised';
}

/** Tells whether the form of a decision has a field, required or not. */
export function asksFor(decision: Decision, field: AnswerField): boolean {
  const { fields, more } = asks[decision];
  return fields.includes(field) || more.includes(field);
}

import type { Decision } from '../../domain/vocabulary.ts';
import type { InBoth } from '../texts.ts';

export const answerFormTexts: InBoth<{
  title: string;
  decision: string;
  decided: string;
  next: string;
  /** What the unit writes, by its decision. */
  measure: Record<Decision, string>;
  expectedImprovement: string;
  expectedImprovementHint: string;
  horizon: string;
  horizonHint: string;
  horizonPicked: string;
  horizonPickedEmpty: string;
  noDateReason: string;
  nowPossible: string;
  /** What is in the way of more, by the decision. */
  whatItTakes: Record<Decision, string>;
  declineCategory: string;
  choose: string;
  submit: string;
  cancel: string;
}> = {
  da: {
    title: 'Svar på ønsket',
    decision: 'Hvad er svaret?',
    decided: 'Dit svar',
    next: 'Fortsæt',
    measure: {
      planned: 'Tiltag: Hvad gør I?',
      partly: 'Tiltag: Hvad gør I?',
      alreadyUnderway: 'Tiltag: Hvad er I i gang med?',
      done: 'Tiltag: Hvad har I gjort?',
      guidance: 'Tiltag: Hvordan gør man?',
      declined: 'Begrundelse: Hvorfor nej?',
    },
    expectedImprovement: 'Forventet forbedring: Hvad bliver bedre, og for hvem?',
    expectedImprovementHint: 'Lederen bliver senere spurgt, om det hjalp.',
    horizon: 'Tidshorisont: Hvornår?',
    horizonHint: 'Skriv, som du ville sige det: ”1. halvår 2027”, ”senest 1. maj”, ”løbende”.',
    horizonPicked: 'Eller vælg en tid',
    horizonPickedEmpty: 'Jeg har skrevet den ovenfor',
    noDateReason: 'Ingen dato? Hvorfor ikke?',
    nowPossible: 'Hvad kan gøres allerede nu?',
    whatItTakes: {
      planned: 'Hvad skal der til for at gøre mere?',
      partly: 'Hvad skal der til for resten?',
      alreadyUnderway: 'Hvad skal der til for at gøre mere?',
      done: 'Hvad skal der til for at gøre mere?',
      guidance: 'Hvad skal der til for at gøre mere?',
      declined: 'Hvad skal der til, før det kan lade sig gøre?',
    },
    declineCategory: 'Hvad står i vejen?',
    choose: 'Vælg',
    submit: 'Send svaret',
    cancel: 'Annullér',
  },
  en: {
    title: 'Answer the request',
    decision: 'What is the answer?',
    decided: 'Your answer',
    next: 'Continue',
    measure: {
      planned: 'Measure: what will you do?',
      partly: 'Measure: what will you do?',
      alreadyUnderway: 'Measure: what is under way?',
      done: 'Measure: what have you done?',
      guidance: 'Measure: how is it done?',
      declined: 'Reason: why no?',
    },
    expectedImprovement: 'Expected improvement: what gets better, and for whom?',
    expectedImprovementHint: 'The leader will be asked later whether it helped.',
    horizon: 'Time horizon: when?',
    horizonHint: 'Write it as you would say it: “first half of 2027”, “by 1 May”, “ongoing”.',
    horizonPicked: 'Or pick a time',
    horizonPickedEmpty: 'I have written it above',
    noDateReason: 'No date? Why not?',
    nowPossible: 'What can be done right now?',
    whatItTakes: {
      planned: 'What would it take to do more?',
      partly: 'What does the rest take?',
      alreadyUnderway: 'What would it take to do more?',
      done: 'What would it take to do more?',
      guidance: 'What would it take to do more?',
      declined: 'What would it take before it can be done?',
    },
    declineCategory: 'What is in the way?',
    choose: 'Choose',
    submit: 'Send the answer',
    cancel: 'Cancel',
  },
};

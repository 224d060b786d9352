import type { InBoth } from './texts.ts';

export const answerFormTexts: InBoth<{
  title: string;
  decision: string;
  measure: string;
  measureHint: string;
  expectedImprovement: string;
  expectedImprovementHint: string;
  horizon: string;
  horizonHint: string;
  horizonPicked: string;
  horizonPickedEmpty: string;
  noDateReason: string;
  nowPossible: string;
  whatItTakes: string;
  declineCategory: string;
  notNeeded: string;
  choose: string;
  submit: string;
  cancel: string;
}> = {
  da: {
    title: 'Svar på ønsket',
    decision: 'Hvad er svaret?',
    measure: 'Tiltag: Hvad gør I?',
    measureHint: 'Er svaret nej, så skriv begrundelsen her.',
    expectedImprovement: 'Forventet forbedring: Hvad bliver bedre, og for hvem?',
    expectedImprovementHint: 'Lederen bliver senere spurgt, om det hjalp.',
    horizon: 'Tidshorisont: Hvornår?',
    horizonHint: 'Skriv, som du ville sige det: ”1. halvår 2027”, ”senest 1. maj”, ”løbende”.',
    horizonPicked: 'Eller vælg en tid',
    horizonPickedEmpty: 'Jeg har skrevet den ovenfor',
    noDateReason: 'Ingen dato? Hvorfor ikke?',
    nowPossible: 'Hvad kan gøres nu? (kræves ved ”en del af det”)',
    whatItTakes: 'Hvad skal der til for resten? (kræves ved ”en del af det”)',
    declineCategory: 'Hvorfor nej? (kræves ved ”nej”)',
    notNeeded: 'Svaret er ikke nej',
    choose: 'Vælg',
    submit: 'Send svaret',
    cancel: 'Annullér',
  },
  en: {
    title: 'Answer the request',
    decision: 'What is the answer?',
    measure: 'Measure: what will you do?',
    measureHint: 'If the answer is no, give the reason here.',
    expectedImprovement: 'Expected improvement: what gets better, and for whom?',
    expectedImprovementHint: 'The leader will be asked later whether it helped.',
    horizon: 'Time horizon: when?',
    horizonHint: 'Write it as you would say it: “first half of 2027”, “by 1 May”, “ongoing”.',
    horizonPicked: 'Or pick a time',
    horizonPickedEmpty: 'I have written it above',
    noDateReason: 'No date? Why not?',
    nowPossible: 'What can be done now? (needed for “part of it”)',
    whatItTakes: 'What does the rest take? (needed for “part of it”)',
    declineCategory: 'Why no? (needed for “no”)',
    notNeeded: 'The answer is not no',
    choose: 'Choose',
    submit: 'Send the answer',
    cancel: 'Cancel',
  },
};

import type { Decision } from '../../domain/vocabulary.ts';
import type { InBoth } from '../texts.ts';

export const requestTexts: InBoth<{
  receiptTitle(number: string): string;
  receipt(unit: string, dueOn: string): string;
  arrivedTitle(number: string): string;
  answerTitle(number: string): string;
  deliveredTitle(number: string): string;
  withdrawnTitle(number: string): string;
  from: string;
  anonymous: string;
  anonymousTo: string;
  area: string;
  kind: string;
  burden: string;
  minutes(n: string): string;
  timesAMonth(n: string): string;
  people(n: string): string;
  unit: string;
  dueOn(state: string, dueOn: string): string;
  overdue(dueOn: string): string;
  decision(unit: string): string;
  /** What the unit does, under each decision. */
  measure: Record<Decision, string>;
  improvement: string;
  improvementDeclined: string;
  horizon: string;
  noDate: string;
  nowPossible: string;
  /** What is in the way of more, by the decision. */
  whatItTakes: Record<Decision, string>;
  timeline: string;
  submitted(unit: string): string;
  acknowledged(who: string): string;
  handedOver(to: string, reason: string): string;
  stepsLeftOut(count: number): string;
  answered(who: string): string;
  declined(who: string): string;
  deliveredStep: string;
  withdrawnStep: string;
  answerDue: string;
  promised: string;
  someone: string;
  acknowledge: string;
  answer: string;
  handOver: string;
  deliver: string;
  withdraw: string;
  another: string;
  mine: string;
  inbox: string;
  handedOverNow(number: string, unit: string): string;
}> = {
  da: {
    receiptTitle: (number) => `Tak – dit ønske har fået nummer ${number}`,
    receipt: (unit, dueOn) => `${unit} har fået det nu. Du får svar her i chatten senest den ${dueOn}.`,
    arrivedTitle: (number) => `Nyt ønske: ${number}`,
    answerTitle: (number) => `Der er svar på dit ønske ${number}`,
    deliveredTitle: (number) => `Nu er det sket: ${number}`,
    withdrawnTitle: (number) => `Ønsket ${number} er trukket tilbage`,
    from: 'Fra',
    anonymous: 'En leder, der ønsker at være anonym',
    anonymousTo: 'Dit navn vises ikke for dem, der svarer.',
    area: 'Handler om',
    kind: 'Det, der står i vejen',
    burden: 'Belastning',
    minutes: (n) => `${n} min. hver gang`,
    timesAMonth: (n) => `${n} ${n === '1' ? 'gang' : 'gange'} om måneden`,
    people: (n) => `rammer ${n} personer`,
    unit: 'Ligger hos',
    dueOn: (state, dueOn) => `${state} – svar senest den ${dueOn}`,
    overdue: (dueOn) => `Ubesvaret – svaret skulle være kommet den ${dueOn}`,
    decision: (unit) => `Svar fra ${unit}`,
    measure: {
      planned: 'Det gør vi',
      partly: 'Det gør vi',
      alreadyUnderway: 'Det gør vi',
      done: 'Det har vi gjort',
      guidance: 'Sådan gør I',
      declined: 'Derfor',
    },
    improvement: 'Det bliver bedre',
    improvementDeclined: 'Det ændrer sig',
    horizon: 'Hvornår',
    noDate: 'Ingen dato',
    nowPossible: 'Allerede nu',
    whatItTakes: {
      planned: 'At gøre mere kræver',
      partly: 'Resten kræver',
      alreadyUnderway: 'At gøre mere kræver',
      done: 'At gøre mere kræver',
      guidance: 'At gøre mere kræver',
      declined: 'Det ville kræve',
    },
    timeline: 'Forløb',
    submitted: (unit) => `Ønsket blev sendt til ${unit}`,
    acknowledged: (who) => `${who} har set det og er i gang`,
    handedOver: (to, reason) => `Givet videre til ${to}: ${reason}`,
    stepsLeftOut: (count) => `${count} skridt, der ikke vises her`,
    answered: (who) => `Svar fra ${who}`,
    declined: (who) => `Svar fra ${who}: nej`,
    deliveredStep: 'Leveret',
    withdrawnStep: 'Trukket tilbage',
    answerDue: 'Svar senest',
    promised: 'Lovet',
    someone: 'Enheden',
    acknowledge: 'Gå i gang',
    answer: 'Svar',
    handOver: 'Giv videre',
    deliver: 'Markér som leveret',
    withdraw: 'Træk tilbage',
    another: 'Skriv et til',
    mine: 'Se mine ønsker',
    inbox: 'Åbn indbakken',
    handedOverNow: (number, unit) => `${number} er givet videre til ${unit}. Lederens svarfrist er den samme.`,
  },
  en: {
    receiptTitle: (number) => `Thank you – your request is number ${number}`,
    receipt: (unit, dueOn) => `${unit} has it now. You get an answer here in the chat by ${dueOn}.`,
    arrivedTitle: (number) => `New request: ${number}`,
    answerTitle: (number) => `Your request ${number} has an answer`,
    deliveredTitle: (number) => `It has happened: ${number}`,
    withdrawnTitle: (number) => `Request ${number} has been withdrawn`,
    from: 'From',
    anonymous: 'A leader who wishes to be anonymous',
    anonymousTo: 'Your name is not shown to those who answer.',
    area: 'About',
    kind: 'In the way',
    burden: 'Burden',
    minutes: (n) => `${n} min. each time`,
    timesAMonth: (n) => (n === '1' ? 'once a month' : `${n} times a month`),
    people: (n) => `affects ${n} people`,
    unit: 'With',
    dueOn: (state, dueOn) => `${state} – answer by ${dueOn}`,
    overdue: (dueOn) => `Unanswered – the answer was due on ${dueOn}`,
    decision: (unit) => `Answer from ${unit}`,
    measure: {
      planned: 'What we do',
      partly: 'What we do',
      alreadyUnderway: 'What we do',
      done: 'What we have done',
      guidance: 'How to do it',
      declined: 'Why',
    },
    improvement: 'What gets better',
    improvementDeclined: 'What changes',
    horizon: 'When',
    noDate: 'No date',
    nowPossible: 'Possible now',
    whatItTakes: {
      planned: 'What more would take',
      partly: 'What the rest takes',
      alreadyUnderway: 'What more would take',
      done: 'What more would take',
      guidance: 'What more would take',
      declined: 'What it would take',
    },
    timeline: 'Timeline',
    submitted: (unit) => `The request was sent to ${unit}`,
    acknowledged: (who) => `${who} has seen it and is on it`,
    handedOver: (to, reason) => `Handed over to ${to}: ${reason}`,
    stepsLeftOut: (count) => `${count} steps that are not shown here`,
    answered: (who) => `Answer from ${who}`,
    declined: (who) => `Answer from ${who}: no`,
    deliveredStep: 'Delivered',
    withdrawnStep: 'Withdrawn',
    answerDue: 'Answer by',
    promised: 'Promised',
    someone: 'The unit',
    acknowledge: 'Start work',
    answer: 'Answer',
    handOver: 'Hand over',
    deliver: 'Mark as delivered',
    withdraw: 'Withdraw',
    another: 'Write another',
    mine: 'See my requests',
    inbox: 'Open the inbox',
    handedOverNow: (number, unit) => `${number} has been handed over to ${unit}. The date the leader was given stands.`,
  },
};

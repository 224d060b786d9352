import type { InBoth } from '../texts.ts';

export const requestFormTexts: InBoth<{
  title: string;
  intro: string;
  text: string;
  textHint: string;
  area: string;
  kind: string;
  kindEmpty: string;
  choose: string;
  minutesPerTime: string;
  timesPerMonth: string;
  peopleAffected: string;
  yourName: string;
  anonymous: string;
  open: string;
  submit: string;
  cancel: string;
  nothingSent: string;
}> = {
  da: {
    title: 'Dit forenklingsønske',
    intro: 'Skriv, som du ville sige det. Kun de to første felter skal udfyldes.',
    text: 'Hvad er unødigt svært, og hvad ville gøre det nemmere?',
    textHint: 'Skriv ingen CPR-numre eller navne på borgere.',
    area: 'Hvad handler det om?',
    kind: 'Hvad står i vejen?',
    kindEmpty: 'Ved ikke',
    choose: 'Vælg',
    minutesPerTime: 'Minutter hver gang (cirka)',
    timesPerMonth: 'Gange om måneden (cirka)',
    peopleAffected: 'Hvor mange hos jer rammer det?',
    yourName: 'Dit navn',
    anonymous: 'Vis ikke mit navn for dem, der svarer',
    open: 'Skriv et ønske',
    submit: 'Send ønsket',
    cancel: 'Annullér',
    nothingSent: 'Lukket, og intet er sendt.',
  },
  en: {
    title: 'Your request',
    intro: 'Write it as you would say it. Only the first two fields are needed.',
    text: 'What is needlessly hard, and what would make it easier?',
    textHint: 'Please write no CPR numbers and no names of citizens.',
    area: 'What is it about?',
    kind: 'What is in the way?',
    kindEmpty: 'Not sure',
    choose: 'Choose',
    minutesPerTime: 'Minutes each time (roughly)',
    timesPerMonth: 'Times a month (roughly)',
    peopleAffected: 'How many of you does it affect?',
    yourName: 'Your name',
    anonymous: 'Do not show my name to those who answer',
    open: 'Write a request',
    submit: 'Send the request',
    cancel: 'Cancel',
    nothingSent: 'Closed, and nothing was sent.',
  },
};

import { inBoth } from '../texts.ts';

export const handOverFormTexts = inBoth({
  da: {
    title: 'Send ønsket videre',
    intro: 'Fristen for at svare lederen er den samme.',
    unit: 'Hvem ejer processen?',
    choose: 'Vælg enhed',
    reason: 'Hvorfor?',
    reasonHint: 'Lederen kan læse det i forløbet.',
    submit: 'Send videre',
    cancel: 'Annullér',
  },
  en: {
    title: 'Hand over the request',
    intro: 'The date on which the leader gets an answer stays the same.',
    unit: 'Who owns the process?',
    choose: 'Choose unit',
    reason: 'Why?',
    reasonHint: 'The leader can read it in the timeline.',
    submit: 'Hand over',
    cancel: 'Cancel',
  },
});

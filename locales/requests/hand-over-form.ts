import { inBoth } from '../texts.ts';

export const handOverFormTexts = inBoth({
  da: {
    title: 'Giv ønsket videre',
    intro: 'Lederens svarfrist er den samme hos den nye enhed.',
    unit: 'Hvem ejer processen?',
    choose: 'Vælg enhed',
    reason: 'Hvorfor?',
    reasonHint: 'Lederen kan læse det i forløbet.',
    submit: 'Giv videre',
    cancel: 'Annullér',
  },
  en: {
    title: 'Hand over the request',
    intro: 'The date the leader was given stays the same.',
    unit: 'Who owns the process?',
    choose: 'Choose unit',
    reason: 'Why?',
    reasonHint: 'The leader can read it in the timeline.',
    submit: 'Hand over',
    cancel: 'Cancel',
  },
});

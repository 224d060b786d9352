import type { InBoth } from '../texts.ts';

export const draftTexts: InBoth<{
  title: string;
  area: string;
  kind: string;
  burden: string;
  minutes(n: string): string;
  timesAMonth(n: string): string;
  unit: string;
  noArea: string;
  tooLongTitle: string;
  tooLong(length: string): string;
  noWordsTitle: string;
  noWords: string;
  confirm: string;
  confirmAnonymously: string;
  change: string;
  chooseArea: string;
  discard: string;
  discarded: string;
  kept: string;
}> = {
  da: {
    title: 'Er det rigtigt forstået?',
    area: 'Handler om',
    kind: 'Det, der står i vejen',
    burden: 'Tid',
    minutes: (n) => `cirka ${n} minutter hver gang`,
    timesAMonth: (n) => `cirka ${n} ${n === '1' ? 'gang' : 'gange'} om måneden`,
    unit: 'Sendes til',
    noArea: 'Jeg kan ikke se, hvad det handler om. Vælg et område, så sender jeg det rigtige sted hen.',
    tooLongTitle: 'Det er for langt til ét ønske',
    tooLong: (length) =>
      `Din tekst er gemt, men den fylder ${length} tegn, og et ønske kan højst fylde 3.000. Skriv det vigtigste i en ny besked.`,
    noWordsTitle: 'Fortæl mig lidt mere',
    noWords: 'Jeg har gemt det, men kan ikke læse et ønske ud af det. Skriv med ord, hvad der er svært.',
    confirm: 'Ja, send det',
    confirmAnonymously: 'Send uden mit navn',
    change: 'Ret først',
    chooseArea: 'Vælg område og send',
    discard: 'Slet',
    discarded: 'Kladden er slettet. Intet er sendt.',
    kept: 'Det er en kladde. Intet er sendt endnu. De, der svarer, ser dit navn, medmindre du sender uden.',
  },
  en: {
    title: 'Did I get it right?',
    area: 'About',
    kind: 'In the way',
    burden: 'Time',
    minutes: (n) => `about ${n} minutes each time`,
    timesAMonth: (n) => (n === '1' ? 'about once a month' : `about ${n} times a month`),
    unit: 'Goes to',
    noArea: 'I cannot tell what it is about. Choose an area and I will send it to the right place.',
    tooLongTitle: 'It is too long for one request',
    tooLong: (length) =>
      `Your text is kept, but it has ${length} characters and a request can have 3,000 at most. Write the most important part in a new message.`,
    noWordsTitle: 'Tell me a little more',
    noWords: 'I have kept it, but I cannot read a request out of it. Say in words what is hard.',
    confirm: 'Yes, send it',
    confirmAnonymously: 'Send without my name',
    change: 'Change first',
    chooseArea: 'Choose area and send',
    discard: 'Delete',
    discarded: 'The draft is deleted. Nothing was sent.',
    kept: 'This is a draft. Nothing has been sent yet. Those who answer see your name unless you send it without.',
  },
};

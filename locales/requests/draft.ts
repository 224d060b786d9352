import { inBoth } from '../texts.ts';

export const draftTexts = inBoth({
  da: {
    title: 'Er det rigtigt forstået?',
    /** The title of a draft whose area is not known. */
    whereTo: 'Hvor skal det hen?',
    area: 'Handler om',
    kind: 'Står i vejen',
    burden: 'Tidsforbrug',
    about: (burden: string) => `cirka ${burden}`,
    people: 'Rammer hos jer',
    unit: 'Sendes til',
    noArea: 'Jeg kan ikke se, hvad det handler om. Vælg et område, så sender jeg det rigtige sted hen.',
    whichArea:
      'Hvad handler det mest om? Et tryk sender det med dit navn. Vælg selv, hvis det er noget andet, eller hvis du vil sende uden navn.',
    sendAs: (area: string) => `Send som ${area}`,
    otherArea: 'Vælg selv',
    tooLongTitle: 'Det er for langt til ét ønske',
    tooLong: (length: string) =>
      `Din tekst er gemt, men den fylder ${length} tegn, og et ønske kan højst fylde 3.000. Skriv det vigtigste i en ny besked.`,
    noWordsTitle: 'Fortæl mig lidt mere',
    noWords: 'Jeg har gemt det, men kan ikke se, hvad du ønsker. Skriv med ord, hvad der er svært.',
    confirm: 'Ja, send det',
    confirmAnonymously: 'Send uden mit navn',
    change: 'Ret først',
    chooseArea: 'Vælg område og send',
    discard: 'Slet',
    discarded: 'Kladden er slettet. Intet er sendt.',
    kept: 'Det er en kladde. Intet er sendt endnu. De, der svarer, ser dit navn, medmindre du sender uden navn.',
  },
  en: {
    title: 'Did I get it right?',
    whereTo: 'Where should it go?',
    area: 'About',
    kind: 'In the way',
    burden: 'Time spent',
    about: (burden) => `about ${burden}`,
    people: 'Affects, of you',
    unit: 'Goes to',
    noArea: 'I cannot tell what it is about. Choose an area and I will send it to the right place.',
    whichArea:
      'What is it mostly about? One press sends it with your name. Choose yourself if it is something else, or to send it without your name.',
    sendAs: (area) => `Send as ${area}`,
    otherArea: 'Choose myself',
    tooLongTitle: 'It is too long for one request',
    tooLong: (length) =>
      `Your text is kept, but it has ${length} characters and a request can have 3,000 at most. Write the most important part in a new message.`,
    noWordsTitle: 'Tell me a little more',
    noWords: 'I have kept it, but I cannot tell what you would like. Say in words what is hard.',
    confirm: 'Yes, send it',
    confirmAnonymously: 'Send without my name',
    change: 'Edit first',
    chooseArea: 'Choose area and send',
    discard: 'Delete',
    discarded: 'The draft is deleted. Nothing was sent.',
    kept: 'This is a draft. Nothing has been sent yet. Those who answer see your name unless you send it without.',
  },
});

import { inBoth } from '../texts.ts';

/** The texts that belong to no flow: to strangers and guests, after a defect, around a card. */
export const edgeTexts = inBoth({
  da: {
    stranger: 'Vi kender ikke hinanden endnu',
    strangerDetail: 'Du står ikke på kommunens liste. Du kan bede administratoren om adgang.',
    defect: (reference: string) =>
      `Det gik galt hos os, ikke hos dig. Prøv igen om lidt. Sker det igen, så send koden ${reference} til administratoren.`,
    /** When it is not known in time whether something is stored. */
    notKnownYet: 'Det er ikke gemt endnu – prøv igen om lidt.',
    onlyInPrivate: 'Skriv til mig i en privat chat. Så er det kun dig, der ser, hvad du skriver.',
    below: 'Se nedenfor.',
    noFile: 'Linket virker ikke længere',
    noFileDetail: 'Tryk på ”Vis filer” i chatten igen. Så får du et nyt link.',
    file: 'Her er filen',
    /** The link is good for one opening. */
    fileDetail: 'Linket virker kun én gang. Vil du se filen igen, så tryk på ”Vis filer” i chatten.',
    openFile: 'Åbn filen',
    guest: 'Jeg er kun for kommunens egne ansatte',
    /** The title of a modal in Slack: at most 24 characters. */
    modalTitle: 'Forenklingsbot',
    close: 'Luk',
    guestDetail: 'Du er gæst her. Skriv til mig fra din egen konto i kommunen, hvis du har en.',
    /** For a person who opens the message extension before the first chat. */
    meetFirst: 'Skriv først til mig i en privat chat',
    meetFirstDetail:
      'Søg efter Forenklingsbot i Teams, og skriv hej. Så ved jeg, hvem du er, og du kan sende ønsker herfra.',
    /** The name that a picture without a name gets. */
    picture: 'billede',
    /** These replace an unknown name after “@” and “#”. */
    somebody: 'nogen',
    someChannel: 'en kanal',
    someGroup: 'en gruppe',
  },
  en: {
    stranger: 'We have not met yet',
    strangerDetail: 'You are not on the municipality’s list. You can ask the administrator to join.',
    defect: (reference) =>
      `Something went wrong on our side, not yours. Please try again soon. If it happens again, write to the administrator and quote ${reference}.`,
    notKnownYet: 'It is not saved yet – please try again in a moment.',
    onlyInPrivate: 'Write to me in a private chat. Then only you see what you write.',
    below: 'See below.',
    noFile: 'The link does not work any more',
    noFileDetail: 'Press “Show files” in the chat again to get a new link.',
    file: 'Here is the file',
    fileDetail: 'The link works only once. To see the file again, press “Show files” in the chat.',
    openFile: 'Open the file',
    guest: 'I am only for the municipality’s own staff',
    modalTitle: 'Forenklingsbot',
    close: 'Close',
    guestDetail: 'You are a guest here. If you have an account of your own in the municipality, write to me from that.',
    meetFirst: 'Write to me in a private chat first',
    meetFirstDetail:
      'Search for Forenklingsbot in Teams and say hello. Then I know who you are, and you can send requests from here.',
    picture: 'picture',
    somebody: 'somebody',
    someChannel: 'a channel',
    someGroup: 'a group',
  },
});

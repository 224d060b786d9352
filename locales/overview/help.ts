import { inBoth } from '../texts.ts';

export const helpTexts = inBoth({
  da: {
    title: 'Hvad gør din dag unødigt svær?',
    /** The title of a Home tab whose reader has no requests of their own. */
    overview: 'Dit overblik',
    greeting: (firstName: string, municipality: string) =>
      `Hej ${firstName}. Jeg er ${municipality}s Forenklingsbot. Her er, hvad vi kan gøre sammen.`,
    leader:
      'Er der noget, der gør arbejdet unødigt besværligt? Skriv det bare til mig med dine egne ord. Jeg sender det til den enhed, der kan gøre noget ved det, og du får svar med en dato.',
    processOwner: (unit: string) =>
      `Du svarer på ønsker til ${unit}. De kommer til dig her, ét kort for hvert ønske. Skriv ”indbakke” for at se dem samlet.`,
    manager: 'Hver mandag får du et kort overblik over dit område. Skriv ”overblik” for at se det nu.',
    admin:
      'Du kan spørge lederne, hvad der er svært. Skriv ”kampagne”. Hvis en enhed står uden procesejer, får du dens ønsker.',
    write: 'Skriv et ønske',
    mine: 'Se mine ønsker',
    inbox: 'Åbn indbakken',
    digest: 'Se overblikket',
    campaign: 'Start en kampagne',
    campaigns: 'Kampagner',
    campaignsHint: 'Skriv ”kampagner”.',
    parked: 'Beskeder, der ikke er nået frem',
    parkedHint: 'Skriv ”hvad sidder fast”.',
    see: 'Vis',
    otherLanguage: 'Switch to English',
  },
  en: {
    title: 'What makes your day needlessly hard?',
    overview: 'Your overview',
    greeting: (firstName, municipality) =>
      `Hello ${firstName}. I am the simplification bot of ${municipality}. Here is what we can do together.`,
    leader:
      'Does something make work needlessly hard? Just write it to me in your own words. I bring it to the unit that can do something about it, and you get an answer with a date.',
    processOwner: (unit) =>
      `You answer requests to ${unit}. They come to you here, one card for each. Write “inbox” to see them all.`,
    manager: 'Every Monday you get a short overview of your area. Write “overview” to see it now.',
    admin:
      'You can ask the leaders what is hard. Write “campaign”. If a unit has no process owner, its requests come to you.',
    write: 'Write a request',
    mine: 'See my requests',
    inbox: 'Open the inbox',
    digest: 'See the overview',
    campaign: 'Start a campaign',
    campaigns: 'Campaigns',
    campaignsHint: 'Write “campaigns”.',
    parked: 'Messages that did not arrive',
    parkedHint: 'Write “what is stuck”.',
    see: 'Show',
    otherLanguage: 'Skift til dansk',
  },
});

import type { Platform } from './api.ts';

/** Every text of the page itself; messages of the bot and of people come from the simulator. */
export const texts = {
  bot: 'Forenklingsbot',
  slackName: '@forenklingsbot',
  intro:
    'I Teams og Slack skriver ledere, hvad der er unødigt besværligt, og enheden, der ejer opgaven, svarer: hvad den gør, hvad der bliver bedre, og hvornår.',
  followWish: 'Følg et ønske fra start til slut',
  followWishHint: 'Hans, Ulla og Lars-Peter åbner side om side, og du får at vide, hvem der gør hvad nu.',
  story: 'Følg et ønske',
  storyStep: (step: number, of: number) => `Trin ${step} af ${of}`,
  writeForThem: 'Skriv det for mig',
  endStory: 'Afslut',
  whoAreYou: 'Hvem vil du være?',
  whoAreYouHint: 'Fjordby er en opdigtet kommune. Vælg en person, og prøv Forenklingsbot som vedkommende.',
  search: 'Søg efter navn, sted eller rolle',
  found: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
  nobodyFound: 'Ingen passer på det. Prøv med færre ord.',
  openAnother: 'Åbn en samtale mere',
  noMoreRoom: 'Der er plads til fire samtaler. Luk en først.',
  closeChat: (name: string) => `Luk samtalen med ${name}`,
  close: 'Luk',
  chatOf: (name: string, platform: string) => `${name} i ${platform}`,
  showIn: 'Vis samtalen i',
  notInstalled: (name: string, platform: string) => `${name} bruger ikke ${platform}`,
  places: 'Steder',
  ownChat: 'Privat chat',
  stranger: 'En, der ikke står på listen',
  connecting: 'Henter samtalen …',
  disconnected: 'Forbindelsen er afbrudt. Vi prøver igen.',
  failed: 'Det gik ikke. Prøv igen om lidt.',
  botSilent: 'Forenklingsbot svarede ikke. Prøv igen om lidt.',
  noServer: 'Siden fik ikke svar fra serveren. Genindlæs den om lidt.',
  unknownInAddress: (parts: string) => `Adressen nævner samtaler, som ikke findes: ${parts}`,
  clock: 'Kommunens ur',
  newMessages: (count: number) => (count === 1 ? '1 ny' : `${count} nye`),
  showDark: 'Vis siden mørk',
  showLight: 'Vis siden lys',
  unsupported: (what: string) => `Kan ikke vises her: ${what}`,
} as const;

export const platformNames: Readonly<Record<Platform, string>> = { teams: 'Teams', slack: 'Slack' };

export const clockSteps = {
  'next-hour': '+1 time',
  'next-working-day': 'Næste hverdag',
  'next-week': 'Næste uge',
} as const;

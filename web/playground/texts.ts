import type { Platform } from './api.ts';

/** Every word that the page itself shows; what the bot and the people say comes from the simulator. */
export const texts = {
  bot: 'Forenklingsbot',
  app: 'App',
  whoAreYou: 'Hvem vil du være?',
  whoAreYouHint: 'Vælg en person i kommunen, og vær i deres chat med Forenklingsbot.',
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
  messages: 'Beskeder',
  home: 'Hjem',
  emptyHome: 'Her er ikke noget endnu.',
  emptyChat: 'Skriv til Forenklingsbot for at komme i gang.',
  compose: 'Skriv en besked',
  composeSlack: 'Besked eller /forenkling',
  send: 'Send',
  you: 'Dig',
  edited: 'Redigeret',
  onlyYou: 'Kun du kan se denne besked',
  connecting: 'Henter samtalen …',
  disconnected: 'Forbindelsen er afbrudt. Vi prøver igen.',
  failed: 'Det gik ikke. Prøv igen om lidt.',
  noSuchCommand: (name: string) => `${name} findes ikke her. Prøv /forenkling.`,
  botSilent: 'Forenklingsbot svarede ikke. Prøv igen om lidt.',
  noServer: 'Siden fik ikke svar fra serveren. Genindlæs den om lidt.',
  unknownInAddress: (parts: string) => `Adressen nævner samtaler, som ikke findes: ${parts}`,
  clock: 'Kommunens ur',
  choose: 'Vælg …',
  optional: '(valgfrit)',
  required: 'Udfyld feltet for at gå videre.',
  notANumber: 'Skriv et tal.',
  notBetween: (min: string, max: string) => `Skriv et tal fra ${min} til ${max}.`,
  notBelow: (min: string) => `Skriv et tal på mindst ${min}.`,
  notAbove: (max: string) => `Skriv et tal på højst ${max}.`,
  tooShort: (length: number) => `Skriv mindst ${length} tegn.`,
  unsupported: (what: string) => `Kan ikke vises her: ${what}`,
} as const;

export const platformNames: Readonly<Record<Platform, string>> = { teams: 'Teams', slack: 'Slack' };

export const clockSteps = {
  'next-hour': '+1 time',
  'next-working-day': 'Næste hverdag',
  'next-week': 'Næste uge',
} as const;

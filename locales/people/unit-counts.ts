import { inBoth } from '../texts.ts';

/** The numbers of what a unit has. */
export const unitCountTexts = inBoth({
  da: {
    openRequests: (count: number) => (count === 1 ? 'et åbent ønske' : `${count} åbne ønsker`),
    owners: (count: number) => (count === 1 ? 'en procesejer' : `${count} procesejere`),
    channels: (count: number) => (count === 1 ? 'en kanal' : `${count} kanaler`),
  },
  en: {
    openRequests: (count) => (count === 1 ? 'an open request' : `${count} open requests`),
    owners: (count) => (count === 1 ? 'a process owner' : `${count} process owners`),
    channels: (count) => (count === 1 ? 'a channel' : `${count} channels`),
  },
});

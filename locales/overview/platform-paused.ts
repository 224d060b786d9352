import { inBoth } from '../texts.ts';

export const platformPausedTexts = inBoth({
  da: {
    title: (platform: string) => `${platform} tager ikke imod mine beskeder`,
    since: 'Siden',
    kept: 'De venter, og ingen går tabt. De bliver sendt af sig selv, når min adgang virker igen.',
    todo: 'Min adgang er nok udløbet, eller appen er fjernet. Bed dem, der driver mig, om at forny den.',
  },
  en: {
    title: (platform: string) => `${platform} does not take my messages`,
    since: 'Since',
    kept: 'They wait, and none is lost. They are sent by themselves when my access works again.',
    todo: 'My access has probably run out, or the app was removed. Ask those who run me to renew it.',
  },
});

import { inBoth } from '../texts.ts';

/** The last lines of an administrator's command, below its result. */
export const commandTexts = inBoth({
  da: {
    nothing: 'Der er ingenting at ændre.',
    refused: 'Intet er ændret.',
    dryRun: 'Intet er ændret endnu. Skriv --apply til sidst for at gøre det.',
    changedMeanwhile:
      'Noget er ændret imens, og derfor blev intet gjort. Kør kommandoen igen uden --apply, og se hvad.',
    applied: 'Det er gjort.',
    embedderThere: 'Den lokale model er installeret. Sæt EMBEDDER=local, og genstart botten, så bruges den.',
    noEmbedder: 'Den lokale model er ikke installeret. Det bliver den med: npm run admin -- embedder install',
  },
  en: {
    nothing: 'There is nothing to change.',
    refused: 'Nothing was changed.',
    dryRun: 'Nothing was changed yet. Write --apply at the end to do it.',
    changedMeanwhile:
      'Something changed meanwhile, so nothing was done. Run the command again without --apply and see what.',
    applied: 'It is done.',
    embedderThere: 'The local embedder is installed. Set EMBEDDER=local and restart the bot to use it.',
    noEmbedder: 'The local embedder is not installed. Install it with: npm run admin -- embedder install',
  },
});

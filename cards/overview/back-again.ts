import type { Absence } from '../../domain/overview/back-again.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { backAgainTexts } from '../../locales/overview/back-again.ts';
import { formatMoment } from '../../locales/time/dates.ts';
import type { Card } from '../card.ts';
import { facts, text } from '../parts.ts';

/** The word to administrators that the bot was away: from when until when, and what they can do. */
export function backAgainCard({ from, to }: Absence, language: Language): Card {
  const words = backAgainTexts[language];
  return {
    name: 'back-again',
    title: words.title,
    blocks: [
      ...facts([
        [words.from, formatMoment(from, language)],
        [words.to, formatMoment(to, language)],
      ]),
      text(words.kept),
      text(words.todo),
    ],
    actions: [],
  };
}

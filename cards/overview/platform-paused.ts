import type { Pause } from '../../domain/overview/platform-paused.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { platformPausedTexts } from '../../locales/overview/platform-paused.ts';
import { formatMoment } from '../../locales/time/dates.ts';
import { platformNames } from '../../locales/vocabulary.ts';
import type { Card } from '../card.ts';
import { facts, text } from '../parts.ts';

/** The word to administrators that a platform does not take the bot's messages: since when, and who can mend it. */
export function platformPausedCard({ platform, since }: Pause, language: Language): Card {
  const words = platformPausedTexts[language];
  return {
    name: 'platform-paused',
    title: words.title(platformNames[platform]),
    blocks: [...facts([[words.since, formatMoment(since, language)]]), text(words.kept), text(words.todo)],
    actions: [],
  };
}

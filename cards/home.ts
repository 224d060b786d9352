import type { Home } from '../domain/use-cases/show-home.ts';
import type { Language } from '../domain/vocabulary.ts';
import { helpTexts } from '../locales/help.ts';
import type { Card } from './card.ts';
import { digestCard } from './digest.ts';
import { inboxCard, mineCard } from './lists.ts';
import { oneObvious, text } from './parts.ts';

/** A person's Home: all that their roles give them. */
export function homeCardFor({ mine, inbox, digest }: Home, language: Language): Card {
  const parts = [
    mine && mineCard(mine.requests, mine.drafts, language),
    inbox && inboxCard(inbox.units, inbox.requests, language),
    digest && digestCard(digest, language),
  ].filter((part) => part !== null);
  return homeCard(parts, language);
}

/** Everything a person has, under one roof: the cards of their roles one after the other. */
export function homeCard(parts: readonly Card[], language: Language): Card {
  return {
    name: 'home',
    title: helpTexts[language].title,
    blocks: parts.flatMap((part) => [text(part.title, 'strong'), ...part.blocks]),
    actions: oneObvious(parts.flatMap((part) => part.actions)),
  };
}

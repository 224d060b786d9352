import type { Language } from '../domain/vocabulary.ts';
import { helpTexts } from '../locales/help.ts';
import type { Card } from './card.ts';
import { oneObvious, text } from './parts.ts';

/** Everything a person has, under one roof: the cards of their roles one after the other. */
export function homeCard(parts: readonly Card[], language: Language): Card {
  return {
    name: 'home',
    title: helpTexts[language].title,
    blocks: parts.flatMap((part) => [text(part.title, 'strong'), ...part.blocks]),
    actions: oneObvious(parts.flatMap((part) => part.actions)),
  };
}

import type { Home } from '../domain/use-cases/show-home.ts';
import type { Language } from '../domain/vocabulary.ts';
import { helpTexts } from '../locales/help.ts';
import type { Card } from './card.ts';
import { digestCard } from './digest.ts';
import { inboxCard, mineCard } from './lists.ts';
import { button, oneObvious, text } from './parts.ts';

/** A person's Home: all that their roles give them. */
export function homeCardFor({ mine, inbox, digest, mayStartCampaigns }: Home, language: Language): Card {
  const words = helpTexts[language];
  const isNew = mine !== null && mine.requests.length === 0 && mine.drafts.length === 0;
  const parts = [
    mine && mineCard(mine.requests, mine.drafts, language),
    inbox && inboxCard(inbox.units, inbox.requests, language),
    digest && digestCard(digest, language),
  ].filter((part) => part !== null);
  const home = homeCard(parts, language);
  return {
    ...home,
    blocks: [
      ...(isNew ? [text(words.leader)] : []),
      ...home.blocks,
      ...(mayStartCampaigns ? [text(words.admin, 'subtle')] : []),
    ],
    actions: oneObvious([
      ...home.actions,
      ...(mayStartCampaigns ? [button('open-campaign-form', words.campaign, {}, 'primary')] : []),
    ]),
  };
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

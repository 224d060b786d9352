import type { Home } from '../../domain/overview/show-home.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { helpTexts } from '../../locales/overview/help.ts';
import type { Card } from '../card.ts';
import { button, oneObvious, text } from '../parts.ts';
import { inboxCard, mineCard } from '../requests/lists.ts';
import { digestCard } from './digest.ts';

/** The content of a person's Home, by their roles. */
export function homeCardFor({ mine, inbox, digest, mayStartCampaigns }: Home, language: Language): Card {
  const isNew = mine !== null && mine.requests.length === 0 && mine.drafts.length === 0;
  const parts = [
    mine && mineCard(mine, language),
    inbox && inboxCard(inbox, language),
    digest && digestCard(digest, language),
  ].filter((part) => part !== null);
  return homeCard(parts, { isNew, mayStartCampaigns }, language);
}

/** A person's Home: the cards of their roles one after the other. A new person first reads what the bot is for. */
export function homeCard(
  parts: readonly Card[],
  { isNew, mayStartCampaigns }: { isNew: boolean; mayStartCampaigns: boolean },
  language: Language,
): Card {
  const words = helpTexts[language];
  const campaign = button('open-campaign-form', words.campaign, {}, 'primary');
  return {
    name: 'home',
    title: parts.some(({ name }) => name === 'mine') ? words.title : words.overview,
    blocks: [
      ...(isNew ? [text(words.leader)] : []),
      ...parts.flatMap((part) => [text(part.title, 'strong'), ...part.blocks]),
      ...(mayStartCampaigns ? [text(words.admin, 'subtle')] : []),
    ],
    actions: oneObvious([...parts.flatMap((part) => part.actions), ...(mayStartCampaigns ? [campaign] : [])]),
  };
}

import type { DraftId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import { draftTexts } from '../../../locales/requests/draft.ts';
import type { Card } from '../../card.ts';
import { button, excerpt, text } from '../../parts.ts';

/** One of two wishes in a draft, and the unit that would get it. */
export interface Half {
  text: string;
  unit: string | null;
}

/** The card of a draft with two wishes, which offers to make two of it. */
export function offeringTwo(card: Card, draftId: DraftId, halves: readonly Half[], language: Language): Card {
  const words = draftTexts[language];
  const shown = halves.map(({ text: said, unit }, at) => {
    const line = `${at + 1}. ${excerpt(said)}`;
    return text(unit === null ? line : words.half(line, unit));
  });
  return {
    ...card,
    blocks: [...card.blocks, text(words.twoWishes, 'strong'), ...shown],
    actions: [...card.actions.slice(0, -1), button('split-draft', words.split, { draftId }), ...card.actions.slice(-1)],
  };
}

/** The two drafts that a draft became. */
export function splitCard(drafts: ReadonlyArray<Half & { id: DraftId }>, language: Language): Card {
  const words = draftTexts[language];
  const items = drafts.map(({ id, text: said, unit }, at) => ({
    title: `${at + 1}. ${excerpt(said)}`,
    detail: unit === null ? '' : `${words.unit} ${unit}`,
    mood: 'neutral' as const,
    open: button('show-draft', words.openHalf, { draftId: id }),
  }));
  return {
    name: 'split',
    title: words.splitTitle,
    blocks: [text(words.splitHint), { block: 'list', items }],
    actions: [],
  };
}

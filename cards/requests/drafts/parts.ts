import type { Draft } from '../../../domain/requests/drafts/draft.ts';
import { partsOf } from '../../../domain/requests/drafts/parts/parts.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import { draftTexts } from '../../../locales/requests/draft.ts';
import type { ActionRef, Block, Card } from '../../card.ts';
import { button, excerpt, text } from '../../parts.ts';
import { draftInput } from './draft.ts';

/** The card of a draft with the question whether it belongs to an earlier one, and the button that joins them. */
export function offeringJoin(card: Card, draft: Draft, near: Draft, language: Language): Card {
  const words = draftTexts[language];
  const join = button('join-drafts', words.join, { ...draftInput(draft), into: near.id });
  return withButton(card, [text(words.together(excerpt(near.text, 80)), 'strong')], join);
}

/** The card of a draft of several messages, with the way back. */
export function offeringParts(card: Card, draft: Draft, language: Language): Card {
  const words = draftTexts[language];
  const { length: count } = partsOf(draft);
  const part = button('part-draft', count > 2 ? words.partLast : words.part, draftInput(draft));
  return withButton(card, [text(words.joined(count), 'subtle')], part);
}

/** The deleting button stays the last. */
function withButton(card: Card, blocks: Block[], added: ActionRef): Card {
  return {
    ...card,
    blocks: [...card.blocks, ...blocks],
    actions: [...card.actions.slice(0, -1), added, ...card.actions.slice(-1)],
  };
}

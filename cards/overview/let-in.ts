import type { Content } from '../../domain/index.ts';
import { mayAnswer, maySubmit } from '../../domain/people/roles.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { joinTexts } from '../../locales/people/join.ts';
import type { Block, Card } from '../card.ts';
import { excerpt, text } from '../parts.ts';
import { keptCard } from '../requests/drafts/reply.ts';
import { helpCard } from './help.ts';
import { keptDraftCard } from './kept-drafts.ts';

/**
 * The welcome of somebody who was let in: the first of the drafts that their waiting words became, or what they can do
 * here when they wrote nothing.
 */
export function letInCard({ reader, organisation, drafts }: Content<'let-in'>, language: Language): Card {
  const words = joinTexts[language];
  const [first, ...others] = drafts;
  if (first && !maySubmit(reader)) {
    const kept = keptCard({ draft: first, files: [], answers: [] }, mayAnswer(reader), language);
    const later = others.map(({ text: said }): Block => ({ block: 'quote', text: excerpt(said, 280) }));
    return { ...kept, name: 'let-in', title: words.welcome, blocks: [text(words.waited), ...kept.blocks, ...later] };
  }
  if (first) {
    const around = { name: 'let-in', title: words.welcome, intro: words.waited, more: words.waitedMore };
    return keptDraftCard(first, others, organisation, around, language);
  }
  const help = helpCard(reader, organisation, language);
  return { ...help, blocks: [text(words.welcome, 'strong'), ...help.blocks] };
}

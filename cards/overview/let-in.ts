import type { Content } from '../../domain/index.ts';
import { unitOfArea } from '../../domain/people/organisation.ts';
import { draftProblem } from '../../domain/requests/drafts/shown-draft.ts';
import { suggestFields } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { joinTexts } from '../../locales/people/join.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';
import { draftCard } from '../requests/drafts/draft.ts';
import { helpCard } from './help.ts';

/**
 * The welcome of somebody who was let in: the first of the drafts that their waiting words became, or what they can do
 * here when they wrote nothing.
 */
export function letInCard({ reader, organisation, drafts }: Content<'let-in'>, language: Language): Card {
  const words = joinTexts[language];
  const [first, ...others] = drafts;
  if (!first) {
    const help = helpCard(reader, organisation, language);
    return { ...help, blocks: [text(words.welcome, 'strong'), ...help.blocks] };
  }
  const suggested = suggestFields(first.text);
  const unit = suggested.area && unitOfArea(organisation, suggested.area);
  const card = draftCard(first, suggested, draftProblem(first.text), unit?.name ?? null, [], language);
  const more = others.length === 0 ? [] : [text(words.waitedMore(others.length), 'subtle')];
  return {
    ...card,
    name: 'let-in',
    title: words.welcome,
    blocks: [text(words.waited), ...card.blocks, ...more],
    actions: others.length === 0 ? card.actions : [...card.actions, button('list-mine', words.mine)],
  };
}

import type { Organisation } from '../../domain/people/organisation.ts';
import { unitOfArea } from '../../domain/people/organisation.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { draftProblem } from '../../domain/requests/drafts/shown-draft.ts';
import { suggestFields } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { draftTexts } from '../../locales/requests/draft.ts';
import { listTexts } from '../../locales/requests/lists.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { formatDate } from '../../locales/time/dates.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';
import { draftCard } from '../requests/drafts/draft.ts';

interface Around {
  name: string;
  title: string;
  intro: string;
  /** The line below when there are others. */
  more(count: number): string;
}

/** The first of some drafts, with words around it, and the way to the others. */
export function keptDraftCard(
  first: Draft,
  others: readonly Draft[],
  organisation: Organisation,
  { name, title, intro, more }: Around,
  language: Language,
): Card {
  const suggested = suggestFields(first.text);
  const unit = suggested.area && unitOfArea(organisation, suggested.area);
  const card = draftCard(first, suggested, draftProblem(first.text), unit?.name ?? null, [], language);
  const further = others.length === 0 ? [] : [text(more(others.length), 'subtle')];
  return {
    ...card,
    name,
    title,
    blocks: [text(intro), ...card.blocks, ...further],
    actions: others.length === 0 ? card.actions : [...card.actions, button('list-mine', requestTexts[language].mine)],
  };
}

/** Drafts that were not sent, mentioned once: the newest, the day on which the first is deleted, and the others. */
export function draftsWaitCard(
  {
    drafts,
    organisation,
    firstDeletedOn,
  }: { drafts: readonly Draft[]; organisation: Organisation; firstDeletedOn: string },
  language: Language,
): Card {
  const [first, ...others] = drafts;
  if (!first) throw new Error('drafts are mentioned where there are some');
  const words = draftTexts[language];
  const around: Around = {
    name: 'drafts-wait',
    title: words.waitsTitle,
    intro: words.waits,
    more: listTexts[language].moreDraftsOfMine,
  };
  const card = keptDraftCard(first, others, organisation, around, language);
  const deleted = text(words.deletedOn(formatDate(firstDeletedOn, language)), 'subtle');
  return { ...card, blocks: [...card.blocks, deleted] };
}

import type { Organisation } from '../../domain/people/organisation.ts';
import { unitOfArea } from '../../domain/people/organisation.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { type Answered, draftProblem } from '../../domain/requests/drafts/shown-draft.ts';
import { suggestFields } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { draftTexts } from '../../locales/requests/draft.ts';
import { listTexts } from '../../locales/requests/lists.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { formatDate } from '../../locales/time/dates.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';
import { draftCard } from '../requests/drafts/draft.ts';
import { whichCard } from '../requests/drafts/reply.ts';

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
  around: Around,
  language: Language,
): Card {
  const suggested = suggestFields(first.text, null, { systems: organisation.systems, routed: null });
  const unit = suggested.area && unitOfArea(organisation, suggested.area);
  const card = draftCard(first, suggested, draftProblem(first.text), unit?.name ?? null, [], language);
  return withOthers(card, others, around, language);
}

function withOthers(card: Card, others: readonly Draft[], around: Around, language: Language): Card {
  const { name, title, intro, more } = around;
  const further = others.length === 0 ? [] : [text(more(others.length), 'subtle')];
  return {
    ...card,
    name,
    title,
    blocks: [text(intro), ...card.blocks, ...further],
    actions: others.length === 0 ? card.actions : [...card.actions, button('list-mine', requestTexts[language].mine)],
  };
}

/** Drafts that were not sent, and what is to be known of them. */
interface Waiting {
  drafts: readonly Draft[];
  /** The requests that the first of them may answer; none for a wish. */
  answers: readonly Answered[];
  organisation: Organisation;
  firstDeletedOn: string;
}

/** Drafts that were not sent, mentioned once: the newest, the day on which the first is deleted, and the others. */
export function draftsWaitCard({ drafts, answers, organisation, firstDeletedOn }: Waiting, language: Language): Card {
  const [first, ...others] = drafts;
  if (!first) throw new Error('drafts are mentioned where there are some');
  const words = draftTexts[language];
  const around: Around = {
    name: 'drafts-wait',
    title: words.waitsTitle,
    intro: words.waits,
    more: listTexts[language].moreDraftsOfMine,
  };
  const card =
    answers.length > 0
      ? withOthers(
          whichCard({ draft: first, files: [], answers }, language),
          others,
          {
            ...around,
            title: words.replyWaitsTitle,
            intro: words.replyWaits,
          },
          language,
        )
      : keptDraftCard(first, others, organisation, around, language);
  const deleted = text(words.deletedOn(formatDate(firstDeletedOn, language)), 'subtle');
  return { ...card, blocks: [...card.blocks, deleted] };
}

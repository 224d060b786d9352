import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { type Inbox, type ListedRequest, type Mine, mostListed } from '../../domain/requests/lists.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { listTexts } from '../../locales/requests/lists.ts';
import { formatDate } from '../../locales/time/dates.ts';
import type { Block, Card, ListItem } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';
import { horizonInShort } from './horizon.ts';
import { moodOf, stateName } from './request.ts';

/** The number of drafts that a list shows; a line below counts the others. */
const shownDrafts = 3;

/** A leader's own requests and drafts. */
export function mineCard({ requests, further, drafts, deleteDraftAfterMonths }: Mine, language: Language): Card {
  const words = listTexts[language];
  const blocks: Block[] =
    requests.length === 0 ? [text(words.mineEmpty)] : requestBlocks(requests, true, further, words.moreMine, language);
  if (drafts.length > 0) {
    blocks.push(
      text(words.drafts, 'strong'),
      ...listBlocks(drafts, shownDrafts, (draft) => draftItem(draft, language), words.moreDrafts),
      text(words.draftsDeleted(deleteDraftAfterMonths), 'subtle'),
    );
  }
  return {
    name: 'mine',
    title: words.mineTitle,
    blocks,
    actions: [button('open-request-form', words.write, {}, 'primary')],
  };
}

/**
 * The open work of the units that a person answers for; an administrator may answer for none, and so may a process
 * owner whose unit was closed.
 */
export function inboxCard({ units, standsIn, requests, further }: Inbox, language: Language): Card {
  const words = listTexts[language];
  const withoutUnit = standsIn ? words.allOwned : words.noUnit;
  const empty = units.length === 0 ? withoutUnit : words.inboxEmpty;
  return {
    name: 'inbox',
    title: units.length === 0 ? words.inboxOfNoUnit : words.inboxTitle(units.join(', ')),
    blocks: requests.length === 0 ? [text(empty)] : requestBlocks(requests, false, further, words.moreInbox, language),
    actions: [button('help', words.help)],
  };
}

function requestBlocks(
  requests: readonly ListedRequest[],
  areOwn: boolean,
  further: number | undefined,
  more: (count: number) => string,
  language: Language,
): Block[] {
  return listBlocks(requests, mostListed, (listed) => requestItem(listed, areOwn, language), more, further);
}

/** The first `most` entries, and the number of the others, of whom `further` are not among all. */
function listBlocks<Of>(
  all: readonly Of[],
  most: number,
  item: (one: Of) => ListItem,
  more: (count: number) => string,
  further = 0,
): Block[] {
  const items = all.slice(0, most).map(item);
  const hidden = all.length - items.length + further;
  return [{ block: 'list', items }, ...(hidden > 0 ? [text(more(hidden), 'subtle')] : [])];
}

/**
 * Makes the entry of a request in a list.
 * @param isOwn whether the reader has sent it
 */
export function requestItem({ request, overdue }: ListedRequest, isOwn: boolean, language: Language): ListItem {
  const words = listTexts[language];
  return {
    title: `${request.number}: ${excerpt(request.text)}`,
    detail: overdue
      ? words.overdueSince(formatDate(request.dueOn, language))
      : [stateName(request.state, isOwn, language), timeWords(request, language)].filter(Boolean).join(', '),
    mood: overdue ? 'late' : moodOf(request.state),
    open: button('show-request', words.show, { request: request.id }),
  };
}

function timeWords(request: Request, language: Language): string | null {
  const words = listTexts[language];
  if (awaitsAnswer(request.state)) return words.dueOn(formatDate(request.dueOn, language));
  if (request.state === 'answered' && request.answer)
    return words.promised(excerpt(horizonInShort(request.answer, language)));
  return null;
}

function draftItem(draft: Draft, language: Language): ListItem {
  const words = listTexts[language];
  return {
    title: excerpt(draft.text),
    detail: words.draft,
    mood: 'neutral',
    open: button('show-draft', words.openDraft, { draftId: draft.id }),
  };
}

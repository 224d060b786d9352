import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { type Inbox, type ListedRequest, type Mine, mostListed, type Page } from '../../domain/requests/lists.ts';
import { hoursAYear, type Request } from '../../domain/requests/record/request.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { listTexts } from '../../locales/requests/lists.ts';
import { formatDate, formatNumber } from '../../locales/time/dates.ts';
import type { ActionRef, Block, Card, ListItem } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';
import { horizonInShort } from './horizon.ts';
import { moodOf, stateName } from './request.ts';

/** The number of drafts that a list shows; a line below counts the others. */
const shownDrafts = 3;

/** A leader's own requests and drafts. */
export function mineCard(mine: Mine, language: Language): Card {
  const words = listTexts[language];
  const { requests, drafts, deleteDraftAfterMonths } = mine;
  const blocks: Block[] =
    requests.length === 0 ? [text(words.mineEmpty)] : pageBlocks(mine, { isOwn: true }, 'list-mine', language);
  if (drafts.length > 0) {
    const hidden = drafts.length - shownDrafts;
    blocks.push(
      text(words.drafts, 'strong'),
      { block: 'list', items: drafts.slice(0, shownDrafts).map((draft) => draftItem(draft, language)) },
      ...(hidden > 0 ? [text(words.moreDrafts(hidden), 'subtle')] : []),
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
export function inboxCard(inbox: Inbox, language: Language): Card {
  const words = listTexts[language];
  const { units, standsIn, requests, overdueElsewhere } = inbox;
  const withoutUnit = standsIn ? words.allOwned : words.noUnit;
  const ofUnits = overdueElsewhere > 0 ? words.nothingWaits : words.inboxEmpty;
  const empty = units.length === 0 ? withoutUnit : ofUnits;
  // The title names the one unit.
  const of = { isOwn: false, ofUnit: units.length === 1 };
  return {
    name: 'inbox',
    title: units.length === 0 ? words.inboxOfNoUnit : words.inboxTitle(units.join(', ')),
    blocks: [
      ...(requests.length === 0 ? [text(empty)] : pageBlocks(inbox, of, 'list-inbox', language)),
      ...elsewhere(overdueElsewhere, language),
    ],
    actions: [button('help', words.help)],
  };
}

/** The word that others have not answered in time, and the way to what it is about. */
function elsewhere(count: number, language: Language): Block[] {
  const words = listTexts[language];
  if (count === 0) return [];
  return [
    { block: 'status', text: words.overdueElsewhere(count), mood: 'late' },
    { block: 'buttons', buttons: [button('list-overdue', words.showOverdue(count))] },
  ];
}

/** What is overdue in units that others own, for an administrator. */
export function overdueCard(page: Page, language: Language): Card {
  const words = listTexts[language];
  const isEmpty = page.requests.length === 0;
  return {
    name: 'overdue',
    title: words.overdueTitle,
    blocks: isEmpty ? [text(words.noneOverdue)] : pageBlocks(page, { isOwn: false }, 'list-overdue', language),
    actions: [],
  };
}

/** The requests of a page, and the buttons that turn to the page before and to the one after it. */
function pageBlocks(
  page: Page,
  of: ListOf,
  action: 'list-mine' | 'list-inbox' | 'list-overdue',
  language: Language,
): Block[] {
  const items = page.requests.map((listed) => requestItem(listed, of, language));
  return [{ block: 'list', items }, ...turning(page, (from, label) => button(action, label, { from }), language)];
}

/**
 * Makes the buttons that turn the pages of a list, with the place of this page where it is not the only one.
 * @param turn makes the button to the page that begins after so many entries
 */
export function turning(
  { requests, from, next }: Page,
  turn: (from: string, label: string) => ActionRef,
  language: Language,
): Block[] {
  const words = listTexts[language];
  const buttons = [
    from > 0 ? turn(String(Math.max(from - mostListed, 0)), words.before(Math.min(from, mostListed))) : null,
    next > 0 ? turn(String(from + requests.length), words.further(next)) : null,
  ].filter((one) => one !== null);
  const place = from > 0 ? [text(words.place(from + 1, from + requests.length), 'subtle')] : [];
  return buttons.length === 0 ? [] : [...place, { block: 'buttons', buttons }];
}

/** All requests of a list are the reader's own, or all are with the unit that its heading names. */
interface ListOf {
  isOwn: boolean;
  ofUnit?: boolean;
}

/** So many characters of ten requests, with all else at its longest, fit a card in Teams. */
const titleLength = 75;

/** Makes the entry of a request in a list: what is hard, how it stands, what it costs, and who has it. */
export function requestItem(
  { request, unit, overdue, late = false }: ListedRequest,
  { isOwn, ofUnit = false }: ListOf,
  language: Language,
): ListItem {
  const words = listTexts[language];
  const hours = hoursAYear(request.burden);
  const stands = overdue
    ? words.overdueSince(formatDate(request.dueOn, language))
    : [late ? words.late : stateName(request.state, isOwn, language), timeWords(request, language)]
        .filter(Boolean)
        .join(', ');
  return {
    title: excerpt(request.text, titleLength),
    detail: [stands, hours === null ? null : words.hours(hoursInShort(hours, language))]
      .filter((part) => part !== null)
      .join(' · '),
    small: ofUnit ? request.number : `${excerpt(unit, 40)} · ${request.number}`,
    mood: overdue || late ? 'late' : moodOf(request.state),
    open: button('show-request', words.show, { request: request.id }),
  };
}

/** Two digits are as much as an estimate can tell. Null for less than an hour. */
function hoursInShort(hours: number, language: Language): string | null {
  const rounded = Number(hours.toPrecision(2));
  return hours < 1 ? null : formatNumber(hours < 100 ? Math.round(hours) : rounded, language);
}

function timeWords(request: Request, language: Language): string | null {
  const words = listTexts[language];
  if (awaitsAnswer(request.state)) return words.dueOn(formatDate(request.dueOn, language));
  const { state, answer } = request;
  if (state !== 'answered' || !answer) return null;
  const time = excerpt(horizonInShort(answer, language), 60);
  // A trial ends, and nothing was promised by it.
  return answer.decision === 'trial' ? words.tried(time) : words.promised(time);
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

import { createHash } from 'node:crypto';
import type { ShownCard } from '../domain/delivery/posting.ts';
import type { RequestView } from '../domain/requests/view-request.ts';
import type { Language } from '../domain/vocabulary.ts';
import { roomTexts } from '../locales/channels/room.ts';
import type { Card } from './card.ts';
import { noticeCard } from './notice.ts';
import { answerCard, receiptCard, requestCard } from './requests/request.ts';

/** A receipt stays one for as long as what it says is so. */
const sentCard = (view: RequestView, language: Language): Card =>
  view.request.version === 1 ? receiptCard(view, language) : requestCard(view, language);

/** Makes the present form of a card that shows a request in a person's own chat, by the card's name. */
const live: Readonly<Record<string, (view: RequestView, language: Language, title?: string) => Card>> = {
  answer: (view, language, title) =>
    view.answer ? answerCard(view, view.answer, language, title) : requestCard(view, language, title),
  // What was sent from it is acknowledged there, whoever is first: the answer to the press or this.
  draft: sentCard,
  overtaken: (view, language) => requestCard(view, language),
  receipt: sentCard,
  request: requestCard,
};

/** Tells whether a card is kept as its request stands. */
export const isLive = (shown: ShownCard | undefined): shown is ShownCard =>
  shown !== undefined && Object.hasOwn(live, shown.card);

/**
 * Gives a card as its request stands now. Its title says what was new, and stays until the request changes.
 * @throws for a card that is not kept so
 */
export function liveCard(shown: ShownCard, view: RequestView, language: Language): Card {
  const make = Object.hasOwn(live, shown.card) ? live[shown.card] : undefined;
  if (!make) throw new Error(`a card ${shown.card} does not change with its request`);
  return shown.version === view.request.version ? make(view, language, shown.title) : make(view, language);
}

/** Says where a request has gone that the reader of its card may no longer see. */
export function movedCard(
  { request: { id, number }, unitName }: Pick<RequestView, 'request' | 'unitName'>,
  language: Language,
): Card {
  return { ...noticeCard(roomTexts[language].moved(number, unitName)), about: id };
}

/** The facts of a card by which it is kept up to date. */
export function shownBy(card: Card): ShownCard {
  const digest = createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);
  const { name, title, version } = card;
  return { card: name, title, digest, ...(version === undefined ? {} : { version }) };
}

import type { Content } from '../../domain/index.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { closeUnitTexts } from '../../locales/requests/close-unit.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';

/** The card for the people who receive the requests of a closed unit, and for its process owners. */
export function unitClosedCard({ unit, into, requests }: Content<'unit-closed'>, language: Language): Card {
  const words = closeUnitTexts[language];
  return {
    name: 'unit-closed',
    title: words.closedTitle(unit),
    blocks: [text(into === null ? words.shared(requests) : words.received(into, requests))],
    actions: into === null ? [] : [button('list-inbox', words.inbox, {}, 'primary')],
  };
}

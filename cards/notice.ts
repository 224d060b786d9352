import type { Card } from './card.ts';
import { text } from './parts.ts';

/** A card of a few sentences, the first as title, with buttons for the next step. */
export function noticeCard(
  said: string,
  actions: Card['actions'] = [],
  ...details: ReadonlyArray<string | null>
): Card {
  const { title, rest } = firstSentence(said);
  const blocks = [rest, ...details].filter((part) => part !== null).map((part) => text(part));
  return { name: 'notice', title, blocks, actions };
}

/** A sentence ends after a word and before a capital or a number, so "senest 1. maj" is not split. */
function firstSentence(said: string): { title: string; rest: string | null } {
  const [, title = said, rest = null] = /^(.*?[\p{L})][.!?]) ([\p{Lu}\d].*)$/su.exec(said) ?? [];
  return { title, rest };
}

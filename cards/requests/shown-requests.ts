import type { AboutId } from '../../domain/ids.ts';
import type { Card, Form } from '../card.ts';

/** Cards that are about a draft or request and show none of its facts. */
const showNothing: readonly string[] = ['draft', 'notice'];

/**
 * Gives the ids of the requests that a card or form shows to its reader, each once, for the line of the log that says
 * who saw what.
 */
export function shownRequests(shown: Card | Form): string[] {
  const found =
    'fields' in shown ? [(shown.submit ?? shown.open).input.requestId] : [ownRequest(shown), ...listedRequests(shown)];
  return [...new Set(found.filter((id) => id !== undefined))];
}

function ownRequest({ name, shows, about }: Card): AboutId | undefined {
  return showNothing.includes(name) ? undefined : (shows ?? about);
}

function listedRequests({ blocks }: Card): Array<string | undefined> {
  return blocks.flatMap((block) =>
    block.block === 'list'
      ? block.items.map(({ open }) => (open && 'action' in open ? open.input.request : undefined))
      : [],
  );
}

import type { Person } from './api.ts';
import { button, element } from './element.ts';
import type { News } from './news.ts';
import { createPicker } from './picker.ts';
import { texts } from './texts.ts';

/** The picker over the page, empty again each time it opens. */
export function createPickerDialog(
  people: readonly Person[],
  news: News,
  picked: (person: Person) => void,
): { node: HTMLElement; open: () => void } {
  const node = element('dialog', { class: 'picker-dialog', 'aria-label': texts.whoAreYou });
  const close = () => node.close();
  const open = () => {
    const picker = createPicker(people, news, (person) => {
      close();
      picked(person);
    });
    node.replaceChildren(button({ class: 'plain picker-close', 'aria-label': texts.close }, close, '✕'), picker);
    node.showModal();
    node.querySelector('input')?.focus();
  };
  return { node, open };
}

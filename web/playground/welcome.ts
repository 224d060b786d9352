import type { Person } from './api.ts';
import { button, element } from './element.ts';
import type { News } from './news.ts';
import { createPicker } from './picker.ts';
import { cast } from './story.ts';
import { texts } from './texts.ts';

/** The first page: a sentence and a picture of what this is, one wish to follow, and the people to be. */
export function createWelcome(
  people: readonly Person[],
  news: News,
  on: { picked: (person: Person) => void; followed: () => void },
): HTMLElement {
  const hasCast = Object.values(cast).every((email) => people.some((person) => person.email === email));
  const follow = element(
    'div',
    { class: 'intro-follow' },
    button({ class: 'intro-button', 'data-testid': 'follow' }, on.followed, texts.followWish),
    element('p', {}, texts.followWishHint),
  );
  const intro = element(
    'section',
    { class: 'intro', 'data-testid': 'intro' },
    element('h2', {}, texts.intro),
    picture(),
    ...(hasCast ? [follow] : []),
  );
  return element('div', { class: 'welcome' }, intro, createPicker(people, news, on.picked));
}

/** The way of one wish, which the page's own markup holds. */
function picture(): Node {
  const template = document.querySelector<HTMLTemplateElement>('#wish-picture');
  if (!template) throw new Error('The page has no picture of a wish');
  return template.content.cloneNode(true);
}

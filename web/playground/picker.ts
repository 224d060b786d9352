import type { Person } from './api.ts';
import { button, element, newId } from './element.ts';
import { badge, type News } from './news.ts';
import { findPeople, initials, placeOf, roleOf, suggestedPeople } from './people.ts';
import { platformNames, texts } from './texts.ts';

/** The picker of a person: suggestions on top, then everyone, narrowed by a search. */
export function createPicker(people: readonly Person[], news: News, picked: (person: Person) => void): HTMLElement {
  const id = newId('search');
  const search = element('input', { id, type: 'search', autocomplete: 'off', 'data-testid': 'search' });
  const count = element('p', { class: 'picker-count', role: 'status' });
  const results = element('ul', { class: 'picker-results' });
  const show = () => {
    const found = findPeople(people, search.value);
    count.textContent = found.length === 0 ? texts.nobodyFound : texts.found(found.length);
    results.replaceChildren(...found.map((person) => element('li', {}, choice(person, news, picked))));
  };
  const suggested = element('ul', { class: 'picker-suggested' });
  const suggest = () => {
    suggested.replaceChildren(
      ...suggestedPeople(people).map((person) => element('li', {}, suggestion(person, news, picked))),
    );
  };
  search.addEventListener('input', show);
  show();
  suggest();
  news.onChange(() => {
    show();
    suggest();
  });
  return element(
    'div',
    { class: 'picker', 'data-testid': 'picker' },
    element('h2', {}, texts.whoAreYou),
    element('p', { class: 'picker-hint' }, texts.whoAreYouHint),
    ...(suggested.children.length > 0 ? [suggested] : []),
    element('label', { for: id }, texts.search),
    search,
    count,
    results,
  );
}

function suggestion(person: Person, news: News, picked: (person: Person) => void): HTMLElement {
  return button(
    { 'data-testid': 'suggested' },
    () => picked(person),
    element('span', { class: 'picker-role' }, roleOf(person)),
    element('strong', {}, person.name),
    element('span', { class: 'picker-title' }, placeOf(person)),
    element('span', { class: 'picker-platforms' }, platformLine(person), ...badge(news.of(person))),
  );
}

function choice(person: Person, news: News, picked: (person: Person) => void): HTMLElement {
  return button(
    { 'data-testid': `person-${person.email}` },
    () => picked(person),
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(person.name)),
    element(
      'span',
      { class: 'picker-person' },
      element('strong', {}, person.name),
      element('span', { class: 'picker-title' }, person.title),
    ),
    element('span', { class: 'picker-platforms' }, platformLine(person), ...badge(news.of(person))),
  );
}

function platformLine({ installs }: Person): string {
  const [first] = installs;
  return first ? platformNames[first] : '';
}

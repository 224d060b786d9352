import type { Person } from './api.ts';
import { button, element, newId } from './element.ts';
import { findPeople, initials, placeOf, roleOf, suggestedPeople } from './people.ts';
import { platformNames, texts } from './texts.ts';

/** The picker of a person: suggestions on top, then everyone, narrowed by a search. */
export function createPicker(people: readonly Person[], picked: (person: Person) => void): HTMLElement {
  const id = newId('search');
  const search = element('input', { id, type: 'search', autocomplete: 'off', 'data-testid': 'search' });
  const count = element('p', { class: 'picker-count', role: 'status' });
  const results = element('ul', { class: 'picker-results' });
  const show = () => {
    const found = findPeople(people, search.value);
    count.textContent = found.length === 0 ? texts.nobodyFound : texts.found(found.length);
    results.replaceChildren(...found.map((person) => element('li', {}, choice(person, picked))));
  };
  search.addEventListener('input', show);
  show();

  const suggested = suggestedPeople(people).map((person) => element('li', {}, suggestion(person, picked)));
  return element(
    'div',
    { class: 'picker', 'data-testid': 'picker' },
    element('h2', {}, texts.whoAreYou),
    element('p', { class: 'picker-hint' }, texts.whoAreYouHint),
    ...(suggested.length > 0 ? [element('ul', { class: 'picker-suggested' }, ...suggested)] : []),
    element('label', { for: id }, texts.search),
    search,
    count,
    results,
  );
}

function suggestion(person: Person, picked: (person: Person) => void): HTMLElement {
  return button(
    { 'data-testid': 'suggested' },
    () => picked(person),
    element('span', { class: 'picker-role' }, roleOf(person)),
    element('strong', {}, person.name),
    element('span', { class: 'picker-title' }, placeOf(person)),
    element('span', { class: 'picker-platforms' }, platformLine(person)),
  );
}

function choice(person: Person, picked: (person: Person) => void): HTMLElement {
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
    element('span', { class: 'picker-platforms' }, platformLine(person)),
  );
}

function platformLine({ installs }: Person): string {
  const [first] = installs;
  return first ? platformNames[first] : '';
}

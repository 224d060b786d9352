import type { Person } from './api.ts';
import { cast } from './story.ts';
import { texts } from './texts.ts';

/** The people of the README's tour, in its order. */
const tour: readonly string[] = [
  cast.leader,
  cast.owner,
  cast.manager,
  'nikoline.brix@fjordby.example',
  'sofie.lundgreen@fjordby.example',
];

/**
 * The people of the tour, as far as they are there, and the first person of each role that is none of theirs, the most
 * common role first; in Danish, as the page is.
 */
export function suggestedPeople(people: readonly Person[]): Person[] {
  const guides = tour.flatMap((email) => people.find((person) => person.email === email) ?? []);
  const theirs = new Set(guides.map(roleOf));
  const byRole = Map.groupBy(
    people.filter((person) => person.language === 'da' && !theirs.has(roleOf(person))),
    roleOf,
  );
  const groups = [...byRole.values()].toSorted((one, other) => other.length - one.length);
  return [...guides, ...groups.flatMap((group) => group[0] ?? [])];
}

/** The people in whose name, title or address every word of the query begins a word. */
export function findPeople(people: readonly Person[], query: string): Person[] {
  const wanted = wordsOf(query);
  return people.filter((person) => {
    const known = wordsOf(`${person.name} ${person.title} ${person.email}`);
    return wanted.every((word) => known.some((other) => other.startsWith(word)));
  });
}

/** "leder" of "leder, Fjordskolen" */
export function roleOf({ title, isStranger }: Person): string {
  return isStranger ? texts.stranger : (title.split(', ', 1)[0] ?? title);
}

/** "Fjordskolen" of "leder, Fjordskolen" */
export function placeOf({ title }: Person): string {
  return title.split(', ').slice(1).join(', ');
}

/** First and last initial: "Henrik Vestergaard Toft" → "HT". */
export function initials(name: string): string {
  const letters = name.split(' ').flatMap((word) => word.at(0) ?? []);
  return `${letters.at(0) ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toUpperCase();
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase('da')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

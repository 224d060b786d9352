import type { Person } from './api.ts';
import { texts } from './texts.ts';

/** The first person of each role, the most common role first; in Danish, as the page is. */
export function suggestedPeople(people: readonly Person[]): Person[] {
  const byRole = Map.groupBy(
    people.filter(({ language }) => language === 'da'),
    roleOf,
  );
  const groups = [...byRole.values()].toSorted((one, other) => other.length - one.length);
  return groups.flatMap((group) => group[0] ?? []);
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

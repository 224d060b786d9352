import type { Person, Role } from './api.ts';
import { roleNames } from './texts.ts';

const suggestedRoles: readonly Role[] = ['leader', 'processOwner', 'manager', 'admin'];

/** The first person of each role, in the order in which a request meets them. */
export function suggestedPeople(people: readonly Person[]): Person[] {
  return suggestedRoles.flatMap((role) => people.find((person) => person.role === role) ?? []);
}

/** Those in whose name, title, role or address every word of the query begins a word. */
export function findPeople(people: readonly Person[], query: string): Person[] {
  const wanted = wordsOf(query);
  return people.filter((person) => {
    const known = wordsOf(`${person.name} ${person.title} ${roleName(person)} ${person.email}`);
    return wanted.every((word) => known.some((other) => other.startsWith(word)));
  });
}

/** The role in Danish, empty when it is not known. */
export function roleName({ role }: Person): string {
  return role ? roleNames[role] : '';
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

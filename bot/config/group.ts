import type { z } from 'zod';

/** The variables that are set, without the blank ones. */
export type Given = Readonly<Record<string, string | undefined>>;

/** Settings that belong together: the schema of each variable, and the rules between them. */
export interface Group {
  variables: z.ZodRawShape;
  /**
   * Gives the contradictions between variables, also when one of them is wrong by itself; each begins with a variable's
   * name.
   * @param settings the names of all groups' variables
   */
  problems(given: Given, settings: readonly string[]): string[];
}

/** Gives the parts of a list with commas; an empty part is left out. */
export function parts(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Gives a problem for each missing one of `keys`, when any of `starters` is set and so the group is meant. */
export function incomplete(given: Given, starters: readonly string[], keys: readonly string[]): string[] {
  if (!starters.some((key) => given[key] !== undefined)) return [];
  return keys
    .filter((key) => given[key] === undefined)
    .map((key) => `${key} is missing: ${keys.join(', ')} go together`);
}

import type { z } from 'zod';

/** The variables that were given, without the blank ones. */
export type Given = Readonly<Record<string, string | undefined>>;

/** Settings that belong together: what each variable looks like, and what they must be to each other. */
export interface Group {
  variables: z.ZodRawShape;
  /**
   * What is wrong between variables, also when one of them is wrong by itself; each begins with a variable's name.
   * @param settings the names of all groups' variables
   */
  problems(given: Given, settings: readonly string[]): string[];
}

/** What stands between commas; nothing for a comma too many. */
export function parts(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Those of `keys` that are missing, when any of `starters` says that the group is meant. */
export function incomplete(given: Given, starters: readonly string[], keys: readonly string[]): string[] {
  if (!starters.some((key) => given[key] !== undefined)) return [];
  return keys
    .filter((key) => given[key] === undefined)
    .map((key) => `${key} is missing: ${keys.join(', ')} go together`);
}

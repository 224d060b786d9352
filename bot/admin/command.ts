import { directoryOf } from '../../models/people/directory.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { Unusable } from './unusable.ts';

/** What an administrator may write after `npm run admin --`. */
export interface Command {
  /** What follows the command's name, each in capitals; a word with bars in it is a choice. */
  takes: readonly string[];
  says: string;
  /** `words` are as many as `takes`, none of them empty, and each of a choice is one of it. */
  run(database: Database, words: readonly string[], config: Config): Promise<string>;
}

type Choice<Word extends string> = Word extends `${infer First}|${infer Rest}` ? First | Choice<Rest> : Word;
type Given<Word extends string> = Word extends `${string}|${string}` ? Choice<Word> : string;

/** A command whose `run` knows by the types what was written. */
export function command<const Takes extends readonly string[]>(given: {
  takes: Takes;
  says: string;
  run(database: Database, words: { [At in keyof Takes]: Given<Takes[At]> }, config: Config): Promise<string>;
}): Command {
  return given;
}

/** What is wrong with the words after a command, or null: found before a database is opened, or even installed, for it. */
export function argumentProblem(name: string, { takes }: Command, words: readonly string[]): string | null {
  const isChosen = takes.every((word, at) => !word.includes('|') || word.split('|').includes(words[at] ?? ''));
  if (words.length === takes.length && isChosen && !words.includes('')) return null;
  return `${name} takes ${takes.join(' ') || 'nothing more'}; given: ${words.join(' ') || 'nothing'}.`;
}

export async function organisationById({ stored }: Database, id: string) {
  const organisation = await directoryOf(stored).organisation(id);
  if (!organisation)
    throw new Unusable(`There is no organisation ${id}. Add it with: npm run admin -- organisation FILE.json`);
  return organisation;
}

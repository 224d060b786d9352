import { readFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { World } from '../../domain/ports.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { worldOf } from '../../models/world.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { systemErrorCode } from '../database/embedded/error.ts';
import { Unusable } from './unusable.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Chosen<Of extends Options> = ReturnType<typeof parseArgs<{ options: Of; allowPositionals: true }>>['values'];

/** What an administrator may write after `npm run admin --`. */
export interface Command {
  /** What follows the command's name, each in capitals; a word with bars in it is a choice. */
  takes: readonly string[];
  /** What may stand behind that, as `--name`. */
  options: Options;
  says: string;
  /** `words` are as many as `takes`, none of them empty, and each of a choice is one of it. */
  run(database: Database, words: readonly string[], config: Config, chosen: Chosen<Options>): Promise<string>;
}

/** For a command that says what it would do, and does it only when it is told to. */
export const dryRunUnlessApplied = { apply: { type: 'boolean' } } as const satisfies Options;

type Choice<Word extends string> = Word extends `${infer First}|${infer Rest}` ? First | Choice<Rest> : Word;
type Given<Word extends string> = Word extends `${string}|${string}` ? Choice<Word> : string;

/** A command whose `run` knows by the types what was written. */
export function command<const Takes extends readonly string[], const Of extends Options = Record<never, never>>({
  options,
  ...given
}: {
  takes: Takes;
  options?: Of;
  says: string;
  run(
    database: Database,
    words: { [At in keyof Takes]: Given<Takes[At]> },
    config: Config,
    chosen: Chosen<Of>,
  ): Promise<string>;
}): Command {
  // `readArguments` gives each command what its own words and options say.
  return { ...given, options: options ?? {} } as Command;
}

/** What follows a command's name, as it is to be written. */
export function written({ takes, options }: Command): string {
  const optional = Object.entries(options).map(([name, { type }]) =>
    type === 'boolean' ? `[--${name}]` : `[--${name} ${name.toUpperCase()}]`,
  );
  return [...takes, ...optional].join(' ');
}

/** What follows a command's name, or what is wrong with it: found before a database is opened, or even installed, for it. */
export function readArguments(
  name: string,
  command: Command,
  args: readonly string[],
): { words: readonly string[]; chosen: Chosen<Options> } | { problem: string } {
  const { takes, options } = command;
  const problem = `${name} takes ${written(command) || 'nothing more'}; given: ${args.join(' ') || 'nothing'}.`;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const isChosen = takes.every((word, at) => !word.includes('|') || word.split('|').includes(positionals[at] ?? ''));
    if (positionals.length !== takes.length || !isChosen || positionals.includes('')) return { problem };
    return { words: positionals, chosen: values };
  } catch (error) {
    if (systemErrorCode(error)?.startsWith('ERR_PARSE_ARGS')) return { problem };
    throw error;
  }
}

export async function organisationById({ stored }: Database, id: string) {
  const organisation = await directoryOf(stored).organisation(id);
  if (!organisation)
    throw new Unusable(`There is no organisation ${id}. Add it with: npm run admin -- organisation FILE.json`);
  return organisation;
}

/** The organisation's world on the clock of this machine. */
export const worldIn = ({ connection, stored }: Database, organisation: Organisation): World =>
  worldOf(connection, stored, organisation, () => new Date());

/** What is in a file that the operator names. */
export async function readFileOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Unusable(`The file ${file} cannot be read (${code}).`);
  }
}

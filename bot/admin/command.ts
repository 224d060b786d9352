import { readFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { World } from '../../domain/ports.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { adminTexts } from '../../locales/edges/admin.ts';
import { directoryOf } from '../../models/people/directory.ts';
import { worldOf } from '../../models/world.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { systemErrorCode } from '../database/embedded/error.ts';
import { Unusable } from './unusable.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Chosen<Of extends Options> = ReturnType<typeof parseArgs<{ options: Of; allowPositionals: true }>>['values'];

/** One command of `npm run admin --`. */
export interface Command {
  /** The words after the command's name, each in capitals; a word with bars in it is a choice. */
  takes: readonly string[];
  /** The options after those words, as `--name`. */
  options: Options;
  /**
   * `words` has as many entries as `takes`, none of them empty, and a choice is one of its values. `language` is the
   * terminal's; as soon as the organisation is known, all is said in that of the organisation.
   */
  run(
    database: Database,
    words: readonly string[],
    config: Config,
    chosen: Chosen<Options>,
    language: Language,
  ): Promise<string>;
}

/** The option of a command that makes a dry run without it. */
export const dryRunUnlessApplied = { apply: { type: 'boolean' } } as const satisfies Options;

type Choice<Word extends string> = Word extends `${infer First}|${infer Rest}` ? First | Choice<Rest> : Word;
type Given<Word extends string> = Word extends `${string}|${string}` ? Choice<Word> : string;

/** Defines a command; the types of `run` follow from its words and options. */
export function command<const Takes extends readonly string[], const Of extends Options = Record<never, never>>({
  options,
  ...given
}: {
  takes: Takes;
  options?: Of;
  run(
    database: Database,
    words: { [At in keyof Takes]: Given<Takes[At]> },
    config: Config,
    chosen: Chosen<Of>,
    language: Language,
  ): Promise<string>;
}): Command {
  // `readArguments` gives each command the words and options that it declares.
  return { ...given, options: options ?? {} } as Command;
}

/** Gives the usage of a command: its words and options after the name. */
export function written({ takes, options }: Command): string {
  const optional = Object.entries(options).map(([name, { type }]) =>
    type === 'boolean' ? `[--${name}]` : `[--${name} ${name.toUpperCase()}]`,
  );
  return [...takes, ...optional].join(' ');
}

/**
 * Reads the arguments after a command's name, or tells the problem with them. It needs no database, so that a mistake
 * opens or installs none.
 */
export function readArguments(
  name: string,
  command: Command,
  args: readonly string[],
  language: Language,
): { words: readonly string[]; chosen: Chosen<Options> } | { problem: string } {
  const { takes, options } = command;
  const problem = adminTexts[language].takes(name, written(command), args.join(' '));
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

/** Gives the organisation with this id; throws `Unusable` when there is none. */
export async function organisationById({ stored }: Database, id: string, language: Language) {
  const organisation = await directoryOf(stored).organisation(id);
  if (!organisation) throw new Unusable(adminTexts[language].noOrganisation(id));
  return organisation;
}

/** Gives the organisation's world, on the clock of this machine. */
export const worldIn = ({ connection, stored }: Database, organisation: Organisation): World =>
  worldOf(connection, stored, organisation, () => new Date());

/** Reads a file that the operator names; throws `Unusable` when it cannot be read. */
export async function readFileOf(file: string, language: Language): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Unusable(adminTexts[language].unreadable(file, code));
  }
}

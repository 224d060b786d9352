import { setTimeout as wait } from 'node:timers/promises';
import type { Language } from '../../domain/vocabulary.ts';
import { adminTexts } from '../../locales/edges/admin.ts';
import { LaterData, type MigratedStep } from '../../models/migrations/run.ts';
import { leaseMs } from '../../models/people/people-memory.ts';
import { onPeopleWritten, peopleTold } from '../../models/people/people-version.ts';
import { ConfigError, readConfig } from '../config/config.ts';
import { openConfiguredDatabase } from '../database/configured-database.ts';
import { EmbeddedDatabaseError } from '../database/embedded/error.ts';
import { readArguments } from './command.ts';
import { commands, isCommand, usageIn } from './commands.ts';
import { Unusable } from './unusable.ts';

/** The two outputs of a command. */
interface Terminal {
  /** The result that the command was asked for. */
  out(text: string): void;
  /** Progress and errors. */
  error(text: string): void;
}

/**
 * Runs one command of `npm run admin --` on the database that `env` names, and resolves to its exit code: 1 after words
 * on what is wrong.
 */
export async function runAdminCommand(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<0 | 1> {
  try {
    await runNamed(args, env, terminal);
    return 0;
  } catch (error) {
    const expected = [Unusable, ConfigError, EmbeddedDatabaseError, LaterData].some((kind) => error instanceof kind);
    terminal.error(`${error instanceof Error ? (expected ? error.message : error.stack) : String(error)}\n`);
    return 1;
  }
}

async function runNamed(
  [name = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  { out, error }: Terminal,
): Promise<void> {
  const language = languageOf(env);
  const words = adminTexts[language];
  const usage = usageIn(language);
  if (!isCommand(name)) throw new Unusable(name === '' ? usage : `${words.noCommand(name)}\n\n${usage}`);
  const command = commands[name];
  const read = readArguments(name, command, args, language);
  if ('problem' in read) throw new Unusable(`${read.problem}\n\n${usage}`);
  const toOperator = (line: string) => error(`${line}\n`);
  const config = readConfig(env);
  const migrated = ({ migration, step, changed }: MigratedStep) => toOperator(words.migrated(migration, step, changed));
  const { database, shared, stop } = await openConfiguredDatabase(config, toOperator, migrated, true);
  let arePeopleChanged = false;
  onPeopleWritten(database.stored.people, () => {
    arePeopleChanged = true;
  });
  try {
    const said = await command.run(database, read.words, config, read.chosen, language);
    // Then no bot that runs on this database takes anybody for who they were before.
    if (arePeopleChanged && shared) {
      await peopleTold(database.stored.people);
      await wait(leaseMs);
    }
    out(`${said}\n`);
  } finally {
    await stop();
  }
}

/**
 * Gives the language of the terminal, as the first of these variables that is set says
 * (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_02): English where it is English,
 * otherwise Danish.
 */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'da';
}

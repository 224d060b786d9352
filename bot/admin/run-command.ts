import { LaterData } from '../../models/migrations/run.ts';
import { ConfigError, readConfig } from '../config/config.ts';
import { openConfiguredDatabase } from '../database/configured-database.ts';
import { EmbeddedDatabaseError } from '../database/embedded/error.ts';
import { readArguments } from './command.ts';
import { commands, usage } from './commands.ts';
import { Unusable } from './unusable.ts';

/** Where a command's words go. */
interface Terminal {
  /** What was asked for. */
  out(text: string): void;
  /** What happens meanwhile, and what went wrong. */
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
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Unusable(name === '' ? usage : `There is no command ${name}.\n\n${usage}`);
  const read = readArguments(name, command, args);
  if ('problem' in read) throw new Unusable(`${read.problem}\n\n${usage}`);
  const toOperator = (line: string) => error(`${line}\n`);
  const config = readConfig(env);
  const { database, stop } = await openConfiguredDatabase(config, toOperator, ({ migration, step, changed }) =>
    toOperator(`Data of an earlier version: ${migration}, ${step}, ${changed} changed.`),
  );
  try {
    out(`${await command.run(database, read.words, config, read.chosen)}\n`);
  } finally {
    await stop();
  }
}

import { LaterData } from '../../models/migrations/run.ts';
import { ConfigError, readConfig } from '../config/config.ts';
import { openConfiguredDatabase } from '../database/configured-database.ts';
import { EmbeddedDatabaseError } from '../database/embedded/error.ts';
import { readArguments } from './command.ts';
import { commands, usage } from './commands.ts';
import { Unusable } from './unusable.ts';

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Unusable(name === '' ? usage : `There is no command ${name}.\n\n${usage}`);
  const read = readArguments(name, command, args);
  if ('problem' in read) throw new Unusable(`${read.problem}\n\n${usage}`);
  const toOperator = (line: string) => process.stderr.write(`${line}\n`);
  const config = readConfig(process.env);
  const { database, stop } = await openConfiguredDatabase(config, toOperator, ({ migration, step, changed }) =>
    toOperator(`Data of an earlier version: ${migration}, ${step}, ${changed} changed.`),
  );
  try {
    process.stdout.write(`${await command.run(database, read.words, config, read.chosen)}\n`);
  } finally {
    await stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected = [Unusable, ConfigError, EmbeddedDatabaseError, LaterData].some((kind) => error instanceof kind);
  process.stderr.write(`${error instanceof Error ? (expected ? error.message : error.stack) : String(error)}\n`);
  process.exitCode = 1;
});

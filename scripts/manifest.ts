import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../bot/database/embedded/error.ts';
import { readSlackArguments, readTeamsArguments, UnusableArguments, usage } from './manifest/arguments.ts';
import { slackAppManifest } from './manifest/slack.ts';
import { teamsPackage } from './manifest/teams.ts';
import { InvalidTemplate } from './manifest/template.ts';

/**
 * `npm run manifest -- teams|slack …` fills the templates, checks the result and writes the file for Teams or Slack.
 * Exit code 2 with usage: the arguments; 1: the templates or the file to write.
 */
const templates = join(import.meta.dirname, '../manifest');

class Unwritable extends Error {
  override name = 'Unwritable';
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new Unwritable(`${file} cannot be written (${code}).`);
  }
}

const commands: Record<string, (args: readonly string[]) => Promise<string>> = {
  async teams(given) {
    const args = readTeamsArguments(given);
    const { zip, version, schemaVersion } = await teamsPackage(args, args.from ?? join(templates, 'teams'));
    await write(args.out, zip);
    const missing = (['municipality', 'website', 'privacy', 'terms'] as const).filter((name) => !args[name]);
    const note =
      missing.length > 0
        ? `\nNot given: ${missing.map((name) => `--${name}`).join(', ')}. People see “Forenklingsbot” and https://${args.domain}/ in their place; give your own before people get the app.`
        : '';
    return `${args.out}: Teams app ${version} for ${args.domain}, valid by schema ${schemaVersion}.${note}`;
  },

  async slack(given) {
    const args = readSlackArguments(given);
    await write(args.out, await slackAppManifest(args, args.from ?? join(templates, 'slack')));
    return `${args.out}: Slack app ${args['socket-mode'] ? 'with Socket Mode' : `for ${args.domain}`}, valid.`;
  },
};

async function main([platform = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, platform) ? commands[platform] : undefined;
  if (!command) throw new UnusableArguments('Say teams or slack.');
  process.stdout.write(`${await command(args)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const words = (text: string) => process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof UnusableArguments ? 2 : 1;
  if (error instanceof UnusableArguments) words(`${error.message}\n\n${usage}`);
  else if (error instanceof InvalidTemplate)
    words(`${error.message}\n\nThe templates are not valid: nothing was written.`);
  else if (error instanceof Unwritable) words(error.message);
  else words(error instanceof Error ? (error.stack ?? error.message) : String(error));
});

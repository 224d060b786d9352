import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from '../../bot/database/embedded/error.ts';
import { readSlackArguments, readTeamsArguments, UnusableArguments, usage } from './arguments.ts';
import { slackAppManifest } from './slack.ts';
import { teamsPackage } from './teams.ts';
import { InvalidTemplate } from './template.ts';

const templates = join(import.meta.dirname, '../../manifest');

class Unwritable extends Error {
  override name = 'Unwritable';
}

/** The end of a run of the command: its exit code, and the lines for standard output and standard error. */
export interface Ended {
  status: 0 | 1 | 2;
  said: string;
  complained: string;
}

/**
 * Fills the templates, checks the result and writes the file for Teams or Slack; `args` begin with the platform.
 * Status 2 with usage: the arguments cannot be used; 1: the templates or the file to write. Another error is a defect and
 * is thrown.
 */
export async function runManifestCommand([platform = '', ...args]: readonly string[]): Promise<Ended> {
  try {
    const command = Object.hasOwn(commands, platform) ? commands[platform] : undefined;
    if (!command) throw new UnusableArguments('Say teams or slack.');
    return { status: 0, said: `${await command(args)}\n`, complained: '' };
  } catch (error) {
    const failed = (status: 1 | 2, words: string): Ended => ({ status, said: '', complained: `${words}\n` });
    if (error instanceof UnusableArguments) return failed(2, `${error.message}\n\n${usage}`);
    if (error instanceof InvalidTemplate)
      return failed(1, `${error.message}\n\nThe templates are not valid: nothing was written.`);
    if (error instanceof Unwritable) return failed(1, error.message);
    throw error;
  }
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

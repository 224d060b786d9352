import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The command that a container of the image runs, in the folder that stands for the image's own root. */
export interface Image {
  /** Its working folder, on this machine. */
  folder: string;
  env: Record<string, string>;
  command: string[];
  healthCheck: string[];
  user: string;
}

/** Gives the instructions of a Dockerfile: the word in capitals, and the rest of the line. */
export function instructionsOf(dockerfile: string): Array<[string, string]> {
  const lines = dockerfile.replaceAll(/\\\n/g, ' ').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return [word, rest];
    });
}

/**
 * Does what deploy/Dockerfile says without Docker: each stage is a folder below `place`, copied files come from the
 * repository, and the steps run with this machine's shell. It shows that what the image holds is enough for the bot, and
 * not that its base is. Throws for an instruction that it does not know.
 */
export function performImageSteps(place: string): Image {
  let stage = '';
  let workdir = '/';
  let image: Image = { folder: '', env: {}, command: [], healthCheck: [], user: 'root' };
  const inStage = (path: string) => join(stage, path.startsWith('/') ? path : join(workdir, path));
  const perform: Record<string, (rest: string) => void> = {
    FROM(rest) {
      const [, name = 'image'] = / AS (\S+)$/.exec(rest) ?? [];
      stage = join(place, name);
      workdir = '/';
      image = { folder: '', env: {}, command: [], healthCheck: [], user: 'root' };
    },
    WORKDIR(rest) {
      workdir = rest;
      image.folder = inStage('.');
      mkdirSync(image.folder, { recursive: true });
    },
    ENV(rest) {
      const [name = '', value = ''] = rest.split('=');
      image.env[name] = value;
    },
    COPY(rest) {
      const words = rest.split(/\s+/);
      const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
      const to = words.pop() ?? '';
      for (const source of words) {
        const target = to.endsWith('/') ? join(inStage(to), source) : inStage(to);
        mkdirSync(dirname(target), { recursive: true });
        cpSync(from === undefined ? join(root, source) : join(place, from, source), target, {
          recursive: true,
          verbatimSymlinks: true,
        });
      }
    },
    RUN(rest) {
      execFileSync('/bin/sh', ['-c', rest], { cwd: image.folder, stdio: ['ignore', 'ignore', 'inherit'] });
    },
    USER(rest) {
      image.user = rest;
    },
    CMD(rest) {
      image.command = JSON.parse(rest) as string[];
    },
    HEALTHCHECK(rest) {
      image.healthCheck = JSON.parse(rest.slice(rest.indexOf('['))) as string[];
    },
    EXPOSE: () => undefined,
    STOPSIGNAL: () => undefined,
  };
  for (const [word, rest] of instructionsOf(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8'))) {
    const step = perform[word];
    if (!step) throw new Error(`deploy/Dockerfile has ${word}, which this does not know`);
    step(rest);
  }
  return image;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { keepLog, keepProcess, keepSecrets } from '../run-log/kept.ts';

const root = resolve(import.meta.dirname, '../..');

/** The Python environment of jest's own run; a data folder may link to it as its `python`. */
export const sharedPython = join(root, '.data/python');

export interface Program {
  process: ChildProcess;
  /** The output so far. */
  output(): string;
  /** Waits until the program prints this. Throws when it ends before. */
  prints(words: string): Promise<void>;
  /** The exit code once the program has ended; null when a signal ended it. */
  exit: Promise<number | null>;
}

/** The folder in which programs keep their compiled code: tests/global-setup.ts. */
const { NODE_COMPILE_CACHE = '' } = process.env;

/** Runs one of our programs as an operator would, in an environment with `settings` and without our other variables. */
export function run(
  program: 'bot/main.ts' | 'bot/admin/main.ts',
  args: string[],
  settings: Record<string, string>,
): Program {
  keepSecrets(secretsIn(settings));
  const child = spawn(join(root, 'node_modules/.bin/node'), [program, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_COMPILE_CACHE, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  keepProcess(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const exit = once(child, 'close').then(([code]) => {
    // The output of the start is for the operator, and no log.
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    keepLog(lines.map((line) => `${line}\n`).join(''));
    return code as number | null;
  });
  return {
    process: child,
    output: () => output,
    async prints(words) {
      let ended = false;
      void exit.then(() => {
        ended = true;
      });
      while (!output.includes(words)) {
        if (ended) throw new Error(`it ended without “${words}”:\n${output}`);
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exit]);
      }
    },
    exit,
  };
}

/** The values of settings that are secret by their names; of keys written as `id:base64`, the part after the id. */
export function secretsIn(settings: Record<string, string>): string[] {
  const secret = Object.entries(settings).filter(([name]) => /SECRET|TOKEN|KEY|PASSWORD/.test(name));
  return secret.flatMap(([, value]) => value.split(',').map((one) => one.split(':').at(-1)?.trim() ?? ''));
}

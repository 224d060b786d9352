import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { keepLog, keepProcess, keepSecrets } from '../run-log/kept.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where jest's own run has its Python environment; a data folder may link to it as its `python`. */
export const sharedPython = join(root, '.data/python');

export interface Program {
  process: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** Waits until it prints this. Throws when it ends before. */
  prints(words: string): Promise<void>;
  /** Its exit code once it ends; null when a signal ended it. */
  exit: Promise<number | null>;
}

/** Runs one of our programs as an operator would, in an environment with `settings` and nothing of ours. */
export function run(
  program: 'bot/main.ts' | 'bot/admin/main.ts',
  args: string[],
  settings: Record<string, string>,
): Program {
  keepSecrets(secretsIn(settings));
  const child = spawn(join(root, 'node_modules/.bin/node'), [program, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
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
    // What an operator is told at the start is no log.
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

/** What is secret by the name of its setting; of keys written as `id:base64`, what stands behind the id. */
function secretsIn(settings: Record<string, string>): string[] {
  const secret = Object.entries(settings).filter(([name]) => /SECRET|TOKEN|KEY|PASSWORD/.test(name));
  return secret.flatMap(([, value]) => value.split(',').map((one) => one.split(':').at(-1)?.trim() ?? ''));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { TeamsSettings } from '../../../bot/teams/teams.ts';
import type { Credentials } from '../../../simulator/credentials.ts';

/** The start of a bot of a scene: all that an operator would set, and the scene's time. */
export interface BotSetup {
  /** The database with its name. */
  mongodbUri: string;
  simulatorUrl: string;
  credentials: Credentials;
  /** 0: any free one. */
  port: number;
  /** The scene's day, as milliseconds after the machine's clock. */
  sceneMs: number;
  /** The error of the machine's own clock for this process, in milliseconds; null: none, for good. */
  clockWrongMs: number | null;
  /** Whether it keeps to the platforms' limits, as in production. */
  isLimited: boolean;
  /** The way in which the bot brings its app to people; null: it does not. */
  graph: TeamsSettings['graph'];
  /** The key that opens the tokens of Slack's installations; null: one workspace, with the token of the credentials. */
  installed: { id: string; base64: string } | null;
}

/** The news for a running bot; absent: as before. */
export type ToBot = { id: number } & Partial<Pick<BotSetup, 'sceneMs' | 'clockWrongMs'>>;
export type FromBot = { port: number } | { told: number };

/** A bot in a process of its own. */
export interface Bot {
  url: string;
  pid: number;
  /** One line of log each. */
  log: readonly string[];
  alive(): boolean;
  /** Moves its day, or puts its machine's clock wrong. */
  tell(what: Omit<ToBot, 'id'>): Promise<void>;
  /** kill -9: resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM: resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGSTOP and SIGCONT: the process stands still, with its sockets open. */
  pause(): void;
  resume(): void;
}

const root = resolve(import.meta.dirname, '../../..');

/** @param hears gets the process, to note it, and all that it logs */
export async function startBotProcess(
  setup: BotSetup,
  hears: { process(child: ChildProcess): void; log(line: string): void },
): Promise<Bot> {
  const { PATH, HOME, NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(join(root, 'node_modules/.bin/node'), ['tests/faults/cluster/bot-process.ts'], {
    cwd: root,
    env: { PATH, HOME, NODE_COMPILE_CACHE, NODE_NO_WARNINGS: '1', BOT_SETUP: JSON.stringify(setup) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  hears.process(child);
  const log: string[] = [];
  let broken = '';
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      log.push(line);
      hears.log(line);
    }
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    broken += text;
  });
  let ended = false;
  const exit = once(child, 'close').then(([code]) => {
    ended = true;
    return code as number | null;
  });
  const waiting = new Map<number, () => void>();
  const port = await new Promise<number>((ready, fail) => {
    child.on('message', (told: FromBot) => {
      if ('port' in told) ready(told.port);
      else waiting.get(told.told)?.();
    });
    void exit.then((code) => fail(new Error(`the bot ended with ${code}: ${broken}${log.join('\n')}`)));
  });
  let asked = 0;
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    log,
    alive: () => !ended,
    async tell(what) {
      asked += 1;
      const id = asked;
      const heard = new Promise<void>((resolve) => waiting.set(id, resolve));
      child.send({ id, ...what } satisfies ToBot);
      await heard;
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    async stop() {
      child.kill('SIGTERM');
      return exit;
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  };
}

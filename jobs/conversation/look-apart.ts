import { Worker } from 'node:worker_threads';
import type { lookAt } from '../../domain/requests/files/look-through.ts';

/**
 * A file of 10 MB takes a second or two; one that was made to be slow or to grow is given up. Bytes are counted apart from
 * the heap, because V8 limits that alone.
 */
const limits = { ms: 20_000, heapMegabytes: 512, bytes: 512 * 1024 * 1024, checkMs: 100, atOnce: 2 } as const;

export interface Sent {
  name: string;
  content: Uint8Array;
}

type Looked = Awaited<ReturnType<typeof lookAt>>;

let running = 0;
const waiting: Array<() => void> = [];

/**
 * Looks at a file that somebody sent, as `lookAt` does, in a thread of its own, which can be stopped and holds up nobody.
 * `unread`: it takes too much time or memory.
 */
export async function lookApart(sent: Sent): Promise<Looked> {
  if (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await look(sent);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function look(sent: Sent): Promise<Looked> {
  const worker = new Worker(new URL('./look-worker.ts', import.meta.url), {
    workerData: sent,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // What it writes about a damaged file is nobody's business.
    stdout: true,
    stderr: true,
  });
  // Nobody reads it, and it would be kept.
  worker.stdout.resume();
  worker.stderr.resume();
  const { promise, resolve, reject } = Promise.withResolvers<Looked>();
  const tooLong = setTimeout(() => resolve('unread'), limits.ms);
  const growing = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory: bytes }) => {
        if (bytes > limits.bytes) resolve('unread');
      },
      // It has ended meanwhile.
      () => undefined,
    );
  }, limits.checkMs);
  worker.once('message', resolve);
  worker.once('error', (error) =>
    'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('unread') : reject(error),
  );
  worker.once('exit', () => resolve('unread'));
  return promise.finally(() => {
    clearTimeout(tooLong);
    clearInterval(growing);
    void worker.terminate();
  });
}

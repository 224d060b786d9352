import { Worker } from 'node:worker_threads';

/** A PDF of 10 MB takes a second or two; a file that was made to be slow is given up. */
const limits = { ms: 20_000, megabytes: 512 } as const;

/**
 * Gives the text of a PDF and of the facts about it; null when it has a password, is damaged, or takes too much time or
 * memory. It is read in a thread of its own, which can be stopped and holds up nobody.
 */
export function readPdf(content: Uint8Array): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      workerData: content,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // What it writes about a damaged file is nobody's business.
      stdout: true,
      stderr: true,
    });
    const end = (text: string | null) => {
      clearTimeout(tooLong);
      resolve(text);
      void worker.terminate();
    };
    const tooLong = setTimeout(() => end(null), limits.ms);
    worker.once('message', (text: unknown) => end(typeof text === 'string' ? text : null));
    // Our own defects and lack of memory alike: the file is not read, so it is not kept.
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
}

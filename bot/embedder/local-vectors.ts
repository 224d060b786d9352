import { join } from 'node:path';
import type { Vector } from '../../domain/text/embedder.ts';
import { pythonOfEmbedder } from './install-embedder.ts';
import { startLocalEmbedder } from './local-embedder.ts';

/** Milliseconds for so many texts; nobody waits for them in a chat. */
const patienceMs = 60_000;
const atOnce = 16;

/**
 * Gives the vector of each text by the local embedder, which is started for it and ended: for evaluation and training.
 * @throws Error when it is not installed or does not answer
 */
export async function localVectors(texts: readonly string[]): Promise<Map<string, Vector>> {
  const python = pythonOfEmbedder(process.env.DATA_FOLDER ?? join(import.meta.dirname, '../../.data'));
  if (python === null) throw new Error('The local embedder is not installed. Run: npm run admin -- embedder install');
  let problem: unknown = null;
  const failed = (error: unknown) => {
    problem = error;
  };
  const nothing = () => undefined;
  const { embedder, ready, stop } = startLocalEmbedder(
    python,
    { started: nothing, ended: nothing, failed },
    { patienceMs },
  );
  try {
    if (!(await ready)) throw new Error('The local embedder does not start.');
    const vectors = new Map<string, Vector>();
    for (let from = 0; from < texts.length; from += atOnce) {
      const some = texts.slice(from, from + atOnce);
      const given = await embedder.embed(some, 'query');
      if (given === null) throw new Error('The local embedder does not answer.', { cause: problem });
      for (const [at, text] of some.entries()) vectors.set(text, given[at] ?? []);
    }
    return vectors;
  } finally {
    await stop();
  }
}

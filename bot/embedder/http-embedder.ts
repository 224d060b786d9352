import { z } from 'zod';
import type { Embedder, Vector } from '../../domain/text/embedder.ts';
import { readAtMost } from '../web/read-at-most.ts';

/** A server of the municipality's own that answers as OpenAI's does. */
export interface Endpoint {
  /** The address of its embeddings. */
  url: string;
  model: string;
  key: string | null;
}

interface Options {
  /** Milliseconds that an answer may take; the person waits for it. */
  patienceMs?: number;
  /** Told when an answer fails and the one before did not. */
  failed(error: unknown): void;
}

/** A reply never waits longer for it than this, in milliseconds. */
export const replyMs = 300;

/** After a failure it is left alone so long, in milliseconds: several look-ups of one reply wait for it only once. */
const restMs = 2000;

/** The vectors of a hundred texts, each number of which takes up to 24 signs. */
const mostBytes = 4 * 1024 * 1024;

/** https://platform.openai.com/docs/api-reference/embeddings: the order is that of `index`. */
const answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1).max(8192) })),
});

/** The embedder behind an address: when it does not answer well and in time, it gives null and is left alone for a while. */
export function httpEmbedder(
  { url, model, key }: Endpoint,
  { patienceMs = replyMs, failed }: Options,
  clock: () => number = () => performance.now(),
): Embedder {
  let restsUntil = 0;
  let isFailing = false;
  const headers = { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
  return {
    model,
    async embed(texts, as) {
      if (texts.length === 0) return [];
      if (clock() < restsUntil) return null;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers,
          // OpenAI's own fields and the one by which servers of models like this know a question from a passage.
          body: JSON.stringify({ model, input: texts, encoding_format: 'float', input_type: as }),
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
        });
        if (!response.ok) {
          await response.body?.cancel();
          throw new Error(`the embedder answered with status ${response.status}`);
        }
        const body = response.body && (await readAtMost(response.body, mostBytes));
        const vectors = vectorsIn(body, texts.length);
        isFailing = false;
        return vectors;
      } catch (error) {
        restsUntil = clock() + restMs;
        if (!isFailing) failed(error);
        isFailing = true;
        return null;
      }
    },
  };
}

function vectorsIn(body: Uint8Array | null, count: number): Vector[] {
  if (body === null) throw new Error('the embedder answered with too much');
  const { data } = answer.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  const inOrder = data.toSorted((one, other) => one.index - other.index);
  const isWhole = inOrder.length === count && inOrder.every(({ index }, at) => index === at);
  const isAlike = new Set(inOrder.map(({ embedding }) => embedding.length)).size === 1;
  if (!isWhole || !isAlike) throw new Error('the embedder answered for other texts than were asked about');
  return inOrder.map(({ embedding }) => embedding);
}

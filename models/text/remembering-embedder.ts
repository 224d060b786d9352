import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import mongoose from 'mongoose';
import type { Embedder, ReadAs, Vector } from '../../domain/text/embedder.ts';
import type { TextCollections } from './collections.ts';

/** 2,000 vectors of 384 numbers are 3 MB. */
const mostInMemory = 2000;

/** Kept as long as a draft that nobody sends. */
const keptMs = 183 * 24 * 3_600_000;

/** By embedder, and not by organisation alone: another model has other vectors. */
const memories = new WeakMap<Embedder, LRUCache<string, Vector>>();

function memoryOf(embedder: Embedder): LRUCache<string, Vector> {
  const known = memories.get(embedder);
  if (known) return known;
  const made = new LRUCache<string, Vector>({ max: mostInMemory });
  memories.set(embedder, made);
  return made;
}

/**
 * An embedder that asks for the vector of a text once: what it was given is kept in memory, and in the database for the
 * organisation's other instances and the next start. Of the text itself only a digest is kept.
 */
export function rememberingEmbedder(
  { vectors }: TextCollections,
  organisation: string,
  embedder: Embedder,
  now: () => Date,
): Embedder {
  const { model } = embedder;
  const memory = memoryOf(embedder);
  const idOf = (text: string, as: ReadAs) =>
    createHash('sha256')
      .update(JSON.stringify([organisation, model, as, text]))
      .digest('base64url');

  /** Past the transaction that may be running: nothing in it depends on whether a vector is kept. */
  async function keep(id: string, vector: Vector): Promise<void> {
    const numbers = Buffer.from(Float32Array.from(vector).buffer);
    const row = { organisation, model, numbers, until: new Date(now().getTime() + keptMs) };
    // The driver itself, which knows of no transaction.
    await vectors.collection.updateOne({ _id: id as never }, { $setOnInsert: row }, { upsert: true });
  }

  /** The database is slow or away: the embedder is asked once more, and the vector is kept another time. */
  const whatever = () => undefined;

  return {
    model,
    async embed(texts, as) {
      const ids = texts.map((text) => idOf(text, as));
      const unknown = ids.filter((id) => !memory.has(id));
      if (unknown.length > 0) {
        const rows = await vectors.collection
          .find({ _id: { $in: unknown as never[] } }, { maxTimeMS: lookMs })
          .toArray()
          .catch(() => []);
        for (const { _id, numbers } of rows) {
          const vector = floatsOf(numbers);
          if (vector) memory.set(String(_id), vector);
        }
      }
      const missing = texts.flatMap((text, at) => {
        const id = ids[at] ?? '';
        return memory.has(id) ? [] : [{ id, text }];
      });
      if (missing.length > 0) {
        const given = await embedder.embed(
          missing.map(({ text }) => text),
          as,
        );
        if (given === null) return null;
        for (const [at, { id }] of missing.entries()) {
          const vector = given[at];
          if (!vector) return null;
          // As it is kept in the database: half as large as the numbers of JSON.
          memory.set(id, Float32Array.from(vector));
          void keep(id, vector).catch(whatever);
        }
      }
      const found = ids.map((id) => memory.get(id));
      return found.every((vector) => vector !== undefined) ? found : null;
    },
  };
}

/** The reply does not wait longer for what the embedder gives as fast. */
const lookMs = 100;

function floatsOf(stored: unknown): Vector | null {
  const bytes = stored instanceof mongoose.mongo.Binary ? stored.buffer : stored;
  if (!(bytes instanceof Uint8Array) || bytes.length % Float32Array.BYTES_PER_ELEMENT !== 0) return null;
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

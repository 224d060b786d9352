import { type Database, openDatabase } from '../../../bot/database/database.ts';
import type { Embedder } from '../../../domain/text/embedder.ts';
import { rememberingEmbedder } from '../../../models/text/remembering-embedder.ts';
import { newTestDatabase } from '../../database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(newTestDatabase().uri);
});
afterAll(() => database.close());

const now = () => new Date();

/** Gives the length of a text, and notes what it was asked for. */
function counting(model = 'm'): Embedder & { asked: string[] } {
  const asked: string[] = [];
  return {
    model,
    asked,
    async embed(texts) {
      asked.push(...texts);
      return texts.map((text) => [text.length, 0.5]);
    },
  };
}

const kept = () => database.stored.vectors.countDocuments();

async function keeps(count: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await kept()) < count; tries++) await new Promise((done) => setTimeout(done, 20));
  expect(await kept()).toBe(count);
}

test('a text is asked about once: in this instance, in another one, and not in another organisation or model', async () => {
  const first = counting();
  const own = rememberingEmbedder(database.stored, 'fjordby', first, now);
  const given = (await own.embed(['en vikar', 'to'], 'query')) ?? [];
  expect(given.map((vector) => Array.from(vector))).toEqual([
    [8, 0.5],
    [2, 0.5],
  ]);
  // Two thousand of them are kept in memory, so each takes four bytes a number.
  expect(given.every((vector) => vector instanceof Float32Array)).toBe(true);
  await own.embed(['to', 'en vikar'], 'query');
  expect(first.asked).toEqual(['en vikar', 'to']);
  await keeps(2);

  const second = counting();
  const [vector] = (await rememberingEmbedder(database.stored, 'fjordby', second, now).embed(['to'], 'query')) ?? [];
  expect([Array.from(vector ?? []), second.asked]).toEqual([[2, 0.5], []]);

  await rememberingEmbedder(database.stored, 'nordby', second, now).embed(['to'], 'query');
  await rememberingEmbedder(database.stored, 'fjordby', second, now).embed(['to'], 'passage');
  await rememberingEmbedder(database.stored, 'fjordby', counting('other'), now).embed(['to'], 'query');
  expect(second.asked).toEqual(['to', 'to']);
  await keeps(5);
  expect(JSON.stringify(await database.stored.vectors.find().lean())).not.toContain('vikar');
});

test('nothing is kept of an embedder that does not answer', async () => {
  const before = await kept();
  const own = rememberingEmbedder(database.stored, 'fjordby', { model: 'm', embed: async () => null }, now);
  expect(await own.embed(['ukendt'], 'query')).toBeNull();
  expect(await kept()).toBe(before);
});

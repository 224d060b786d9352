import { together } from '../../../domain/text/classifier/classifier.ts';
import { dimensions, type Embedder, vectorOf } from '../../../domain/text/embedder.ts';

const numbers = Array.from({ length: dimensions }, () => 0.05);

const embedder = (model: string, vector: readonly number[] | null = numbers): Embedder => ({
  model,
  embed: async (texts) => (vector === null ? null : texts.map(() => vector)),
});

test.each(['multilingual-e5-small', 'intfloat/multilingual-e5-small', 'multilingual-e5-small-q4'])(
  'a text has a vector by %s',
  async (model) => {
    expect(await vectorOf(embedder(model), 'Vikaren får ikke løn')).toEqual(numbers);
  },
);

test.each<[string, Embedder | null, string]>([
  ['there is no embedder', null, 'Hej'],
  ['there are no weights for its model', embedder('portuguese-multilingual-e5-small-q4'), 'Hej'],
  ['it does not answer', embedder('multilingual-e5-small', null), 'Hej'],
  ['its vector has another length', embedder('multilingual-e5-small', [1, 2]), 'Hej'],
  ['the text is long', embedder('multilingual-e5-small'), 'Hej '.repeat(1001)],
  ['the text has a CPR number', embedder('multilingual-e5-small'), 'Barnet med 010203-1234 venter'],
  ['there is no text', embedder('multilingual-e5-small'), ''],
])('words alone tell where %s', async (_where, one, text) => {
  expect(await vectorOf(one, text)).toBeNull();
});

test('two readers agree on what both find likely, and one alone is left as it is', () => {
  const one = [
    { name: 'it', probability: 0.6 },
    { name: 'personale', probability: 0.4 },
  ];
  const other = [
    { name: 'personale', probability: 0.9 },
    { name: 'it', probability: 0.1 },
  ];
  expect(together(one, null)).toBe(one);
  const agreed = together(one, other);
  expect(agreed.map(({ name }) => name)).toEqual(['personale', 'it']);
  expect(agreed.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
});

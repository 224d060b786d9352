import { readConfig } from '../../../bot/config/config.ts';

const model = { EMBEDDER_MODEL: 'multilingual-e5-small' };

test('there is no embedder unless one is named', () => {
  expect(readConfig({}).embedder).toBeNull();
  expect(readConfig({ EMBEDDER: 'local' }).embedder).toBe('local');
});

test.each([
  ['https://ai.fjordby.example', 'https://ai.fjordby.example/v1/embeddings'],
  ['https://ai.fjordby.example/v1/', 'https://ai.fjordby.example/v1/embeddings'],
  ['https://ai.fjordby.example/azure/embeddings', 'https://ai.fjordby.example/azure/embeddings'],
  ['http://embedder:8000', 'http://embedder:8000/v1/embeddings'],
  ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1/embeddings'],
  ['http://[::1]:8000/v1', 'http://[::1]:8000/v1/embeddings'],
])('an endpoint at %s is asked at %s', (given, url) => {
  const { embedder } = readConfig({ ...model, EMBEDDER_URL: given, EMBEDDER_KEY: 'word' });
  expect(embedder).toEqual({ url, model: 'multilingual-e5-small', key: 'word' });
});

test.each<[string, Record<string, string>, string]>([
  ['people’s words in the clear', { ...model, EMBEDDER_URL: 'http://ai.fjordby.example' }, 'must begin with https://'],
  [
    'people’s words in the clear to a number',
    { ...model, EMBEDDER_URL: 'http://[2001:db8::1]' },
    'must begin with https://',
  ],
  [
    'a name in the address',
    { ...model, EMBEDDER_URL: 'https://bot:word@ai.fjordby.example' },
    'EMBEDDER_URL holds more',
  ],
  [
    'a key in the address',
    { ...model, EMBEDDER_URL: 'https://ai.fjordby.example/?key=word' },
    'EMBEDDER_URL holds more',
  ],
  ['no address', { ...model, EMBEDDER_URL: 'ai' }, 'EMBEDDER_URL must be an http or https address'],
  ['an endpoint without a model', { EMBEDDER_URL: 'https://ai.fjordby.example' }, 'EMBEDDER_MODEL is missing'],
  ['a key alone', { EMBEDDER_KEY: 'word' }, 'EMBEDDER_URL is missing'],
  ['both ways', { ...model, EMBEDDER: 'local', EMBEDDER_URL: 'https://ai.fjordby.example' }, 'are both set'],
  ['an unknown way', { EMBEDDER: 'cloud' }, 'EMBEDDER must be local, or left out'],
])('refuses %s', (_what, settings, problem) => {
  expect(() => readConfig(settings)).toThrow(problem);
});

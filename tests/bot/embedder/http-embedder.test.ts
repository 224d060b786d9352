import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpEmbedder } from '../../../bot/embedder/http-embedder.ts';

let server: Server;
let asked: Array<{ body: Record<string, unknown>; key: string | undefined }>;
let answer: (response: ServerResponse, texts: readonly string[]) => void;
const failures: unknown[] = [];

const good = (response: ServerResponse, texts: readonly string[]) => {
  const data = texts.map((text, index) => ({ index, embedding: [text.length, 1] }));
  response.end(JSON.stringify({ data: data.reverse() }));
};

/** In two statements: `writeHead` returns nothing where restify was loaded before, in another file of the same worker. */
function ends(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers);
  response.end(body);
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const read = JSON.parse(body) as { input: string[] };
    asked.push({ body: { ...read }, key: request.headers.authorization });
    answer(response, read.input);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  failures.length = 0;
  answer = good;
});

function embedder(clock?: () => number) {
  const { port } = server.address() as AddressInfo;
  const endpoint = { url: `http://127.0.0.1:${port}/v1/embeddings`, model: 'multilingual-e5-small', key: 'word' };
  return httpEmbedder(endpoint, { failed: (error) => failures.push(error) }, clock);
}

test('asks for vectors with the model, the key and the way to read, and gives them in the order of the texts', async () => {
  expect(await embedder().embed(['a', 'bbb'], 'query')).toEqual([
    [1, 1],
    [3, 1],
  ]);
  expect(asked).toEqual([
    {
      key: 'Bearer word',
      body: { model: 'multilingual-e5-small', input: ['a', 'bbb'], input_type: 'query', encoding_format: 'float' },
    },
  ]);
});

test.each<[string, typeof answer]>([
  ['an error', (response) => ends(response, 500, '{}')],
  ['another place', (response) => ends(response, 302, '', { location: 'http://127.0.0.1:1/' })],
  ['no JSON', (response) => response.end('<html>')],
  ['another shape', (response) => response.end('{"embeddings":[[1,2]]}')],
  ['too few vectors', (response, texts) => good(response, texts.slice(1))],
  [
    'vectors of two lengths',
    (response) => response.end('{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}'),
  ],
  [
    'numbers that are none',
    (response) => response.end('{"data":[{"index":0,"embedding":["x"]},{"index":1,"embedding":[1]}]}'),
  ],
  ['nothing at all', (response) => response.destroy()],
])('gives null for %s, tells of it once, and leaves the server alone for a while', async (_what, answers) => {
  let now = 0;
  const own = embedder(() => now);
  answer = answers;
  expect(await own.embed(['a', 'b'], 'query')).toBeNull();
  expect(await own.embed(['a', 'b'], 'query')).toBeNull();
  expect(asked.length).toBe(1);
  now += 2001;
  expect(await own.embed(['a', 'b'], 'query')).toBeNull();
  expect(failures).toHaveLength(1);
  now += 2001;
  answer = good;
  expect(await own.embed(['a', 'b'], 'passage')).toHaveLength(2);
});

test.each<[string, typeof answer]>([
  ['hangs', () => undefined],
  ['is slow', (response, texts) => void setTimeout(() => good(response, texts), 2000)],
  ['stops in the middle', (response) => void response.write('{"data":[')],
])('gives null within the time of a reply when the server %s', async (_what, answers) => {
  answer = answers;
  const began = performance.now();
  expect(await embedder().embed(['a'], 'query')).toBeNull();
  // 300 ms, and room for a busy machine.
  expect(performance.now() - began).toBeLessThan(1500);
});

test('is not asked for no texts', async () => {
  expect(await embedder().embed([], 'query')).toEqual([]);
  expect(asked).toEqual([]);
});

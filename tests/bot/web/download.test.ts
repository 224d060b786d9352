import { createServer, type Server, type ServerResponse } from 'node:http';
import { download } from '../../../bot/web/download.ts';

type Answer = [status: number, headers?: Record<string, string>, body?: string];

const answers: Record<string, Answer> = {
  '/file': [200, { 'content-type': 'image/png' }, 'picture'],
  '/moved': [302, { location: '/file' }],
  '/moved-away': [302, { location: 'http://127.0.0.1:9/file' }],
  '/nowhere': [302],
  '/circle': [302, { location: '/circle' }],
  '/busy': [429, { 'retry-after': '7' }],
  '/slow': [408],
  '/broken': [503],
  '/denied': [403],
};

function give(url: string | undefined, response: ServerResponse): void {
  const answer = answers[url ?? ''];
  if (!answer) {
    response.destroy();
    return;
  }
  const [status, headers = {}, body = ''] = answer;
  response.writeHead(status, headers);
  response.end(body);
}

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => give(request.url, response));
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.close();
});

const get = (path: string, most = 100) => download(`${base}${path}`, { allows: ({ origin }) => origin === base, most });

test.each(['/file', '/moved'])('downloads %s with its type', async (path) => {
  expect(await get(path)).toEqual({ bytes: Buffer.from('picture'), type: 'image/png' });
});

test.each(['/denied', '/nowhere', '/circle', '/moved-away'])('answers “gone” for %s', async (path) => {
  expect(await get(path)).toBe('gone');
});

test('answers “gone” for an invalid address', async () => {
  expect(await download('nothing', { allows: () => true, most: 100 })).toBe('gone');
});

test('stops reading a file that is too large', async () => {
  expect(await get('/file', 3)).toBe('too-large');
});

test.each([
  ['/busy', 7],
  ['/slow', null],
  ['/broken', null],
  ['/reset', null],
])('tries %s again later, when the server says', async (path, retryAfterSeconds) => {
  await expect(get(path)).rejects.toMatchObject({ name: 'DeliveryProblem', kind: 'later', retryAfterSeconds });
});

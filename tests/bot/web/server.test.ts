import { close, type HttpAnswer, listen, makeServer, type Webhook, type WebServer } from '../../../bot/web/server.ts';

const heard: string[] = [];
const failures: unknown[] = [];
let answers: () => Promise<HttpAnswer>;
let server: WebServer;
let url: string;

beforeAll(async () => {
  const teams: Webhook = async (headers, body) => {
    heard.push(`${headers.authorization} ${body}`);
    return answers();
  };
  const pages = { '/page': async () => fail() };
  server = makeServer({ teams, slack: null }, pages, { failed: (error) => failures.push(error) });
  url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
});
const secret = Object.assign(new Error('mongodb://secret.example refused “Mette venter”'), { statusCode: 404 });
const fail = (): never => {
  throw secret;
};
beforeEach(() => {
  heard.length = 0;
  failures.length = 0;
  answers = async () => ({ status: 200 });
});
afterAll(() => close(server, 1000));

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { method: 'POST', body, headers });

test('gives a webhook the body as it was sent, and sends its answer as JSON', async () => {
  answers = async () => ({ status: 207, body: { said: 'æ' } });
  const response = await post('/api/messages', ' {"text":"æøå 😀"}\n', { authorization: 'Bearer x' });
  expect(heard).toEqual(['Bearer x  {"text":"æøå 😀"}\n']);
  expect([response.status, await response.json()]).toEqual([207, { said: 'æ' }]);
});

test('sends no body for an answer without words', async () => {
  answers = async () => ({ status: 403 });
  const response = await post('/api/messages', '{}');
  expect([response.status, await response.text()]).toEqual([403, '']);
});

test('takes a body of 256 KB, and refuses one byte more', async () => {
  expect((await post('/api/messages', 'x'.repeat(256 * 1024))).status).toBe(200);
  expect((await post('/api/messages', 'x'.repeat(256 * 1024 + 1))).status).toBe(413);
  expect(heard).toHaveLength(1);
});

test.each(['/slack/events', '/playground', '/playground/api/people', '/teams/keys', '/'])(
  'has nothing at %s when that platform is not configured',
  async (path) => {
    expect((await post(path, '{}')).status).toBe(404);
    expect((await fetch(url + path)).status).toBe(404);
  },
);

test.each([
  ['POST', '/api/messages'],
  ['GET', '/page'],
])('tells the operator alone why %s %s failed', async (method, path) => {
  answers = async () => fail();
  const response = await fetch(url + path, { method });
  expect([response.status, await response.text()]).toEqual([500, '']);
  expect(failures).toEqual([secret]);
});

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { close, listen, makeServer, type WebServer } from '../../../bot/web/server.ts';

const answered: Array<[string, number]> = [];
let server: WebServer;
let port: number;
let finishes: () => Promise<void>;

beforeEach(async () => {
  answered.length = 0;
  finishes = async () => undefined;
  const teams = async () => {
    await finishes();
    return { status: 200 };
  };
  server = makeServer(
    { teams, slack: null },
    {},
    { failed: () => undefined, answered: (route, status) => answered.push([route, status]) },
  );
  port = await listen(server, 0, '127.0.0.1');
});
afterEach(() => close(server, 0));

async function sends(head: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(head);
  return socket;
}

test('ends a request whose body does not come, within its time and not after 300 seconds', async () => {
  server.http.requestTimeout = 500;
  server.http.headersTimeout = 400;
  const socket = await sends('POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\n{"type":');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test('ends a connection whose head does not come', async () => {
  server.http.headersTimeout = 400;
  const socket = await sends('POST /api/messages HTTP/1.1\r\nHost: b');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test('has limits in place of those of Node', () => {
  const { requestTimeout, headersTimeout, keepAliveTimeout, maxConnections, timeout } = server.http;
  expect({ requestTimeout, headersTimeout, keepAliveTimeout, maxConnections, timeout }).toEqual({
    requestTimeout: 20_000,
    headersTimeout: 10_000,
    keepAliveTimeout: 65_000,
    maxConnections: 2000,
    timeout: 60_000,
  });
});

test('takes no more connections than it may', async () => {
  server.http.maxConnections = 1;
  const first = await sends('');
  const second = await sends('GET /health HTTP/1.1\r\nHost: bot\r\n\r\n');
  // Node closes it without a word; whether the caller sees an end or a reset is up to the system.
  expect(await text(second).catch(({ code }) => code)).toMatch(/^(ECONNRESET)?$/);
  first.destroy();
});

test('tells of each answer by its route, never by what the caller wrote', async () => {
  await fetch(`http://127.0.0.1:${port}/api/messages?x=secret`, { method: 'POST', body: '{}' });
  await fetch(`http://127.0.0.1:${port}/someone/else`);
  expect(answered).toEqual([
    ['/api/messages', 200],
    ['none', 404],
  ]);
});

test('lets a request that is under way end before it closes, and keeps no idle connection', async () => {
  let go = () => {};
  const begun = new Promise<void>((begins) => {
    finishes = () => {
      begins();
      return new Promise<void>((ends) => {
        go = ends;
      });
    };
  });
  const request = fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', body: '{}' });
  await begun;
  const closing = close(server, 10_000);
  go();
  expect((await request).status).toBe(200);
  expect(await closing).toBe(true);
});

test('cuts a request that does not end in time, and says so', async () => {
  finishes = () => new Promise(() => undefined);
  const request = fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', body: '{}' });
  request.catch(() => undefined);
  await once(server.http, 'request');
  expect(await close(server, 50)).toBe(false);
  await expect(request).rejects.toThrow('fetch failed');
});

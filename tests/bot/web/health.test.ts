import { serveHealth } from '../../../bot/web/health.ts';
import { close, listen, makeServer, type WebServer } from '../../../bot/web/server.ts';

let server: WebServer;
let url: string;
const state = { database: true, backlogSeconds: 0 as number | null, stopping: false };

beforeAll(async () => {
  server = makeServer({ teams: null, slack: null }, {}, { failed: () => undefined });
  serveHealth(server.routes, {
    database: async () => state.database,
    backlogSeconds: async () => state.backlogSeconds,
    stopping: () => state.stopping,
  });
  url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
});
beforeEach(() => Object.assign(state, { database: true, backlogSeconds: 0, stopping: false }));
afterAll(() => close(server, 1000));

async function get(path: string): Promise<unknown[]> {
  const response = await fetch(url + path);
  return [response.status, await response.json()];
}

test.each(['/livez', '/health'])('answers %s whatever the database does', async (path) => {
  Object.assign(state, { database: false, stopping: true });
  expect(await get(path)).toEqual([200, { ok: true }]);
});

test('is ready while the database answers, and tells the age of the backlog', async () => {
  state.backlogSeconds = 4000;
  expect(await get('/readyz')).toEqual([200, { ok: true, database: true, backlogSeconds: 4000, stopping: false }]);
});

test('is not ready without its database', async () => {
  Object.assign(state, { database: false, backlogSeconds: null });
  expect(await get('/readyz')).toEqual([503, { ok: false, database: false, backlogSeconds: null, stopping: false }]);
});

test('is not ready while it stops', async () => {
  state.stopping = true;
  expect((await get('/readyz'))[0]).toBe(503);
});

test.each([
  [900, 200],
  [901, 503],
  [null, 503],
])('with a backlog of %s seconds, answers a check that allows 900 with %s', async (seconds, status) => {
  state.backlogSeconds = seconds;
  expect((await get('/readyz?maxBacklogSeconds=900'))[0]).toBe(status);
});

import { request } from 'node:http';
import { mette, type Platforms, startPlatforms } from './platforms.ts';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await startPlatforms();
});
afterAll(() => platforms.stop());

/** A browser's request; fetch would not let us choose the host. */
function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // Each request has its own connection, since the server cuts one whose body it refused.
    const sent = request(
      `${platforms.simulator.url}/playground/api/${path}`,
      { method, headers, agent: false },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const host = () => new URL(platforms.simulator.url).host;
const send = (body: unknown, headers: Record<string, string> = {}) =>
  ask('POST', 'teams/message', headers, typeof body === 'string' ? body : JSON.stringify(body));
const words = { email: mette.email, text: 'hej' };

test.each([
  ['its own page', () => ({ origin: `http://${host()}` })],
  ['a program on this machine', () => ({})],
  ['the same page as localhost', () => ({ host: `localhost:${host().split(':')[1]}` })],
])('%s may act', async (_name, headers: () => Record<string, string>) => {
  expect(await send(words, headers())).toBe(200);
});

test.each([
  ['another site’s page', () => ({ origin: 'https://ondt.example' })],
  ['a page on another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ['a page without an origin of its own', () => ({ origin: 'null' })],
  ['a name that was pointed at this machine', () => ({ host: 'ondt.example' })],
  ['a name that only begins like it', () => ({ host: '127.0.0.1.ondt.example' })],
])('%s may neither act nor read', async (_name, headers: () => Record<string, string>) => {
  const before = platforms.simulator.teams(mette.email).messages().length;
  expect(await send(words, headers())).toBe(403);
  for (const path of [
    'people',
    'clock',
    `chat?platform=teams&email=${mette.email}`,
    `teams/tab?email=${mette.email}`,
    'stream',
  ])
    expect([path, await ask('GET', path, headers())]).toEqual([path, 403]);
  expect(platforms.simulator.teams(mette.email).messages()).toHaveLength(before);
});

test.each([
  ['somebody who is not there', 404, { email: 'ingen@fjordby.example', text: 'hej' }],
  ['no text', 400, { email: mette.email }],
  ['a text that is not a string', 400, { email: mette.email, text: { $ne: 1 } }],
  ['half a body', 400, '{"email":'],
  ['a list', 400, '[]'],
  ['a body of 17 MB', 413, { email: mette.email, text: 'x'.repeat(17 * 1024 * 1024) }],
])('%s gets %d', async (_name, status, body) => {
  expect(await send(body)).toBe(status);
});

test('the API refuses an unknown platform, a clock that cannot move and a missing page', async () => {
  expect(await ask('GET', 'chat?platform=sms&email=x')).toBe(400);
  expect(await ask('GET', 'clock')).toBe(404);
  expect(await ask('GET', 'nothing')).toBe(404);
});

test('the page gets the address of the tab, signed in as any person', async () => {
  const ask = (email: string) => fetch(`${platforms.simulator.url}/playground/api/teams/tab?email=${email}`);
  const { url } = (await (await ask(mette.email)).json()) as { url: string };
  expect(url).toMatch(/\/tab\/\?locale=da#token=[\w-]+\.[\w-]+\.[\w-]+$/);
  expect((await ask('ingen@fjordby.example')).status).toBe(404);
});

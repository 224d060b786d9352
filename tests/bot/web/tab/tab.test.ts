import type { FileId, PersonId, RequestId } from '../../../../domain/ids.ts';
import { directoryOf } from '../../../../models/people/directory.ts';
import { worldOf } from '../../../../models/world.ts';
import { idOf } from '../../../ids.ts';
import { credentials, type RunningBot, startBotBetweenPlatforms } from '../../../running-bot.ts';
import { people } from '../../../sample-domain.ts';
import { type TabClient, tabClient } from './tab-client.ts';

let bot: RunningBot;
let tab: TabClient;

beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
  tab = tabClient(bot);
}, 60_000);
afterAll(() => bot?.close());

/** Sends a request of Pernille's about staff in the chat. @returns its id and number */
async function sent(): Promise<{ id: RequestId; number: string }> {
  const leader = bot.on('teams', people.leader);
  await leader.says('nyt');
  await leader.fills({ text: `Vikarer oprettes for sent ${crypto.randomUUID()}`, area: 'personale' }, 'Send ønsket');
  const stored = await bot.database.stored.requests.findOne().sort({ number: -1 }).lean();
  if (!stored) throw new Error('nothing was sent');
  return { id: stored._id, number: stored.number };
}
const stored = async (id: RequestId) => bot.database.stored.requests.findOne({ _id: id }).lean();

describe('showing and acting', () => {
  test('opens a request in place, with its owner’s actions there and those that lead to the chat', async () => {
    const { id, number } = await sent();
    const { card } = await tab.shown(await tab.request(people.hr, number));
    expect(card.title).toBe(number);
    expect(card.blocks).toContainEqual(expect.objectContaining({ block: 'timeline' }));
    const byLabel = Object.fromEntries(card.actions.map((ref) => [ref.label, ref]));
    expect(byLabel['Gå i gang']).toMatchObject({
      action: 'acknowledge-request',
      input: { requestId: id, version: expect.any(String) },
    });
    expect(byLabel.Svar).toEqual({
      url: `${bot.simulator.url}/playground/#teams:${people.hr}`,
      label: 'Svar',
      style: 'primary',
    });
  });

  test('shows a file of a request behind a link of the reader’s own', async () => {
    const { id } = await sent();
    const { database, clock } = bot;
    const organisation = await directoryOf(database.stored).organisationAt('teams', credentials.teamsTenantId);
    if (!organisation) throw new Error('no organisation');
    const { attachments } = worldOf(database.connection, database.stored, organisation, () => clock.now);
    const file = {
      id: idOf<FileId>('file-1'),
      about: id,
      by: idOf<PersonId>('x'),
      at: clock.now,
      name: 'skema.pdf',
      size: 8,
      problem: null,
    } as const;
    const source = { platform: 'teams', reference: 'x' } as const;
    await attachments.add({ ...file, type: 'application/pdf', state: 'stored', source });
    await attachments.keep(idOf('file-1'), Buffer.from('%PDF-1.7'));
    const { card } = await tab.shown(await tab.act(people.hr, 'show-files', { about: id }));
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(card.blocks))?.[1] ?? '';
    expect(url).toMatch(new RegExp(`^${bot.botUrl}/files/`));
    expect(await (await fetch(url, { method: 'POST' })).text()).toBe('%PDF-1.7');
    const { card: others } = await tab.shown(await tab.act(people.otherLeader, 'show-files', { about: id }));
    expect(JSON.stringify(others)).not.toContain('skema.pdf');
  });

  test('hides other people’s requests', async () => {
    const { number } = await sent();
    const { card } = await tab.shown(await tab.request(people.otherLeader, number));
    expect(JSON.stringify(card)).not.toContain('Vikarer');
    const { card: none } = await tab.shown(await tab.request(people.otherLeader, 'FØ-1999-0001'));
    expect(card).toEqual(none);
  });

  test('hides requests of another organisation', async () => {
    const { id, number } = await sent();
    await bot.database.stored.requests.updateOne({ _id: id }, { $set: { organisation: 'nabokommune' } });
    for (const name of [id, number]) {
      const { card } = await tab.shown(await tab.request(people.admin, name));
      expect(JSON.stringify(card)).not.toContain('Vikarer');
    }
    const refused = await tab.shown(await tab.act(people.hr, 'acknowledge-request', { requestId: id, version: '0' }));
    expect(JSON.stringify(refused)).not.toContain('Vikarer');
    expect((await stored(id))?.state).toBe('routed');
  });

  test('acts once for the same key', async () => {
    const { id } = await sent();
    const version = String((await stored(id))?.version);
    const idempotencyKey = crypto.randomUUID();
    const twice = () => tab.act(people.hr, 'acknowledge-request', { requestId: id, version }, idempotencyKey);
    const [one, other] = await Promise.all([twice(), twice()]);
    const third = await twice();
    for (const response of [one, other, third]) expect(response.status).toBe(200);
    expect(await stored(id)).toMatchObject({ state: 'acknowledged', version: Number(version) + 1 });
  });

  test('answers an act on an old card with the request in its present state', async () => {
    const { id, number } = await sent();
    const version = String((await stored(id))?.version);
    await tab.shown(await tab.act(people.hr, 'acknowledge-request', { requestId: id, version }));
    const { card } = await tab.shown(await tab.act(people.leader, 'withdraw-request', { requestId: id, version }));
    expect(card.title).toBe(number);
    expect(card.blocks[0]).toMatchObject({ block: 'status', mood: 'neutral' });
    expect((await stored(id))?.state).toBe('acknowledged');
  });

  test('lets a person do only what their own roles allow', async () => {
    const { id } = await sent();
    const version = String((await stored(id))?.version);
    await tab.shown(await tab.act(people.otherLeader, 'acknowledge-request', { requestId: id, version }));
    expect((await stored(id))?.state).toBe('routed');
  });
});

describe('the body of an act', () => {
  const fine = () => JSON.stringify({ action: 'show-home', input: {}, idempotencyKey: crypto.randomUUID() });
  const idempotencyKey = '7d5f1c1e-4b0e-4c3e-9a39-000000000000';

  test('is accepted when it is right', async () => {
    expect((await tab.post(tab.tokenOf(people.leader), fine())).status).toBe(200);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a key twice', `{"action":"help","action":"show-home","input":{},"idempotencyKey":"${idempotencyKey}"}`],
    ['an action that needs a form', `{"action":"answer-request","input":{},"idempotencyKey":"${idempotencyKey}"}`],
    ['an action that nobody knows', `{"action":"__proto__","input":{},"idempotencyKey":"${idempotencyKey}"}`],
    ['input that is no text', `{"action":"show-home","input":{"a":1},"idempotencyKey":"${idempotencyKey}"}`],
    ['no idempotency key', '{"action":"show-home","input":{}}'],
    ['an invalid idempotency key', '{"action":"show-home","input":{},"idempotencyKey":"1"}'],
    ['an extra field', `{"action":"show-home","input":{},"idempotencyKey":"${idempotencyKey}","actor":"x"}`],
  ])('is refused: %s', async (_, body) => {
    expect((await tab.post(tab.tokenOf(people.leader), body)).status).toBe(400);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['the origin of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['no page as origin', { origin: 'null' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
  ])('is refused with %s', async (_, headers, status) => {
    expect((await tab.post(tab.tokenOf(people.leader), fine(), headers)).status).toBe(status);
  });

  test('is refused when it is too long', async () => {
    const body = JSON.stringify({ action: 'show-home', input: { a: 'x'.repeat(20_000) }, idempotencyKey });
    expect((await tab.post(tab.tokenOf(people.leader), body)).status).toBe(413);
  });

  test('is read only after the person is known', async () => {
    expect((await tab.post('a.b.c', '{')).status).toBe(401);
  });
});

describe('the page', () => {
  test('lets only the playground show it in a frame, and runs only its own scripts', async () => {
    const page = await tab.get('/tab/?locale=da-dk&theme=dark', null);
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(policy).toMatch(/frame-ancestors http:\/\/127\.0\.0\.1:\* http:\/\/localhost:\*$/);
    expect(page.headers.get('set-cookie')).toBeNull();
  });

  test('has no other files', async () => {
    for (const path of [
      '/tab/../package.json',
      '/tab/..%2fpage-files.ts',
      '/tab/none.ts',
      '/tab/a/main.ts',
      '/tab/api',
    ])
      expect([path, (await tab.get(path, null)).status]).toEqual([path, 404]);
  });

  test('has answers that are never cached', async () => {
    const { headers } = await tab.home(tab.tokenOf(people.leader));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

import { installLink, linkMs, stateMs } from '../../../../bot/slack/install/install-link.ts';
import { directoryOf } from '../../../../models/people/directory.ts';
import { addOrganisation } from '../../../add-organisation.ts';
import { readJson } from '../../../manifest/manifest-files.ts';
import type { RunningBot } from '../../../running-bot.ts';
import { people } from '../../../sample-domain.ts';
import { Browser, install, keys, slackClient, startOAuthBot } from './oauth-bot.ts';

const own = 'T0FJORDBY';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startOAuthBot();
});
afterAll(() => bot?.close());
beforeEach(async () => {
  const { installations, connections } = bot.database.stored;
  await installations.deleteMany({});
  await connections.deleteMany({ platform: 'slack' });
  await directoryOf(bot.database.stored).connect('slack', own, 'fjordby');
  // The bot remembers it no longer.
  bot.clock.now = new Date(bot.clock.now.getTime() + 60_000);
  bot.log.length = 0;
});

const begin = () => `${bot.botUrl}/slack/install`;
const link = (organisation = 'fjordby') => installLink(keys, bot.botUrl, organisation, bot.clock.now);
const installed = () => bot.database.stored.installations.find().sort({ tenant: 1 }).lean();
const connected = () => bot.database.stored.connections.find({ platform: 'slack' }).sort({ tenant: 1 }).lean();
const exchanges = () => bot.simulator.calls().filter(({ call }) => call === 'oauth.v2.access').length;
let before: number;
beforeEach(() => {
  before = exchanges();
});

test('the bot asks Slack for what its manifest says, with a cookie that stays in this browser', async () => {
  const { status, location, cookie } = await new Browser().open(begin());
  const asked = new URL(location ?? '');
  const { oauth_config } = readJson('manifest/slack/manifest.json') as { oauth_config: { scopes: { bot: string[] } } };
  expect([status, asked.origin + asked.pathname]).toEqual([302, `${bot.simulator.url}/slack/oauth/v2/authorize`]);
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    client_id: slackClient.id,
    scope: oauth_config.scopes.bot.join(','),
    redirect_uri: `${bot.botUrl}/slack/oauth_redirect`,
    state: expect.any(String),
  });
  expect(cookie).toMatch(/^__Host-slack-install=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=600$/);
});

test('by an administrator’s link a workspace is installed and belongs to the organisation at once', async () => {
  const leader = bot.on('slack', people.leader);
  expect((await leader.says('hej')).status).toBe(403);
  const shown = await install(bot, own, 'fjordby');
  expect([shown.status, shown.html]).toEqual([200, expect.stringContaining('hører nu til Fjordby Kommune')]);
  expect((await leader.says('hjælp')).status).toBe(200);
  expect(leader.reads()).toContain('unødigt besværlig');
});

test('a link brings in another workspace of the same municipality', async () => {
  await install(bot, 'T0NORD', 'fjordby');
  expect((await connected()).map(({ tenant, organisation }) => [tenant, organisation])).toEqual([
    [own, 'fjordby'],
    ['T0NORD', 'fjordby'],
  ]);
});

test('an installation alone lets nobody in, and the page says what is missing', async () => {
  await bot.database.stored.connections.deleteMany({ platform: 'slack' });
  const shown = await install(bot, own);
  expect([shown.status, shown.html]).toEqual([
    200,
    expect.stringContaining(`Giv dette id til den, der driver botten: ${own}`),
  ]);
  expect((await bot.on('slack', people.leader).says('hej')).status).toBe(403);
  await directoryOf(bot.database.stored).connect('slack', own, 'fjordby');
  expect((await bot.on('slack', people.leader).says('hej')).status).toBe(200);
});

test('the token is stored so that nobody can read it, and never logged', async () => {
  await install(bot, own, 'fjordby');
  await bot.on('slack', people.leader).says('hej');
  const [row] = await installed();
  expect(keys.open(String(row?.token), `slack-token:${own}`)).toMatch(/^xoxb-/);
  expect(JSON.stringify(await installed())).not.toContain('xoxb');
  const log = bot.log.join('');
  expect(log).toContain('"msg":"installed"');
  for (const secret of ['xoxb', slackClient.secret, String(row?.token)]) expect(log).not.toContain(secret);
});

test('installed twice is installed once, with the newest token', async () => {
  await install(bot, own, 'fjordby');
  const [first] = await installed();
  await install(bot, own);
  const after = await installed();
  expect(after).toHaveLength(1);
  expect(after[0]?.token).not.toBe(first?.token);
  expect((await bot.on('slack', people.leader).says('hej')).status).toBe(200);
});

describe('no installation comes of', () => {
  const refused = async (status: number, words: string, open: () => Promise<{ status: number; html: string }>) => {
    const shown = await open();
    expect([shown.status, shown.html]).toEqual([status, expect.stringContaining(words)]);
    expect(await installed()).toEqual([]);
    expect(bot.log.join('')).not.toMatch(/"msg":"(defect|installed)"/);
  };
  const returning = async (browser: Browser, change: (back: URL) => void) => {
    const back = new URL(await browser.consent(begin(), {}));
    change(back);
    return browser.open(back.href);
  };

  test.each<[string, (back: URL) => void]>([
    ['no state', (back) => back.searchParams.delete('state')],
    ['a state that is none', (back) => back.searchParams.set('state', 'x')],
    ['a state that was changed', (back) => back.searchParams.set('state', `${back.searchParams.get('state')}A`)],
    ['a link in place of a state', (back) => back.searchParams.set('state', link().split('link=')[1] ?? '')],
  ])('%s', async (_what, change) => {
    await refused(403, 'Begynd forfra', () => returning(new Browser(), change));
    expect(exchanges()).toBe(before);
  });

  test('a state of another deployment’s or another person’s beginning', async () => {
    const stranger = new Browser();
    const back = await stranger.consent(begin(), {});
    await refused(403, 'Begynd forfra', () => new Browser().open(back));
    const other = new Browser();
    await other.consent(begin(), {});
    await refused(403, 'Begynd forfra', () => other.open(back));
    expect(exchanges()).toBe(before);
    expect((await stranger.open(back)).status).toBe(200);
  });

  test('a state of more than ten minutes ago', async () => {
    const browser = new Browser();
    const back = await browser.consent(begin(), {});
    bot.clock.now = new Date(bot.clock.now.getTime() + stateMs);
    await refused(403, 'Begynd forfra', () => browser.open(back));
  });

  test('a no at Slack, which is no error', async () => {
    const browser = new Browser();
    const back = await browser.consent(begin(), { consent: 'no' });
    await refused(200, 'Du sagde nej i Slack', () => browser.open(back));
  });

  test('a code that Slack does not know', async () => {
    await refused(400, 'Slack sagde nej', () => returning(new Browser(), (back) => back.searchParams.set('code', 'x')));
    await refused(400, 'Slack sagde nej', () => returning(new Browser(), (back) => back.searchParams.delete('code')));
  });

  test('Slack’s not answering', async () => {
    bot.simulator.faults.next({ platform: 'slack', call: 'oauth.v2.access', times: 1, status: 503 });
    await refused(502, 'Slack svarer ikke', () => returning(new Browser(), () => undefined));
    bot.simulator.faults.next({ platform: 'slack', call: 'oauth.v2.access', times: 1, drop: 'answer' });
    await refused(502, 'Slack svarer ikke', () => returning(new Browser(), () => undefined));
  });

  test('a link after its time, a changed one and one for something else', async () => {
    const [late, changed] = [link(), `${link()}A`];
    bot.clock.now = new Date(bot.clock.now.getTime() + linkMs);
    for (const url of [late, changed, `${begin()}?link=`, `${begin()}?link=${keys.seal('{}', 'slack-state')}`]) {
      await refused(403, 'Linket gælder ikke længere', () => new Browser().open(url));
    }
  });
});

test('a state is good for one return, also when the first one failed', async () => {
  const browser = new Browser();
  const back = await browser.consent(begin(), {});
  const cookie = browser.cookie;
  expect((await browser.open(back)).status).toBe(200);
  browser.cookie = cookie;
  expect((await browser.open(back)).status).toBe(403);
  expect(exchanges()).toBe(before + 1);
});

test('a link is good for one workspace', async () => {
  const url = link();
  const [first, second] = [new Browser(), new Browser()];
  // Both begin before one of them ends.
  const back = [await first.consent(url, { team: 'T0NORD' }), await second.consent(url, { team: 'T0SYD' })] as const;
  expect((await first.open(back[0])).html).toContain('hører nu til Fjordby Kommune');
  expect((await second.open(back[1])).html).toContain('installeret, men ikke åben endnu');
  expect((await connected()).map(({ tenant }) => tenant)).toEqual([own, 'T0NORD']);
  expect((await new Browser().open(url)).status).toBe(403);
});

test('a link for one municipality does not move another one’s workspace', async () => {
  const directory = directoryOf(bot.database.stored);
  const fjordby = await directory.organisation('fjordby');
  const by = { ...(fjordby as NonNullable<typeof fjordby>), id: 'by', name: 'By Kommune' };
  await addOrganisation(bot.database.stored, by);
  const shown = await install(bot, own, 'by');
  expect([shown.status, shown.html]).toEqual([409, expect.stringContaining('hører til en anden kommune')]);
  expect((await connected()).map(({ organisation }) => organisation)).toEqual(['fjordby']);
});

test('the page is in the browser’s language, runs nothing and is kept nowhere', async () => {
  const shown = await new Browser().open(`${begin()}?link=x`, { 'accept-language': 'fr, en-GB;q=0.8, da;q=0.5' });
  expect(shown.html).toContain('<html lang="en">');
  expect(shown.html).toContain('<h1>The link is no longer valid</h1>');
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(shown.headers.get('cache-control')).toBe('no-store');
  expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
});

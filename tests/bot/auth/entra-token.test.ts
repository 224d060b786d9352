import { identify } from '../../../simulator/people.ts';
import { credentials, type RunningBot, startBotBetweenPlatforms } from '../../running-bot.ts';
import { people } from '../../sample-domain.ts';
import { type Claims, type TabClient, tabClient } from '../web/tab/tab-client.ts';

let bot: RunningBot;
let tab: TabClient;

beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
  tab = tabClient(bot);
}, 60_000);
afterAll(() => bot?.close());

const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;
const readClaims = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;

describe('signing in', () => {
  test('shows a person their Home, by the token alone', async () => {
    const { language, card } = await tab.shown(await tab.home(tab.tokenOf(people.leader)));
    expect(language).toBe('da');
    expect(JSON.stringify(card)).toContain('Dine ønsker');
  });

  test('speaks the person’s own language', async () => {
    const { language, card } = await tab.shown(await tab.home(tab.tokenOf(people.englishLeader)));
    expect(language).toBe('en');
    expect(JSON.stringify(card)).toContain('Your requests');
  });

  test('knows a person who has written in the chat by the Entra id, whatever their user name is now', async () => {
    await bot.on('teams', people.leader).says('hjælp');
    const renamed = tab.tokenOf(people.leader, { preferred_username: 'nyt.navn@fjordby.example' });
    expect(JSON.stringify(await tab.shown(await tab.home(renamed)))).toContain('Dine ønsker');
  });

  const elsewhere = '00000000-0000-4000-8000-00000000e15e';
  test.each<[string, (token: TabClient['tokenOf']) => string | null]>([
    ['no token', () => null],
    ['a text that is no token', () => 'hemmelig'],
    ['another audience', (token) => token(people.leader, { aud: '00000000-0000-4000-8000-000000000bad' })],
    ['the audience of version 1', (token) => token(people.leader, { aud: 'api://bot.fjordby.example/botid-x' })],
    ['another audience beside ours', (token) => token(people.leader, { aud: ['a', 'b'] })],
    ['another issuer', (token) => token(people.leader, { iss: 'https://login.example/v2.0' })],
    ['an issuer of version 1', (token) => token(people.leader, { iss: 'https://sts.windows.net/x/' })],
    ['no issuer', (token) => token(people.leader, { iss: undefined })],
    [
      'a tenant that is not on the list',
      (token) => token(people.leader, { iss: bot.simulator.entra.issuer(elsewhere), tid: elsewhere }),
    ],
    ['a tenant that is not its issuer’s', (token) => token(people.leader, { tid: elsewhere })],
    ['an end long past', (token) => token(people.leader, { exp: seconds(-600) })],
    ['no end', (token) => token(people.leader, { exp: undefined })],
    ['a beginning that lies ahead', (token) => token(people.leader, { nbf: seconds(600) })],
    ['no scope', (token) => token(people.leader, { scp: undefined })],
    ['another scope', (token) => token(people.leader, { scp: 'openid access_as_users' })],
    ['another program than Teams', (token) => token(people.leader, { azp: '00000000-0000-4000-8000-0000000000aa' })],
    ['version 1', (token) => token(people.leader, { ver: '1.0' })],
    ['nobody’s id', (token) => token(people.leader, { oid: undefined })],
    ['an unknown key', (token) => token(people.leader, {}, { kid: 'unknown' })],
    ['another algorithm', (token) => token(people.leader, {}, { alg: 'none' })],
  ])('refuses a token with %s', async (_, make) => {
    const response = await tab.home(make(tab.tokenOf));
    expect([response.status, await response.json()]).toEqual([401, { error: 401 }]);
  });

  test('refuses a token that the Bot Framework signed', async () => {
    const { teamsAppId, teamsTenantId } = credentials;
    const issuer = bot.simulator.entra.issuer(teamsTenantId);
    const claims = { ...readClaims(tab.tokenOf(people.leader)), iss: issuer, tid: teamsTenantId };
    const token = bot.simulator.tokens.sign(teamsAppId, 'x', claims);
    expect((await tab.home(token)).status).toBe(401);
  });

  test('refuses a token whose claims were changed afterwards', async () => {
    const [header, , signature] = tab.tokenOf(people.leader).split('.');
    const [, claims] = tab.tokenOf(people.admin).split('.');
    expect((await tab.home([header, claims, signature].join('.'))).status).toBe(401);
  });

  test('writes no token and no address into the log', async () => {
    const token = tab.tokenOf(people.leader, { scp: 'openid' });
    expect((await tab.home(token)).status).toBe(401);
    const log = bot.log.join('');
    expect(log).toContain('"reason":"claims: scp"');
    expect(log).not.toContain(token.slice(0, 40));
    expect(log).not.toContain(people.leader);
  });

  test('tells a stranger kindly that they are not on the list', async () => {
    const stranger = identify({ ...tab.identityOf(people.leader), email: 'ukendt@fjordby.example', name: 'Ukendt' });
    const { card } = await tab.shown(await tab.home(bot.simulator.entra.token(stranger)));
    expect(card.title).toBe('Vi kender ikke hinanden endnu');
    expect(card.actions).toEqual([]);
  });

  test.each<[string, Claims]>([
    ['the account belongs to another tenant', { idp: 'https://sts.windows.net/00000000-0000-4000-8000-0000000e15e0/' }],
    ['the account is a guest’s', { acct: 1 }],
    ['the account is private', { idp: 'live.com' }],
  ])('lets no guest in, though the address is on the list: %s', async (_, claims) => {
    const { card } = await tab.shown(await tab.home(tab.tokenOf(people.hr, claims)));
    expect(card.title).toBe('Jeg er kun for kommunens egne ansatte');
  });

  test('takes a member whose token names its own tenant as the account’s', async () => {
    const { teamsTenantId } = credentials;
    const own = tab.tokenOf(people.leader, { acct: 0, idp: `https://sts.windows.net/${teamsTenantId}/` });
    expect(JSON.stringify(await tab.shown(await tab.home(own)))).toContain('Dine ønsker');
  });

  test('lets in nobody who is no longer active', async () => {
    const { people: stored } = bot.database.stored;
    await stored.updateOne({ email: people.legal }, { $set: { active: false } });
    const { card } = await tab.shown(await tab.home(tab.tokenOf(people.legal)));
    expect(card.title).toBe('Vi kender ikke hinanden endnu');
  });
});

describe('without keys or without an organisation', () => {
  let other: RunningBot;
  beforeAll(async () => {
    other = await startBotBetweenPlatforms();
  }, 60_000);
  afterAll(() => other?.close());
  const status = async () => {
    const client = tabClient(other);
    return (await client.home(client.tokenOf(people.leader))).status;
  };

  test('says so while there are no keys, and lets people in a minute after they are back', async () => {
    other.simulator.entra.tokens.down = true;
    expect(await status()).toBe(503);
    expect(other.log.join('')).toContain('signing keys not fetched');
    other.simulator.entra.tokens.down = false;
    other.tokenTime.ahead = 61_000;
    expect(await status()).toBe(200);
  });

  test('refuses people of a tenant on the list that belongs to no organisation', async () => {
    const { connections } = other.database.stored;
    await connections.deleteMany({ platform: 'teams' });
    other.clock.now = new Date(other.clock.now.getTime() + 24 * 60 * 60_000);
    expect(await status()).toBe(403);
    expect(other.log.join('')).toMatch(/"reason":"not connected","msg":"unknown tenant"/);
  });
});

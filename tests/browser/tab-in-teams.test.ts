import type { Browser, Frame, Page, Route } from 'playwright-core';
import { tabSettings } from '../../bot/web/tab/settings.ts';
import { tabTexts } from '../../locales/edges/tab.ts';
import { launchChromium } from '../../scripts/gallery/chromium.ts';
import { tabFile } from '../../web/tab-files.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { describeInBrowser, pictureFile } from './chromium.ts';

const bot = 'https://bot.fjordby.example';
const settings = tabSettings({
  kind: 'microsoft',
  registration: { type: 'UserAssignedMSI', appId: 'app', tenantId: 'tenant' },
});
if (!settings) throw new Error('Teams has a tab');
const served = {
  frameAncestors: settings.frameAncestors,
  data: { access: 'microsoft', chat: settings.chat('', null), texts: tabTexts },
} as const;

/** Teams' answers to Microsoft's library in a page, by the name of the function. */
const answers = (token: string | null) => ({
  initialize: [
    'content',
    'web',
    JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }),
    '2.58.0',
  ],
  registerHandler: [],
  getContext: [{ theme: 'dark', locale: 'da-dk', frameContext: 'content' }],
  'authentication.getAuthToken': token === null ? [false, 'resourceRequiresConsent'] : [true, token],
  executeDeepLink: [true],
});

/** A page in the place of Teams with the tab in a frame; it notes every call of the tab. */
const teamsPage = (token: string | null) => `<!doctype html><title>Teams</title>
<iframe id="tab" src="${bot}/tab/?locale=da-dk&theme=default" style="width:900px;height:700px;border:0"></iframe>
<script>
  const answers = ${JSON.stringify(answers(token))};
  window.asked = [];
  addEventListener('message', ({ data, source, origin }) => {
    window.asked.push(data.func + ' ' + JSON.stringify(data.args));
    const { id, uuidAsString, func } = data;
    if (answers[func]) source.postMessage({ id, uuidAsString, args: answers[func] }, origin);
  });
</script>`;

describeInBrowser('the tab in Teams, with Microsoft’s own library', () => {
  let running: RunningBot;
  let browser: Browser;
  let page: Page;
  let host: string;
  let token: string | null;

  beforeAll(async () => {
    running = await startBotBetweenPlatforms();
    browser = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await running?.close();
  });

  beforeEach(async () => {
    host = 'https://teams.microsoft.com';
    token = running.simulator.entra.token(running.simulator.teams(people.leader).identity);
    page = await browser.newPage({ viewport: { width: 920, height: 720 } });
    page.setDefaultTimeout(10_000);
    await page.route('**/*', answer);
  });
  afterEach(() => page.close());

  /** Nothing here uses a network: the page comes from its files, the answers from the bot. */
  async function answer(route: Route): Promise<void> {
    const { origin, pathname } = new URL(route.request().url());
    if (origin === host) return route.fulfill({ contentType: 'text/html', body: teamsPage(token) });
    if (origin !== bot) return route.abort();
    if (!pathname.startsWith('/tab/api/')) {
      const file = await tabFile(pathname, served);
      return file
        ? route.fulfill({ contentType: file.type, body: file.body, headers: { ...file.headers } })
        : route.abort();
    }
    const { authorization = '' } = await route.request().allHeaders();
    const response = await fetch(running.botUrl + pathname, { headers: { authorization } });
    return route.fulfill({ status: response.status, contentType: 'application/json', body: await response.text() });
  }

  const open = async (): Promise<Frame> => {
    await page.goto(`${host}/`);
    const frame = page.frames().find((one) => one.parentFrame() !== null);
    if (!frame) throw new Error('no frame');
    return frame;
  };
  const asked = () => page.evaluate('window.asked') as Promise<string[]>;

  test('signs in without asking, takes Teams’ theme, and lets Teams open the chat', async () => {
    const tab = await open();
    await tab.getByRole('heading', { level: 2, name: 'Dine ønsker' }).waitFor();
    expect(await tab.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.screenshot({ path: pictureFile('tab-9-in-teams') });
    await tab.getByRole('link', { name: 'Åbn chatten' }).click();
    await page.waitForFunction("window.asked.some((one) => one.startsWith('executeDeepLink'))");
    expect((await asked()).at(-1)).toBe(`executeDeepLink ["${settings?.chat('', null)}"]`);
  }, 60_000);

  test('says kindly that Teams refused the sign-in', async () => {
    token = null;
    await (await open()).getByRole('heading', { name: 'Jeg kan ikke se, hvem du er' }).waitFor();
  }, 60_000);

  test('sends requests to Teams and its own bot alone', async () => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await (await open()).getByRole('heading', { level: 2, name: 'Dine ønsker' }).waitFor();
    expect([...hosts].sort()).toEqual([bot, host]);
  }, 60_000);

  test('asks to be opened in Teams when it is outside of it, and takes no token from its address', async () => {
    await page.goto(`${bot}/tab/?locale=da-dk#token=${token}`);
    await page.getByRole('heading', { name: 'Åbn mig i Teams' }).waitFor();
    const chat = page.getByRole('link', { name: 'Gå til chatten i Teams' });
    expect(await chat.getAttribute('href')).toBe('https://teams.microsoft.com/l/chat/0/0?users=28:app');
  }, 60_000);

  test('lets no other site show it in a frame', async () => {
    host = 'https://evil.example';
    await open();
    await page.waitForLoadState();
    const inside = page.frames().map((frame) => frame.url());
    expect(inside).not.toContain(`${bot}/tab/?locale=da-dk&theme=default`);
    expect(await asked()).toEqual([]);
  }, 60_000);
});

import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/gallery/chromium.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';
import { violationsIn } from './accessible.ts';
import { describeInBrowser, pictureFile } from './chromium.ts';

describeInBrowser('the tab Overblik in a browser', () => {
  let bot: RunningBot;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    bot = await startBotBetweenPlatforms();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    const leader = bot.on('teams', people.leader);
    for (const text of ['Vikarer oprettes for sent i vagtplanen.', 'Samme blanket skal udfyldes både i løn og i HR.']) {
      await leader.says('nyt');
      await leader.fills({ text, area: 'personale' }, 'Send ønsket');
    }
    await leader.says('Vi venter alt for længe på nye nøglekort');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await bot?.close();
  });

  const open = async (email: string, query = '') => {
    // The same page with another fragment would not be loaded again.
    await page.goto('about:blank');
    await page.goto(bot.simulator.teams(email).tabUrl().replace('#', `${query}#`));
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const fits = () => page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
  const headingHasFocus = () => page.evaluate('document.activeElement?.tagName');

  test('a leader sees their requests, opens one in place and goes back, with the keyboard alone', async () => {
    await open(people.leader);
    await page.screenshot({ path: pictureFile('tab-1-leader'), fullPage: true });
    await page.getByRole('heading', { level: 2, name: 'Dine ønsker' }).waitFor();
    const see = page.getByRole('button', { name: /^Se: Vikarer oprettes for sent/ });
    await see.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^FØ-2026-/ }).waitFor();
    expect(await headingHasFocus()).toBe('H1');
    await page.getByText('Vikarer oprettes for sent i vagtplanen.').waitFor();
    await page.screenshot({ path: pictureFile('tab-2-request'), fullPage: true });
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tilbage til overblikket' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Dine ønsker' }).waitFor();
    expect(problems).toEqual([]);
  }, 60_000);

  test('an owner acts in place, and goes to the chat for steps that need a form', async () => {
    await open(people.hr);
    await page.getByRole('button', { name: /^Se: .*Samme blanket/ }).click();
    const answer = page.getByRole('link', { name: 'Svar', exact: true });
    expect(await answer.getAttribute('href')).toBe(`${bot.simulator.url}/playground/#teams:${people.hr}`);
    await page.screenshot({ path: pictureFile('tab-3-owner'), fullPage: true });
    await page.getByRole('button', { name: 'Gå i gang' }).click();
    await page.getByText('er gået i gang').waitFor();
    expect(await page.getByRole('button', { name: 'Gå i gang' }).count()).toBe(0);
    expect(problems).toEqual([]);
  }, 60_000);

  test.each([
    ['default', people.leader],
    ['dark', people.hr],
    ['contrast', people.schoolManager],
  ])('everybody can read it in Teams’ theme %s', async (theme, email) => {
    await open(email, `&theme=${theme}`);
    await page.screenshot({ path: pictureFile(`tab-4-${theme}`), fullPage: true });
    expect(await violationsIn(page)).toEqual([]);
  });

  test('follows the reader’s system when Teams gives no theme', async () => {
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(people.director);
    const dark = await background();
    expect(await violationsIn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background()).not.toBe(dark);
  });

  test('works on a phone, in the reader’s own language', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(people.hr);
    expect(await fits()).toBe(true);
    await page.screenshot({ path: pictureFile('tab-5-phone') });
    await page.getByRole('button', { name: /^Se: .*Samme blanket/ }).click();
    await page.getByRole('link', { name: 'Svar', exact: true }).waitFor();
    expect(await fits()).toBe(true);
    await page.screenshot({ path: pictureFile('tab-6-phone-request'), fullPage: true });
    expect(await violationsIn(page)).toEqual([]);
    await open(people.englishLeader);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.getByRole('button', { name: 'Refresh' }).waitFor();
    await page.setViewportSize({ width: 1000, height: 900 });
  }, 60_000);

  test('says kindly that the bot does not answer, and can ask again', async () => {
    await open(people.leader);
    await page.route('**/tab/api/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Opdatér' }).click();
    await page.getByRole('heading', { name: 'Jeg kan ikke hente det lige nu' }).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.screenshot({ path: pictureFile('tab-7-failed') });
    await page.unroute('**/tab/api/**');
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page.getByRole('heading', { level: 2, name: 'Dine ønsker' }).waitFor();
  }, 60_000);

  test('says kindly that its token was refused', async () => {
    await page.goto(`${bot.botUrl}/tab/?locale=en-us#token=a.b.c`);
    await page.getByRole('heading', { name: 'I cannot see who you are' }).waitFor();
  });

  test('says outside of Teams where to open it and what the bot is', async () => {
    await page.goto('about:blank');
    await page.goto(`${bot.botUrl}/tab/`);
    await page.getByRole('heading', { name: 'Åbn mig i Teams' }).waitFor();
    await page.screenshot({ path: pictureFile('tab-8-outside') });
    expect(await violationsIn(page)).toEqual([]);
  });
});

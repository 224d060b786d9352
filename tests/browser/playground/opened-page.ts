import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/gallery/chromium.ts';
import { henrik, mette, startFjordby } from './fjordby.ts';

/**
 * A page of the playground for each test of a file, with the simulated platforms behind it. A test fails when the page
 * throws or breaks its own Content-Security-Policy.
 */
export function playgroundPage() {
  const now = {} as { browser: Browser; fjordby: Awaited<ReturnType<typeof startFjordby>>; page: Page };
  let complaints: string[] = [];

  beforeAll(async () => {
    now.browser = await launchChromium();
  });
  afterAll(() => now.browser.close());

  beforeEach(async () => {
    now.fjordby = await startFjordby();
    now.page = await now.browser.newPage();
    now.page.setDefaultTimeout(5_000);
    complaints = [];
    now.page.on('pageerror', (error) => complaints.push(error.message));
    now.page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
  });
  afterEach(async () => {
    await now.page.close();
    await now.fjordby.stop();
    expect(complaints).toEqual([]);
  });

  const pane = (platform: string, email: string) => now.page.getByTestId(`pane-${platform}-${email}`);
  return {
    get page() {
      return now.page;
    },
    get bot() {
      return now.fjordby.bot;
    },
    /** @param hash which panes are open: `#teams:…,slack:…` */
    open: (hash = '') => now.page.goto(now.fjordby.url + hash),
    inTeams: () => pane('teams', mette.email),
    inSlack: () => pane('slack', henrik.email),
  };
}

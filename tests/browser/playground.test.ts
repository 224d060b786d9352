import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { readConfig } from '../../bot/config/config.ts';
import { type Database, openDatabase } from '../../bot/database/database.ts';
import { type Playground, startPlayground } from '../../bot/local/playground.ts';
import { makeLog } from '../../bot/log.ts';
import { launchChromium } from '../../scripts/gallery/chromium.ts';
import { newTestDatabase, type TestDatabase } from '../database.ts';
import { png } from '../png.ts';
import { people } from '../sample-domain.ts';
import { violationsIn } from './accessible.ts';
import { describeInBrowser, pictureFile } from './chromium.ts';

describeInBrowser('the playground in a browser', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let folder: string;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    testDatabase = newTestDatabase();
    database = await openDatabase(testDatabase.uri);
    folder = await mkdtemp(join(tmpdir(), 'forenklingsbot-browser-'));
    const config = { ...readConfig({}), port: 0, playgroundPort: 0, dataFolder: folder };
    playground = await startPlayground(config, database, makeLog('silent'));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 1100 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(15_000);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await database?.close();
    await rm(folder, { recursive: true });
  });

  const pane = (platform: string, email: string) => page.getByTestId(`pane-${platform}-${email}`);
  const open = (...chats: Array<[platform: string, email: string]>) =>
    page.goto(`${playground.url}/playground/#${chats.map(([platform, email]) => `${platform}:${email}`).join(',')}`);
  const write = async (where: Locator, words: string) => {
    await where.getByTestId('composer').fill(words);
    await where.getByTestId('send').click();
  };
  /** Light and dark, as the reader's system has it. */
  const expectAccessible = async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsIn(page)).toEqual([]);
    }
  };

  test('the first page says what this is, and a wish is followed from its writer to the manager', async () => {
    await open();
    await page.getByRole('heading', { name: 'I Teams og Slack skriver ledere' }).waitFor();
    await expectAccessible();
    expect(await page.getByTestId('suggested').locator('strong').allTextContents()).toEqual([
      'Hans P. K. Ravn',
      'Ulla Damsgaard Pihl',
      'Lars-Peter Højlund',
      'Nikoline Brix',
      'Sofie Lundgreen',
    ]);
    await page.getByTestId('follow').click();
    const story = page.getByTestId('story');
    await story.getByText('Nu er det Hans, skoleleder').waitFor();
    await story.getByTestId('story-write').click();
    await page.keyboard.press('Enter');
    await story.getByText('Stadig Hans').waitFor();
    await page.reload();
    await pane('slack', 'hans.ravn@fjordby.example').getByRole('button', { name: 'Ja, send det' }).click();
    await story.getByText('Nu er det Ulla').waitFor();
    await expectAccessible();
    const owner = pane('teams', people.hr);
    await owner.getByRole('button', { name: 'Svar', exact: true }).click();
    await owner.getByRole('button', { name: 'Ja, det gør vi' }).click();
    await owner.getByLabel('Tiltag').fill('Én formular i stedet for tre');
    await owner.getByLabel('Forventet forbedring').fill('En vikar er ansat på fem minutter');
    await owner.getByLabel('Tidshorisont').fill('1. halvår 2027');
    await owner.getByRole('button', { name: 'Send svaret' }).click();
    await story.getByText('Nu er det Lars-Peter').waitFor();
    await story.getByTestId('story-write').click();
    await page.keyboard.press('Enter');
    await story.getByText('Det var hele vejen').waitFor();
    await page.screenshot({ path: pictureFile('0-story') });
    await story.getByTestId('story-end').click();
    await story.waitFor({ state: 'hidden' });
    expect(await owner.isVisible()).toBe(true);
  }, 120_000);

  test('a leader submits in Teams, the owner answers in Slack, the leader sees the tilbagemelding', async () => {
    await open(['teams', people.leader], ['slack', people.hr]);
    const leader = pane('teams', people.leader);
    const owner = pane('slack', people.hr);
    // Writing there makes Slack the owner's chat.
    await write(owner, 'hjælp');
    await owner.getByRole('button', { name: 'Åbn indbakken' }).waitFor();

    await write(leader, 'nyt');
    await leader
      .getByLabel('Hvad er unødigt besværligt')
      .fill('Nye vikarer får først adgang til vagtplanen efter en uge.');
    await leader.getByLabel('Hvad handler det om?').selectOption({ label: 'Personale og løn' });
    await page.screenshot({ path: pictureFile('1-form-in-teams') });
    await leader.getByRole('button', { name: 'Send ønsket' }).click();
    await leader.getByText('Tak – dit ønske har fået nummer').waitFor();
    await owner.getByText('Nyt ønske: FØ-').waitFor();
    await page.screenshot({ path: pictureFile('2-receipt-and-request') });
    await expectAccessible();

    await owner.getByRole('button', { name: 'Svar', exact: true }).click();
    const modal = page.getByTestId('modal');
    await modal.getByRole('button', { name: 'Ja, det gør vi' }).click();
    await modal.getByLabel('Tiltag').fill('Vikarer oprettes samme dag som kontrakten underskrives.');
    await modal.getByLabel('Forventet forbedring').fill('Lederen kan lægge vagtplan fra første dag.');
    await modal.getByLabel('Tidshorisont').fill('1. halvår 2027');
    await page.screenshot({ path: pictureFile('3-answer-in-slack') });
    await expectAccessible();
    await modal.getByTestId('modal-submit').click();
    await leader.getByText('Der er svar på dit ønske').waitFor();
    await leader.getByText('1. halvår 2027').first().waitFor();
    await page.screenshot({ path: pictureFile('4-tilbagemelding') });
  }, 90_000);

  test('an answer without a measure shows the problem beside the field, in Slack as in Teams', async () => {
    await open(['slack', people.leader], ['teams', people.hr]);
    const leader = pane('slack', people.leader);
    const owner = pane('teams', people.hr);
    await write(owner, 'hjælp');
    await write(leader, 'Lønnen til vikarer bliver ansat og udbetalt forkert hver måned');
    await leader
      .getByRole('button', { name: /Ja, send det|Vælg område/ })
      .first()
      .click();
    await owner.getByText('Nyt ønske: FØ-').last().waitFor();
    await owner.getByRole('button', { name: 'Svar', exact: true }).last().click();
    await owner.getByRole('button', { name: 'Ja, en del af det' }).click();
    await owner.getByLabel('Tiltag').fill('Noget');
    await owner.getByLabel('Forventet forbedring').fill('Noget');
    await owner.getByLabel('Hvad kan gøres allerede nu?').fill('Noget');
    await owner.getByLabel('Hvad skal der til for resten?').fill('Noget');
    await owner.getByLabel('Tidshorisont').fill('31. februar 2027');
    await owner.getByRole('button', { name: 'Send svaret' }).click();
    await owner.getByText('Den dato findes ikke').waitFor();
    await page.screenshot({ path: pictureFile('5-refused-in-teams'), fullPage: true });
    await expectAccessible();
  }, 90_000);

  test('a picture goes from a leader in Slack to the unit’s channel in Teams, and a reply comes back from its thread', async () => {
    await open(['slack', people.leader], ['teams', people.hr]);
    const leader = pane('slack', people.leader);
    await pane('teams', people.hr).getByTestId('place-room').click();
    const channel = page.getByTestId(`pane-teams-${people.hr}-room`);
    // The dialog is for leaders; anybody else reads that in its place.
    await channel.getByRole('button', { name: 'Skriv et ønske' }).click();
    await page.getByText('Det ligger hos andre end dig').waitFor();
    await channel.getByRole('button', { name: 'Vis indbakken her' }).click();
    await channel.getByLabel('Hvilken enhed?').selectOption({ label: 'Koncern HR' });
    await channel.getByRole('button', { name: 'Vis den her' }).click();
    await channel.getByText('Indbakken for Koncern HR vises nu her').waitFor();

    await leader
      .getByTestId('attach')
      .setInputFiles({ name: 'lønseddel.png', mimeType: 'image/png', buffer: Buffer.from(png) });
    await write(leader, 'Tillæg for aftenvagter mangler på lønsedlen hver måned');
    await leader.getByTestId('message-person').getByText('lønseddel.png').waitFor();
    await leader.getByRole('button', { name: 'Ja, send det' }).last().click();
    const request = channel.getByTestId('message-bot').filter({ hasText: 'Tillæg for aftenvagter' });
    await request.getByText('lønseddel.png').first().waitFor();
    await page.screenshot({ path: pictureFile('8-picture-in-channel') });

    const thread = request.locator('xpath=following-sibling::*[1]');
    await thread.getByTestId('reply-in-thread').click();
    await thread.getByTestId('mention').click();
    await thread.getByTestId('composer').pressSequentially('Hvilken måned er det fra?');
    await thread.getByTestId('send').click();
    await thread.getByTestId('message-person').getByText('Hvilken måned er det fra?').waitFor();
    await leader.getByTestId('message-bot').getByText('Hvilken måned er det fra?').waitFor();
    await page.screenshot({ path: pictureFile('9-thread') });
    await expectAccessible();
  }, 90_000);

  test('somebody who is not on the list asks to join, the administrator lets them in, and both can go on', async () => {
    await open();
    await page.getByTestId('suggested').filter({ hasText: 'En, der ikke står på listen' }).click();
    const stranger = pane('teams', 'sofie.lundgreen@fjordby.example');
    await write(stranger, 'Hej');
    await stranger.getByRole('button', { name: 'Bed om adgang' }).click();
    await stranger.getByText('Jeg har spurgt administratoren.').waitFor();
    await open(['teams', people.admin], ['teams', 'sofie.lundgreen@fjordby.example']);
    await pane('teams', people.admin).getByRole('button', { name: 'Giv adgang' }).click();
    await stranger.getByText('Du har fået adgang').waitFor();
    await pane('teams', people.admin).getByRole('tab', { name: 'Overblik' }).click();
    await pane('teams', people.admin).frameLocator('iframe').getByRole('heading').first().waitFor();
    await expectAccessible();
  }, 60_000);

  test('the bot has greeted a person who uses Slack there', async () => {
    await open(['slack', 'morten.falk@fjordby.example']);
    await pane('slack', 'morten.falk@fjordby.example').getByText('Hej Morten. Jeg er').waitFor();
  }, 30_000);

  test('after the clock has moved, panes and names show what came', async () => {
    await open(['teams', people.leader], ['teams', people.schoolManager]);
    const manager = pane('teams', people.schoolManager);
    await write(manager, 'hjælp');
    await manager.getByRole('button', { name: 'Switch to English' }).last().waitFor();
    await page.getByTestId('clock-next-week').click();
    await manager.getByRole('status').getByTestId('badge').waitFor();
    await expectAccessible();
    await page.screenshot({ path: pictureFile('10-badges') });
    await page.reload();
    await manager.getByRole('status').getByTestId('badge').waitFor();
    await page.getByTestId('open-another').click();
    await page.getByRole('dialog').getByTestId(`person-${people.schoolManager}`).getByTestId('badge').waitFor();
    await page.keyboard.press('Escape');
  }, 60_000);

  test('works on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [platform, email] of [
      ['teams', people.leader],
      ['slack', people.hr],
    ] as const) {
      await open([platform, email]);
      const chat = pane(platform, email);
      await write(chat, 'hjælp');
      await chat.getByRole('button', { name: 'Switch to English' }).last().waitFor();
      await page.screenshot({ path: pictureFile(`6-phone-${platform}`) });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      await expectAccessible();
    }
  }, 60_000);

  test('the picker is as readable in the dark theme, and the page remembers the chosen theme', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open();
    await page.getByRole('heading', { name: 'Hvem vil du være?' }).waitFor();
    await expectAccessible();
    await page.emulateMedia({ colorScheme: 'light' });
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const light = await background();
    await page.getByRole('button', { name: 'Vis siden mørk' }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.getByRole('button', { name: 'Vis siden lys' }).waitFor();
    expect(await background()).toBe(dark);
    await page.screenshot({ path: pictureFile('7-dark') });
    await page.getByRole('button', { name: 'Vis siden lys' }).click();
    expect(await background()).toBe(light);
  }, 60_000);
});

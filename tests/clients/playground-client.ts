import type { Browser, Locator, Page } from 'playwright-core';
import { pictureFile } from '../browser/chromium.ts';

/** Longer than any step of the bot takes. */
const patienceMs = 15_000;

/** The name of the bot in both `.m365agentsplayground.yml`. */
const bot = 'Forenklingsbot';

/** The Agents Playground's page as a person uses it, through visible texts and accessible names. */
export class PlaygroundClient {
  private readonly page: Page;
  /** The part in which the client acts and reads: the whole page, or one thread of a channel. */
  private scope: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.scope = page.locator('body');
  }

  /** Opens the page, which installs the app in the personal chat. */
  static async open(browser: Browser, url: string): Promise<PlaygroundClient> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: 'da-DK' });
    page.setDefaultTimeout(patienceMs);
    await page.goto(url);
    await page.getByText('Type a message...').waitFor();
    return new PlaygroundClient(page);
  }

  async openPersonal(): Promise<void> {
    await this.open('Personal Chat');
  }

  async openGroup(): Promise<void> {
    await this.open('Gruppen');
  }

  async openChannel(): Promise<void> {
    await this.open('Koncern HR - Forenkling');
  }

  private async open(name: string): Promise<void> {
    this.scope = this.page.locator('body');
    await this.page.getByRole('treeitem', { name }).click();
  }

  /** Writes in the chat that is open, or as a reply in the thread that is open. */
  async says(words: string): Promise<void> {
    await this.types(this.scope.getByRole('textbox').last(), words);
    await this.scope.getByRole('button', { name: 'Send Message' }).last().click();
  }

  /** Writes with the bot's name in front; without it the bot gets no message from a group or a channel. */
  async mentions(words: string): Promise<void> {
    await this.typesMention(this.scope.getByRole('textbox').last(), words);
    await this.scope.getByRole('button', { name: 'Send Message' }).last().click();
  }

  /** Begins a thread in the open channel; later steps happen in that thread. */
  async postsMention(words: string): Promise<void> {
    await this.typesMention(this.page.getByRole('textbox').first(), words);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
    await this.openThread(words);
  }

  /** Moves later steps to the channel's thread that holds these words. */
  async openThread(words: string): Promise<void> {
    this.scope = this.page.getByRole('group').filter({ hasText: words }).first();
    await this.scope.waitFor();
  }

  private async types(box: Locator, words: string): Promise<void> {
    await box.click();
    await this.page.keyboard.type(words);
  }

  private async typesMention(box: Locator, words: string): Promise<void> {
    await this.types(box, '@');
    // Every box leaves its closed list of names in the page; the newest list is open.
    await this.page.getByRole('menuitem', { name: bot }).last().click();
    await this.page.keyboard.type(` ${words}`);
  }

  /** Fills the newest text field with this label. */
  async fills(label: string, words: string): Promise<void> {
    await this.scope.getByRole('textbox', { name: label }).last().fill(words);
  }

  /** Takes an answer of the newest list with this label. */
  async chooses(label: string, option: string): Promise<void> {
    await this.scope.getByRole('combobox', { name: label }).last().click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Presses the newest button that reads so. */
  async presses(label: string): Promise<void> {
    await this.scope.getByRole('button', { name: label, exact: true }).last().click();
  }

  /** Waits until the newest text field with this label holds these words. */
  async holds(label: string, words: string): Promise<void> {
    const field = this.scope.getByRole('textbox', { name: label }).last();
    await field.waitFor();
    if ((await field.inputValue()) !== words) throw new Error(`“${label}” holds something else`);
  }

  /** Waits until these words stand there, for the second time where `times` says so. */
  async reads(words: string | RegExp, times = 1): Promise<void> {
    await this.scope
      .getByText(words)
      .nth(times - 1)
      .waitFor();
  }

  /** Opens the bot's message extension on the first message with these words; later steps happen in its dialog. */
  async opensExtension(commandId: string, words: string): Promise<void> {
    const more = { name: 'Show more information' };
    const message = this.page.getByText(words, { exact: true }).first();
    await message.hover();
    const around = message.locator('xpath=ancestor::*').filter({ has: this.page.getByRole('button', more) });
    await around.last().getByRole('button', more).first().click();
    await this.page.getByRole('menuitem', { name: 'Action Command' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Command ID' }).fill(commandId);
    await dialog.getByRole('button', { name: 'Create' }).click();
    this.scope = this.page.getByRole('dialog');
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: pictureFile(`clients-${name}`) });
  }
}

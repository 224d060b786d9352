import { describeInBrowser } from '../chromium.ts';
import { henrik, mette } from './fjordby.ts';
import { playgroundPage } from './opened-page.ts';

describeInBrowser('messages of one’s own', () => {
  const opened = playgroundPage();
  const inSlack = `#slack:${henrik.email}`;
  const inTeams = `#teams:${mette.email}`;
  const file = { name: 'lønseddel.txt', mimeType: 'text/plain', buffer: Buffer.from('Brutto 31.000') };
  const events = () => opened.bot.heard.map(({ event }) => event as Record<string, unknown>);

  async function writes(pane: 'inSlack' | 'inTeams', words: string) {
    await opened.open(pane === 'inSlack' ? inSlack : inTeams);
    await opened[pane]().getByTestId('composer').fill(words);
    await opened.page.keyboard.press('Enter');
    await opened[pane]().getByTestId('message-person').waitFor();
  }

  async function choose(pane: 'inSlack' | 'inTeams', name: string) {
    const message = opened[pane]().getByTestId('message-person');
    await message.getByTestId('menu').click();
    await message.getByRole('menuitem', { name }).click();
  }

  test('a message is edited in its place in Slack, and Enter keeps the change', async () => {
    const { page } = opened;
    await writes('inSlack', 'Løn & tillæg');
    await choose('inSlack', 'Redigér');
    const editor = opened.inSlack().getByTestId('editor');
    expect(await editor.inputValue()).toBe('Løn & tillæg');
    await editor.fill('Løn & pension');
    await page.keyboard.press('Enter');
    await opened.inSlack().getByText('(redigeret)').waitFor();
    expect(events().at(-1)).toMatchObject({ subtype: 'message_changed', message: { text: 'Løn &amp; pension' } });
  });

  test('Escape leaves a message as it was', async () => {
    const { page } = opened;
    await writes('inTeams', 'Vi taster alt to gange');
    await choose('inTeams', 'Redigér');
    await opened.inTeams().getByTestId('editor').fill('Noget andet');
    await page.keyboard.press('Escape');
    await opened.inTeams().getByText('Vi taster alt to gange').waitFor();
    expect(opened.bot.heard).toHaveLength(1);
  });

  test('a message is deleted, and the bot hears of it, in Teams as in Slack', async () => {
    const { bot } = opened;
    for (const pane of ['inTeams', 'inSlack'] as const) {
      await writes(pane, 'Fortrudt');
      await choose(pane, 'Slet');
      await opened[pane]().getByTestId('message-person').waitFor({ state: 'detached' });
    }
    expect(bot.heard).toMatchObject([
      { type: 'message' },
      { type: 'messageDelete' },
      { event: { type: 'message' } },
      { event: { subtype: 'message_deleted' } },
    ]);
  });

  test('a message brings its file along, but not a file that was removed again', async () => {
    const { page, open } = opened;
    await open(inSlack);
    await opened.inSlack().getByTestId('attach').setInputFiles(file);
    await opened.inSlack().getByRole('button', { name: 'Fjern lønseddel.txt' }).click();
    await opened.inSlack().getByTestId('composer').fill('Uden');
    await page.keyboard.press('Enter');
    await opened.inSlack().getByTestId('message-person').getByText('Uden').waitFor();
    await opened.inSlack().getByTestId('attach').setInputFiles(file);
    await opened.inSlack().getByTestId('composer').fill('Med');
    await page.keyboard.press('Enter');
    const message = opened.inSlack().getByTestId('message-person').filter({ hasText: 'Med' });
    expect(await message.getByRole('listitem').textContent()).toBe('lønseddel.txt · 13 byte');
    expect(events().map(({ subtype }) => subtype)).toEqual([undefined, 'file_share']);
  });

  test('words and files added while a message is being sent go with the next one', async () => {
    const { page, open } = opened;
    await open(inSlack);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // The bot has received the message, and its answer is slow.
    await page.route('**/playground/api/slack/message', async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    });
    await opened.inSlack().getByTestId('composer').fill('Uden');
    await page.keyboard.press('Enter');
    await opened.inSlack().getByTestId('message-person').getByText('Uden').waitFor();
    await opened.inSlack().getByTestId('attach').setInputFiles(file);
    await opened.inSlack().getByTestId('composer').fill('Med');
    await page.keyboard.press('Enter');
    letGo();
    const message = opened.inSlack().getByTestId('message-person').filter({ hasText: 'Med' });
    expect(await message.getByRole('listitem').textContent()).toBe('lønseddel.txt · 13 byte');
    await page.unroute('**/playground/api/slack/message');
    expect(events().map(({ subtype }) => subtype)).toEqual([undefined, 'file_share']);
  });

  test('the bot can fetch a file that is sent in Teams', async () => {
    const { open, bot } = opened;
    await open(inTeams);
    await opened.inTeams().getByTestId('attach').setInputFiles(file);
    await opened.inTeams().getByTestId('send').click();
    const { attachments } = (await bot.hears('message')) as {
      attachments?: Array<{ content: { downloadUrl: string } }>;
    };
    const download = await fetch(attachments?.[0]?.content.downloadUrl ?? '');
    expect(await download.text()).toBe('Brutto 31.000');
    await opened.inTeams().getByTestId('message-person').getByText('lønseddel.txt').waitFor();
  });

  test('a reply in a thread of Slack stands under its message, and names it to the app', async () => {
    const { page, open, bot } = opened;
    await open(inSlack);
    await bot.sendsBlocks([{ type: 'section', text: { type: 'plain_text', text: 'Nyt ønske' } }]);
    await opened.inSlack().getByTestId('reply-in-thread').click();
    await page.keyboard.type('Hvilken måned?');
    await page.keyboard.press('Enter');
    const thread = opened.inSlack().getByTestId('thread');
    await thread.getByTestId('message-person').getByText('Hvilken måned?').waitFor();
    await thread.getByText('1 svar').waitFor();
    const root = await opened.inSlack().getByTestId('message-bot').getAttribute('data-message');
    expect(events()).toMatchObject([{ text: 'Hvilken måned?', thread_ts: root }]);
  });

  test('a reply in a chat of Teams quotes the card that it answers', async () => {
    const { page, open, bot } = opened;
    await open(inTeams);
    await bot.sendsCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Nyt fra HR' }] });
    await opened.inTeams().getByTestId('reply').click();
    await opened.inTeams().getByTestId('quotation').getByText('Svarer på “Nyt fra HR”').waitFor();
    await page.keyboard.type('Tak');
    await page.keyboard.press('Enter');
    await opened.inTeams().getByTestId('message-person').getByText('Nyt fra HR').waitFor();
    // The message appears before the answer that removes the quotation.
    await opened.inTeams().getByTestId('quotation').waitFor({ state: 'detached' });
    const id = await opened.inTeams().getByTestId('message-bot').getAttribute('data-message');
    const { attachments } = await bot.hears('message');
    expect(JSON.stringify(attachments)).toContain(`itemid=\\"${id}\\"`);
  });
});

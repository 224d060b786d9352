import { describeInBrowser } from '../chromium.ts';
import { henrik, mette } from './fjordby.ts';
import { playgroundPage } from './opened-page.ts';

describeInBrowser('rooms, shortcuts and dialogs', () => {
  const opened = playgroundPage();
  const room = (platform: string, email: string) => opened.page.getByTestId(`pane-${platform}-${email}-room`);
  const say = async (where: ReturnType<typeof room>, text: string) => {
    await where.getByTestId('composer').last().pressSequentially(text);
    await opened.page.keyboard.press('Enter');
  };

  test('a pane goes from the private chat to a channel and back, and the address keeps it', async () => {
    const { page, open } = opened;
    await open(`#slack:${henrik.email}`);
    await opened.inSlack().getByRole('button', { name: '#koncern-hr' }).click();
    await room('slack', henrik.email).getByText('#koncern-hr').first().waitFor();
    await page.reload();
    await room('slack', henrik.email).getByRole('button', { name: 'Privat chat' }).click();
    await opened.inSlack().getByRole('tab', { name: 'Hjem' }).waitFor();
    expect(page.url()).toMatch(new RegExp(`#slack:${henrik.email}$`));
  });

  test('the page does not open a channel that the person is not in', async () => {
    await opened.open(`#slack:${mette.email}/koncern-hr`);
    await opened.page
      .getByRole('alert')
      .filter({ hasText: `slack:${mette.email}/koncern-hr` })
      .waitFor();
  });

  test('in a channel of Slack the app gets only messages that mention it', async () => {
    const { open, bot } = opened;
    await open(`#slack:${henrik.email}/koncern-hr`);
    const channel = room('slack', henrik.email);
    await say(channel, 'Har I set det her?');
    await channel.getByTestId('message-person').getByText('Har I set det her?').waitFor();
    await channel.getByTestId('mention').click();
    await say(channel, 'hjælp');
    expect((await bot.hears('event_callback')).event).toMatchObject({
      type: 'app_mention',
      text: '<@U0FORENKL> hjælp',
    });
    await channel.locator('.slack-mention', { hasText: '@forenklingsbot' }).waitFor();
    expect(bot.heard).toHaveLength(1);
  });

  test('in a channel of Teams a reply stands in the thread, and the bot gets messages that mention it', async () => {
    const { open, bot } = opened;
    await open(`#teams:${mette.email}/koncern-hr`);
    const channel = room('teams', mette.email);
    await say(channel, 'Har I set det her?');
    await channel.getByTestId('reply-in-thread').click();
    await channel.getByTestId('thread').getByTestId('mention').click();
    await say(channel.getByTestId('thread'), 'hjælp');
    const heard = await bot.hears('message');
    expect(heard).toMatchObject({ conversation: { conversationType: 'channel' }, entities: [{ type: 'mention' }] });
    const root = await channel
      .getByText('Har I set det her?')
      .locator('xpath=ancestor::article')
      .getAttribute('data-message');
    expect((heard.conversation as { id: string }).id).toMatch(new RegExp(`;messageid=${root}$`));
    await channel.getByTestId('thread').getByText('@Forenklingsbot hjælp').waitFor();
    expect(bot.heard).toHaveLength(1);
  });

  test('the shortcuts of Slack start from the composer and from the menu of a message', async () => {
    const { open, bot, inSlack } = opened;
    await open(`#slack:${henrik.email}`);
    await inSlack().getByRole('button', { name: 'Genveje' }).click();
    await inSlack().getByRole('menuitem', { name: 'Opret forenklingsønske' }).click();
    expect(await bot.hears('shortcut')).toMatchObject({ callback_id: 'create-request' });
    await bot.sendsBlocks([{ type: 'section', text: { type: 'plain_text', text: 'Lønnen kommer for sent' } }]);
    await inSlack().getByTestId('message-bot').getByTestId('menu').click();
    await inSlack().getByTestId('message-bot').getByRole('menuitem', { name: 'Opret forenklingsønske' }).click();
    expect(await bot.hears('message_action')).toMatchObject({
      callback_id: 'create-request-from-message',
      message: { text: 'Nyt' },
    });
  });

  test('the message extension of Teams opens a dialog over its own pane, and its form goes to the bot', async () => {
    const { page, open, bot, inTeams } = opened;
    await open(`#teams:${mette.email}`);
    await say(inTeams(), 'Vi taster alt to gange');
    await bot.hears('message');
    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'Input.Text', id: 'text', label: 'Hvad er besværligt?' }],
      actions: [{ type: 'Action.Submit', title: 'Send ønsket', data: { nonce: 'n1' } }],
    };
    const value = {
      title: 'Dit ønske',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
    };
    bot.answers.push({ status: 200, body: { task: { type: 'continue', value } } });
    await inTeams().getByTestId('menu').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = inTeams().getByRole('dialog', { name: 'Dit ønske' });
    await dialog.getByLabel('Hvad er besværligt?').fill('Dobbelt indtastning');
    await dialog.getByRole('button', { name: 'Send ønsket' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(bot.heard.slice(1)).toMatchObject([
      { name: 'composeExtension/fetchTask', value: { commandId: 'create-request', commandContext: 'message' } },
      { name: 'composeExtension/submitAction', value: { data: { nonce: 'n1', text: 'Dobbelt indtastning' } } },
    ]);
  });
});

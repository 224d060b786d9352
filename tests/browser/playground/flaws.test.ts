import { describeInBrowser } from '../chromium.ts';
import { henrik, mette } from './fjordby.ts';
import { playgroundPage } from './opened-page.ts';

describeInBrowser('panes under strain', () => {
  const opened = playgroundPage();
  const endless = 'https://intranet.fjordby.example/'.padEnd(300, 'personalehåndbog');
  const answers = (task: object) => opened.bot.answers.push({ status: 200, body: { task } });
  const dialog = {
    title: 'Dit ønske',
    card: {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'Input.Text', id: 'text', label: 'Hvad er besværligt?' }],
        actions: [{ type: 'Action.Submit', title: 'Send ønsket', data: {} }],
      },
    },
  };
  const extension = async () => {
    await opened.bot.sendsCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Hej' }] });
    await opened.inTeams().getByTestId('menu').click();
    await opened.inTeams().getByRole('menuitem', { name: 'Opret forenklingsønske' }).click();
  };

  /** What reaches beyond a window of 320 pixels and does not scroll by itself. */
  const wide = `[...document.querySelectorAll('.pane *, .bar *')]
    .filter((node) => {
      const { left, right } = node.getBoundingClientRect();
      const scrolls = node.closest('.places, .pane-tabs, .only-heard, [popover]');
      return !scrolls && right > left && (right > 320.5 || left < -0.5);
    })
    .map((node) => (node.className || node.tagName) + ': ' + node.getBoundingClientRect().right)`;

  test('all panes of a person show the open dialog, and none keeps it once it is closed', async () => {
    const { page, open, inTeams } = opened;
    await open(`#teams:${mette.email},teams:${mette.email}/koncern-hr`);
    const channel = page.getByTestId(`pane-teams-${mette.email}-room`);
    answers({ type: 'continue', value: dialog });
    await extension();
    await channel.getByRole('dialog', { name: 'Dit ønske' }).waitFor();
    await inTeams().getByTestId('dialog-close').click();
    await channel.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('Escape closes a dialog also when the cursor is nowhere, but not from another pane', async () => {
    const { page, open, inTeams, inSlack } = opened;
    await open(`#teams:${mette.email},slack:${henrik.email}`);
    answers({ type: 'continue', value: dialog });
    await extension();
    await inTeams().getByRole('dialog').waitFor();
    await inSlack().getByTestId('composer').focus();
    await page.keyboard.press('Escape');
    expect(await inTeams().getByRole('dialog').isVisible()).toBe(true);
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Escape');
    await inTeams().getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('a word of the bot in place of a dialog is told as news and not as an error', async () => {
    const { open, inTeams } = opened;
    await open(`#teams:${mette.email}`);
    answers({ type: 'message', value: 'Se nedenfor.' });
    await extension();
    await inTeams().getByTestId('pane-note').getByText('Se nedenfor.').waitFor();
    expect(await inTeams().getByTestId('pane-alert').textContent()).toBe('');
  });

  test('a reader who had scrolled up and sends a message sees it', async () => {
    const { page, open, bot, inSlack } = opened;
    await open(`#slack:${henrik.email}`);
    for (let one = 0; one < 12; one += 1)
      await bot.sendsBlocks([{ type: 'section', text: { type: 'plain_text', text: `Svar ${one}\n`.repeat(6) } }]);
    await inSlack().getByTestId('message-bot').nth(11).waitFor();
    await inSlack()
      .getByTestId('messages')
      .evaluate((node) => {
        node.scrollTop = 0;
      });
    await inSlack().getByTestId('composer').fill('Tak');
    await page.keyboard.press('Enter');
    const sent = inSlack().getByTestId('message-person').getByText('Tak');
    await sent.waitFor();
    await expect(
      inSlack()
        .getByTestId('messages')
        .evaluate(async (node) => {
          while (node.scrollHeight - node.scrollTop - node.clientHeight > 5)
            await new Promise((resolve) => setTimeout(resolve, 50));
          return true;
        }),
    ).resolves.toBe(true);
  });

  test('a word without an end stays in its card, and nothing is wider than a phone of 320 pixels', async () => {
    const { page, open, bot, inSlack, inTeams } = opened;
    await page.setViewportSize({ width: 320, height: 700 });
    const text = { type: 'plain_text', text: endless };
    const facts = [{ title: endless, value: endless }];
    await bot.sendsBlocks([
      { type: 'section', text },
      { type: 'section', fields: [text, text] },
      { type: 'context', elements: [text] },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'a', text: { ...text, text: endless.slice(0, 70) } }],
      },
    ]);
    await bot.sendsCard({
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: endless, wrap: true },
        { type: 'FactSet', facts },
      ],
      actions: [{ type: 'Action.Submit', title: endless.slice(0, 70), data: {} }],
    });
    for (const [hash, pane] of [
      [`#slack:${henrik.email}`, inSlack()],
      [`#teams:${mette.email}`, inTeams()],
      [`#slack:${henrik.email}/koncern-hr`, page.getByTestId(`pane-slack-${henrik.email}-room`)],
    ] as const) {
      await open(hash);
      await pane.getByTestId('composer').waitFor();
      await page.waitForTimeout(300);
      const tooWide = await page.evaluate(wide);
      expect([hash, tooWide]).toEqual([hash, []]);
    }
  });
});

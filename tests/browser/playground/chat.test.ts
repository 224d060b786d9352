import { describeInBrowser } from '../chromium.ts';
import { henrik, mette, sarah } from './fjordby.ts';
import { playgroundPage } from './opened-page.ts';

describeInBrowser('the page', () => {
  const opened = playgroundPage();
  const both = `#teams:${mette.email},slack:${henrik.email}`;

  test('choosing a person opens a pane on the platform that the person uses', async () => {
    const { page, open, inSlack } = opened;
    await open();
    await page.getByLabel('Søg efter navn').fill('koncern');
    await page.getByTestId(`person-${henrik.email}`).click();
    await inSlack().waitFor();
    expect(page.url()).toMatch(new RegExp(`#slack:${henrik.email}$`));
  });

  test('a person of each role is suggested, and a second pane opens beside the first', async () => {
    const { page, open, inSlack, inTeams } = opened;
    await open(`#slack:${henrik.email}`);
    await page.getByTestId('open-another').click();
    await page.getByRole('dialog').getByTestId('suggested').filter({ hasText: mette.name }).click();
    await inTeams().waitFor();
    expect(await inSlack().isVisible()).toBe(true);
  });

  test('panes outlast a reload and close one by one', async () => {
    const { page, open, inSlack, inTeams } = opened;
    await open(both);
    await inTeams().waitFor();
    await page.reload();
    await inTeams().getByTestId('close-pane').click();
    await inTeams().waitFor({ state: 'detached' });
    expect(await inSlack().isVisible()).toBe(true);
    expect(page.url()).toMatch(new RegExp(`#slack:${henrik.email}$`));
  });

  test('the browser’s way back opens a closed pane again', async () => {
    const { page, open, inTeams } = opened;
    await open(both);
    await inTeams().getByTestId('close-pane').click();
    await inTeams().waitFor({ state: 'detached' });
    await page.goBack();
    await inTeams().waitFor();
  });

  test('a phone shows one pane at a time', async () => {
    const { page, open, inSlack, inTeams } = opened;
    await page.setViewportSize({ width: 390, height: 844 });
    await open(both);
    await inTeams().waitFor();
    expect(await inSlack().isVisible()).toBe(false);
    await page.getByTestId(`tab-slack-${henrik.email}`).click();
    await inSlack().waitFor();
    expect(await inTeams().isVisible()).toBe(false);
  });

  test('the clients speak the language that the person has chosen', async () => {
    const { page, open } = opened;
    await open(`#teams:${sarah.email},slack:${sarah.email}`);
    for (const [platform, tab] of [
      ['teams', 'Overview'],
      ['slack', 'Home'],
    ] as const) {
      const pane = page.getByTestId(`pane-${platform}-${sarah.email}`);
      await pane.getByRole('tab', { name: tab }).waitFor();
      await pane.getByText('Write to Forenklingsbot to begin.').waitFor();
      await pane.getByLabel('Type a message').fill('Payroll is late');
      await page.keyboard.press('Enter');
      await pane.getByTestId('message-person').getByText('Payroll is late').waitFor();
      await pane.getByText('Tuesday 24 November').waitFor();
      await pane.getByTestId('message-person').getByTestId('menu').click();
      await pane.getByRole('menuitem', { name: 'Edit' }).click();
      await pane.getByLabel('Edit your message').waitFor();
      expect(await pane.getByTestId('messages').textContent()).not.toMatch(/Dig|Redig|Svar|Annull/);
    }
  });

  test('says which part of the address leads nowhere', async () => {
    await opened.open('#teams:nobody@fjordby.example');
    await opened.page.getByRole('alert').filter({ hasText: 'teams:nobody@fjordby.example' }).waitFor();
  });

  test('the municipality’s clock moves on by its buttons', async () => {
    const { page, open } = opened;
    await open();
    await page.getByText('tirsdag 24. november 2026 kl. 9.02').waitFor();
    await page.getByTestId('clock-next-hour').click();
    await page.getByText('tirsdag 24. november 2026 kl. 10.02').waitFor();
  });
});

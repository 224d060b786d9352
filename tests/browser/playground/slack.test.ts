import { describeInBrowser } from '../chromium.ts';
import { henrik } from './fjordby.ts';
import { playgroundPage } from './opened-page.ts';

describeInBrowser('a Slack pane', () => {
  const opened = playgroundPage();
  const pane = `#slack:${henrik.email}`;

  const plain = (text: string) => ({ type: 'plain_text', text });
  const option = (label: string, value: string) => ({ text: plain(label), value });
  const newRequest = { type: 'button', text: plain('Nyt ønske'), action_id: 'open-form:0', value: '{"n":1}' };
  const field = (id: string, label: string, element: object, optional = false) => ({
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { ...element, action_id: id },
    optional,
  });
  const areas = [option('Løn', 'loen'), option('It', 'it')];
  const modal = {
    type: 'modal',
    callback_id: 'submit-request',
    title: plain('Dit ønske'),
    submit: plain('Send ønsket'),
    close: plain('Fortryd'),
    blocks: [
      field('text', 'Hvad er besværligt?', { type: 'plain_text_input', multiline: true }),
      field('area', 'Område', { type: 'static_select', options: areas }),
      field('hours', 'Timer', { type: 'number_input', is_decimal_allowed: true, max_value: '500' }, true),
      field('kind', 'Art', { type: 'radio_buttons', options: [option('Regel', 'r'), option('Proces', 'p')] }),
      field('hide', 'Navn', { type: 'checkboxes', options: [option('Skjul mit navn', 'true')] }, true),
      field('by', 'Dato', { type: 'datepicker', initial_date: '2027-01-31' }, true),
    ],
  };

  async function openModal() {
    const { bot, open, inSlack } = opened;
    await open(pane);
    await bot.sendsBlocks([{ type: 'actions', elements: [newRequest] }]);
    await inSlack().getByRole('button', { name: 'Nyt ønske' }).click();
    const pressed = await bot.hears('block_actions');
    await bot.opensModal(pressed.trigger_id, modal);
    const dialog = inSlack().getByRole('dialog', { name: 'Dit ønske' });
    await dialog.waitFor();
    return { pressed, dialog };
  }

  test('a button tells the app its value, and the modal that the app opens covers its own pane only', async () => {
    const { pressed, dialog } = await openModal();
    expect(pressed.actions).toMatchObject([{ type: 'button', action_id: 'open-form:0', value: '{"n":1}' }]);
    await opened.inSlack().getByTestId('close-pane').click({ trial: true });
    expect(await dialog.getByLabel('Hvad er besværligt?').evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  test('a modal asks for what is missing and checks its numbers before anything is sent', async () => {
    const { dialog } = await openModal();
    await dialog.getByLabel('Timer').fill('501');
    await dialog.getByTestId('modal-submit').click();
    expect(await dialog.getByRole('alert').allTextContents()).toEqual([
      'Udfyld feltet for at gå videre.',
      'Udfyld feltet for at gå videre.',
      'Skriv et tal på højst 500.',
      'Udfyld feltet for at gå videre.',
      '',
      '',
    ]);
    expect(opened.bot.heard).toHaveLength(1);
  });

  test('a link opens beside the page, without a hold of it, and tells the app', async () => {
    const { bot, page, open, inSlack } = opened;
    await open(pane);
    const url = page.url().replace(/#.*/, '#linked');
    await bot.sendsBlocks([
      { type: 'actions', elements: [{ type: 'button', text: plain('Læs mere'), action_id: 'link:0', url }] },
    ]);
    const beside = page.context().waitForEvent('page');
    await inSlack().getByRole('button', { name: 'Læs mere' }).click();
    const other = await beside;
    expect([other.url(), await other.evaluate('opener')]).toEqual([url, null]);
    await other.close();
    expect((await bot.hears('block_actions')).actions).toMatchObject([{ action_id: 'link:0' }]);
  });

  test('a submission holds every input under its block and action id, and the modal closes', async () => {
    const { dialog } = await openModal();
    await dialog.getByLabel('Hvad er besværligt?').fill('Dobbelt indtastning');
    await dialog.getByLabel('Område').selectOption('it');
    await dialog.getByLabel('Proces').check();
    await dialog.getByLabel('Skjul mit navn').check();
    await dialog.getByTestId('modal-submit').click();
    const { view } = (await opened.bot.hears('view_submission')) as { view?: { state: { values: object } } };
    expect(view?.state.values).toMatchObject({
      text: { text: { type: 'plain_text_input', value: 'Dobbelt indtastning' } },
      area: { area: { type: 'static_select', selected_option: { value: 'it' } } },
      hours: { hours: { type: 'number_input', value: null } },
      kind: { kind: { type: 'radio_buttons', selected_option: { value: 'p' } } },
      hide: { hide: { type: 'checkboxes', selected_options: [{ value: 'true' }] } },
      by: { by: { type: 'datepicker', selected_date: '2027-01-31' } },
    });
    await dialog.waitFor({ state: 'hidden' });
  });

  test('a refusal of the app stands beside its field, and the typed words stay', async () => {
    const { dialog } = await openModal();
    await dialog.getByLabel('Hvad er besværligt?').fill('Hm');
    await dialog.getByLabel('Område').selectOption('it');
    await dialog.getByLabel('Regel').check();
    opened.bot.answers.push({ status: 200, body: { response_action: 'errors', errors: { text: 'Skriv lidt mere.' } } });
    await dialog.getByTestId('modal-submit').click();
    await dialog.getByText('Skriv lidt mere.').waitFor();
    const text = dialog.getByLabel('Hvad er besværligt?');
    expect(await text.inputValue()).toBe('Hm');
    expect(await text.getAttribute('aria-invalid')).toBe('true');
  });

  test('a view that replaces another keeps the typed words under the same ids', async () => {
    const { dialog } = await openModal();
    await dialog.getByLabel('Hvad er besværligt?').fill('Dobbelt indtastning');
    await dialog.getByLabel('Område').selectOption('it');
    await dialog.getByLabel('Regel').check();
    const view = { ...modal, title: plain('Kender du det her?') };
    opened.bot.answers.push({ status: 200, body: { response_action: 'update', view } });
    await dialog.getByTestId('modal-submit').click();
    const next = opened.inSlack().getByRole('dialog', { name: 'Kender du det her?' });
    expect(await next.getByLabel('Hvad er besværligt?').inputValue()).toBe('Dobbelt indtastning');
    expect(await next.getByLabel('Regel').isChecked()).toBe(true);
  });

  test('Escape closes the modal and goes back to the button', async () => {
    const { dialog } = await openModal();
    await opened.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const pressed = opened.inSlack().getByRole('button', { name: 'Nyt ønske' });
    expect(await pressed.evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  test('a choice in a message tells the app at once', async () => {
    const { bot, open, inSlack } = opened;
    await open(pane);
    const accessory = { type: 'static_select', action_id: 'pick', options: areas };
    await bot.sendsBlocks([{ type: 'section', text: plain('Hvilket område?'), accessory }]);
    await inSlack().getByLabel('Hvilket område?').selectOption('loen');
    const { actions } = await bot.hears('block_actions');
    expect(actions).toMatchObject([{ type: 'static_select', action_id: 'pick', selected_option: { value: 'loen' } }]);
  });

  test('the Home tab shows what the app publishes', async () => {
    const { bot, open, inSlack } = opened;
    await open(pane);
    await inSlack().getByRole('tab', { name: 'Hjem' }).click();
    expect(await bot.hears('event_callback')).toMatchObject({ event: { type: 'app_home_opened' } });
    await bot.publishesHome([{ type: 'header', text: plain('Dine opgaver') }]);
    await inSlack().getByRole('heading', { name: 'Dine opgaver' }).waitFor();
  });

  test('the page sends the app’s command as a command, and refuses any other', async () => {
    const { bot, page, open, inSlack } = opened;
    await open(pane);
    await inSlack().getByTestId('composer').fill('/findes ikke');
    await page.keyboard.press('Enter');
    await inSlack().getByText('/findes findes ikke her. Prøv /forenkling.').waitFor();
    expect(bot.heard).toEqual([]);
    await inSlack().getByTestId('composer').fill('/forenkling mine ønsker');
    await page.keyboard.press('Enter');
    await inSlack().getByText('/findes findes ikke her.').waitFor({ state: 'hidden' });
    expect(bot.heard).toMatchObject([{ command: '/forenkling', text: 'mine ønsker' }]);
  });

  test('draws text, lists and quotes, and makes links of web addresses alone', async () => {
    const { bot, open, inSlack } = opened;
    await open(pane);
    const text = (words: string, style = {}) => ({ type: 'text', text: words, style });
    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
    await bot.sendsBlocks([
      {
        type: 'rich_text',
        elements: [
          section(text('Besvaret', { bold: true }), { type: 'emoji', name: 'tada', unicode: '1f389' }),
          { type: 'rich_text_list', style: 'bullet', elements: [section(text('3. november')), section(text('I dag'))] },
          { type: 'rich_text_quote', elements: [text('<b>vores ord</b>')] },
        ],
      },
      { type: 'section', text: { type: 'mrkdwn', text: '<javascript:alert(1)|tryk her> og <https://kl.dk|KL>' } },
    ]);
    await inSlack().locator('strong', { hasText: 'Besvaret' }).waitFor();
    expect(await inSlack().getByText('🎉').count()).toBe(1);
    expect(await inSlack().getByRole('listitem').allTextContents()).toEqual(['3. november', 'I dag']);
    expect(await inSlack().getByRole('blockquote').textContent()).toBe('<b>vores ord</b>');
    expect(await inSlack().getByRole('link').allTextContents()).toEqual(['KL']);
  });

  test('names clearly any block that it does not draw', async () => {
    const { bot, open, inSlack } = opened;
    await open(pane);
    const color = { type: 'rich_text_section', elements: [{ type: 'color', value: '#ff0000' }] };
    await bot.sendsBlocks([{ type: 'rich_text', elements: [color] }]);
    expect(await inSlack().getByTestId('unsupported').textContent()).toBe('Kan ikke vises her: color');
  });
});

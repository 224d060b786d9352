import { describeInBrowser } from '../chromium.ts';
import { mette } from './fjordby.ts';
import { playgroundPage } from './opened-page.ts';

describeInBrowser('a Teams pane', () => {
  const opened = playgroundPage();
  const pane = `#teams:${mette.email}`;

  const execute = (title: string, more: object = {}) => ({
    type: 'Action.Execute',
    title,
    verb: 'submit-request',
    data: { nonce: 'n1' },
    ...more,
  });

  const textField = { type: 'Input.Text', id: 'text', label: 'Hvad er besværligt?' };

  const form = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Dit ønske\\!', style: 'heading' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '*stjerner* <b>og tegn</b>' }] },
      { ...textField, isRequired: true, errorMessage: 'Skriv lidt.' },
      { type: 'Input.Number', id: 'hours', label: 'Timer', min: 0, max: 500, errorMessage: 'Skriv et tal.' },
    ],
    actions: [execute('Send ønsket'), execute('Fortryd', { associatedInputs: 'none' })],
  };

  test('the page sends a message to the bot and shows the bot’s messages by itself', async () => {
    const { bot, page, open, inTeams } = opened;
    await open(pane);
    await inTeams().getByTestId('composer').fill('Vi taster alt to gange');
    await page.keyboard.press('Enter');
    expect(await bot.hears('message')).toMatchObject({ text: 'Vi taster alt to gange' });
    await inTeams().getByTestId('message-person').filter({ hasText: 'Vi taster alt to gange' }).waitFor();
    await bot.sendsCard(form);
    await inTeams().getByRole('heading', { name: 'Dit ønske!' }).waitFor();
    await inTeams().getByText('*stjerner* <b>og tegn</b>').waitFor();
  });

  test('asks for a required input before anything is sent, and not for a number that may be left out', async () => {
    const { bot, open, inTeams } = opened;
    await open(pane);
    await bot.sendsCard(form);
    await inTeams().getByRole('button', { name: 'Send ønsket' }).click();
    await inTeams().getByText('Skriv lidt.').waitFor();
    expect(await inTeams().getByText('Skriv et tal.').isVisible()).toBe(false);
    await inTeams().getByLabel('Timer').fill('501');
    await inTeams().getByRole('button', { name: 'Send ønsket' }).click();
    await inTeams().getByText('Skriv et tal.').waitFor();
    expect(bot.heard).toEqual([]);
  });

  test('Action.Execute brings its data and the inputs, and the answer takes the place of the card', async () => {
    const { bot, open, inTeams } = opened;
    await open(pane);
    await bot.sendsCard(form);
    const value = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Tak skal du have' }] };
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
    bot.answers.push({ status: 200, body });
    await inTeams().getByLabel('Hvad er besværligt?').fill('Dobbelt indtastning');
    await inTeams().getByRole('button', { name: 'Send ønsket' }).click();
    await inTeams().getByText('Tak skal du have').waitFor();
    expect(bot.heard).toMatchObject([
      { value: { action: { verb: 'submit-request', data: { nonce: 'n1', text: 'Dobbelt indtastning' } } } },
    ]);
    expect(await inTeams().getByLabel('Hvad er besværligt?').count()).toBe(0);
  });

  test('a link opens beside the page, without a hold of it, and tells nobody; a script is no link', async () => {
    const { bot, page, open, inTeams } = opened;
    await open(pane);
    const url = page.url().replace(/#.*/, '#linked');
    const opens = (title: string, address: string) => ({ type: 'Action.OpenUrl', title, url: address });
    await bot.sendsCard({ ...form, body: [], actions: [opens('Prøv', 'javascript:alert(1)'), opens('Læs mere', url)] });
    const beside = page.context().waitForEvent('page');
    await inTeams().getByRole('link', { name: 'Prøv' }).click();
    await inTeams().getByRole('link', { name: 'Læs mere' }).click();
    const other = await beside;
    expect([other.url(), await other.evaluate('opener')]).toEqual([url, null]);
    await other.close();
    expect(bot.heard).toEqual([]);
  });

  test('an action that is associated with no inputs leaves them behind', async () => {
    const { bot, open, inTeams } = opened;
    await open(pane);
    await bot.sendsCard(form);
    await inTeams().getByLabel('Hvad er besværligt?').fill('Noget');
    await inTeams().getByRole('button', { name: 'Fortryd' }).click();
    const { value } = (await bot.hears('invoke')) as { value?: { action: { data: object } } };
    expect(value?.action.data).toEqual({ nonce: 'n1' });
  });

  test('Action.Submit sends data and inputs, also from a card that is shown within', async () => {
    const { bot, open, inTeams } = opened;
    await open(pane);
    const submit = { type: 'Action.Submit', title: 'Flyt', data: { nonce: 'n2' } };
    const within = { type: 'AdaptiveCard', body: [textField], actions: [submit] };
    const actions = [{ type: 'Action.ShowCard', title: 'Flyt datoen', card: within }];
    await bot.sendsCard({ type: 'AdaptiveCard', version: '1.5', body: [], actions });
    await inTeams().getByRole('button', { name: 'Flyt datoen' }).click();
    await inTeams().getByLabel('Hvad er besværligt?').fill('Leverandøren er forsinket');
    await inTeams().getByRole('button', { name: 'Flyt', exact: true }).click();
    const heard = await bot.hears('message');
    expect(heard.value).toEqual({ nonce: 'n2', text: 'Leverandøren er forsinket' });
  });

  test('typed words in a card stay when other messages come', async () => {
    const { bot, open, inTeams } = opened;
    await open(pane);
    await bot.sendsCard(form);
    await inTeams().getByLabel('Hvad er besværligt?').fill('Halvt skrevet');
    await bot.sendsCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Nyt fra HR' }] });
    await inTeams().getByText('Nyt fra HR').waitFor();
    expect(await inTeams().getByLabel('Hvad er besværligt?').inputValue()).toBe('Halvt skrevet');
  });

  test('names a part that it does not know, unless the card says what to show instead', async () => {
    const { bot, open, inTeams } = opened;
    await open(pane);
    const fallback = { type: 'TextBlock', text: 'Tre ønsker' };
    const body = [{ type: 'Chart.Line' }, { type: 'Chart.Donut', fallback }];
    await bot.sendsCard({ type: 'AdaptiveCard', version: '1.5', body });
    await inTeams().getByText('Tre ønsker').waitFor();
    expect(await inTeams().getByTestId('unsupported').allTextContents()).toEqual(['Kan ikke vises her: Chart.Line']);
  });

  test('says that the bot failed, and keeps the text to be sent again', async () => {
    const { bot, open, inTeams } = opened;
    await open(pane);
    bot.answers.push({ status: 500, body: null });
    await inTeams().getByTestId('composer').fill('Hej');
    await inTeams().getByTestId('send').click();
    await inTeams().getByRole('alert').filter({ hasText: 'Det gik ikke. Prøv igen om lidt.' }).waitFor();
    expect(await inTeams().getByTestId('composer').inputValue()).toBe('Hej');
  });
});

import { type Browser, chromium, type Page } from 'playwright-core';
import { henrik, mette, startFjordby } from './fjordby.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const teamsPane = `#teams:${mette.email}`;
const slackPane = `#slack:${henrik.email}`;

let browser: Browser;
let fjordby: Awaited<ReturnType<typeof startFjordby>>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
});

afterAll(() => browser.close());

beforeEach(async () => {
  fjordby = await startFjordby();
  page = await browser.newPage();
  page.setDefaultTimeout(5_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
});

afterEach(async () => {
  await page.close();
  await fjordby.stop();
  expect(complaints).toEqual([]);
});

const open = (hash = '') => page.goto(fjordby.url + hash);
const pane = (platform: string, email: string) => page.getByTestId(`pane-${platform}-${email}`);
const inTeams = () => pane('teams', mette.email);
const inSlack = () => pane('slack', henrik.email);

describe('the panes', () => {
  test('open with the person that one picks, on the platform that the person uses, and last over a reload', async () => {
    await open();
    await page.getByLabel('Søg efter navn').fill('koncern');
    await page.getByTestId(`person-${henrik.email}`).click();
    await inSlack().waitFor();
    await page.getByTestId('open-another').click();
    await page.getByRole('dialog').getByTestId('suggested').filter({ hasText: 'Mette' }).click();
    await inTeams().waitFor();
    expect(page.url()).toContain(`#slack:${henrik.email},teams:${mette.email}`);
    await page.reload();
    await inSlack().waitFor();
    await inTeams().getByTestId('close-pane').click();
    await inTeams().waitFor({ state: 'detached' });
    expect(page.url()).toMatch(new RegExp(`#slack:${henrik.email}$`));
  });

  test('are shown one at a time on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`${teamsPane},slack:${henrik.email}`);
    await inTeams().waitFor();
    expect(await inSlack().isVisible()).toBe(false);
    await page.getByTestId(`tab-slack-${henrik.email}`).click();
    await inSlack().waitFor();
    expect(await inTeams().isVisible()).toBe(false);
  });

  test('say which part of the address leads nowhere', async () => {
    await open('#teams:nobody@fjordby.example');
    await page.getByText('teams:nobody@fjordby.example').waitFor();
  });
});

test('the clock moves on by its buttons', async () => {
  await open();
  await page.getByText('tirsdag den 24. november 2026 kl. 9.02').waitFor();
  await page.getByTestId('clock-next-hour').click();
  await page.getByText('tirsdag den 24. november 2026 kl. 10.02').waitFor();
});

describe('Teams', () => {
  const execute = (title: string, more: object = {}) => ({
    type: 'Action.Execute',
    title,
    verb: 'submit-request',
    data: { nonce: 'n1' },
    ...more,
  });
  const form = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Dit ønske\\!', style: 'heading' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '*stjerner* <b>og tegn</b>' }] },
      { type: 'Input.Text', id: 'field-text', label: 'Hvad er besværligt?', isRequired: true, errorMessage: 'Skriv lidt.' },
      { type: 'Input.Number', id: 'field-hours', label: 'Timer', min: 0, max: 500, errorMessage: 'Skriv et tal.' },
    ],
    actions: [execute('Send'), execute('Fortryd', { associatedInputs: 'none' })],
  };

  test('a message goes to the bot, and what comes back shows by itself', async () => {
    await open(teamsPane);
    await inTeams().getByTestId('composer').fill('Vi taster alt to gange');
    await page.keyboard.press('Enter');
    await inTeams().getByTestId('message-person').filter({ hasText: 'Vi taster alt to gange' }).waitFor();
    expect(fjordby.bot.heard).toMatchObject([{ type: 'message', text: 'Vi taster alt to gange' }]);
    await fjordby.bot.sendsCard(form);
    await inTeams().getByRole('heading', { name: 'Dit ønske!' }).waitFor();
  });

  test('text in a card stays text', async () => {
    await open(teamsPane);
    await fjordby.bot.sendsCard(form);
    await inTeams().getByText('*stjerner* <b>og tegn</b>').waitFor();
  });

  test('a required input is asked for before anything is sent, and an empty number is not', async () => {
    await open(teamsPane);
    await fjordby.bot.sendsCard(form);
    await inTeams().getByRole('button', { name: 'Send', exact: true }).first().click();
    await inTeams().getByText('Skriv lidt.').waitFor();
    expect(await inTeams().getByText('Skriv et tal.').isVisible()).toBe(false);
    expect(fjordby.bot.heard).toEqual([]);
  });

  test('an action brings its data and the inputs, and the answer takes the place of the card', async () => {
    await open(teamsPane);
    await fjordby.bot.sendsCard(form);
    await inTeams().getByLabel('Hvad er besværligt?').fill('Dobbelt indtastning');
    const thanks = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Tak' }] };
    const type = 'application/vnd.microsoft.card.adaptive';
    fjordby.bot.answers.push({ status: 200, body: { statusCode: 200, type, value: thanks } });
    await inTeams().getByRole('button', { name: 'Send', exact: true }).first().click();
    await inTeams().getByText('Tak', { exact: true }).waitFor();
    const action = { verb: 'submit-request', data: { nonce: 'n1', 'field-text': 'Dobbelt indtastning' } };
    expect(fjordby.bot.heard).toMatchObject([{ type: 'invoke', value: { action } }]);
    expect(await inTeams().getByLabel('Hvad er besværligt?').count()).toBe(0);
  });

  test('an action without inputs leaves them behind', async () => {
    await open(teamsPane);
    await fjordby.bot.sendsCard(form);
    await inTeams().getByLabel('Hvad er besværligt?').fill('Noget');
    await inTeams().getByRole('button', { name: 'Fortryd' }).click();
    await expect.poll;
    const [heard] = fjordby.bot.heard as Array<{ value: { action: { data: object } } }>;
    expect(heard?.value.action.data).toEqual({ nonce: 'n1' });
  });

  test('a part of a card that is not known is named, unless the card says what to show instead', async () => {
    await open(teamsPane);
    const fallback = { type: 'TextBlock', text: 'Tre ønsker' };
    const body = [{ type: 'Chart.Line' }, { type: 'Chart.Donut', fallback }];
    await fjordby.bot.sendsCard({ type: 'AdaptiveCard', version: '1.5', body });
    await inTeams().getByText('Tre ønsker').waitFor();
    expect(await inTeams().getByTestId('unsupported').allTextContents()).toEqual(['Kan ikke vises her: Chart.Line']);
  });

  test('a bot that fails is told of, and the text stays to be sent again', async () => {
    await open(teamsPane);
    fjordby.bot.answers.push({ status: 500, body: null });
    await inTeams().getByTestId('composer').fill('Hej');
    await inTeams().getByTestId('send').click();
    await inTeams().getByText('Det gik ikke. Prøv igen om lidt.').waitFor();
    expect(await inTeams().getByTestId('composer').inputValue()).toBe('Hej');
  });
});

describe('Slack', () => {
  const newRequest = { type: 'button', text: plain('Nyt ønske'), action_id: 'open-form:0', value: '{"n":1}' };
  const option = (label: string, value: string) => ({ text: plain(label), value });
  const field = (id: string, label: string, element: object, more: object = {}) => ({
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { ...element, action_id: id },
    ...more,
  });
  const modal = {
    type: 'modal',
    callback_id: 'submit-request',
    title: plain('Dit ønske'),
    submit: plain('Send'),
    close: plain('Fortryd'),
    blocks: [
      field('text', 'Hvad er besværligt?', { type: 'plain_text_input', multiline: true }),
      field('area', 'Område', { type: 'static_select', options: [option('Løn', 'loen'), option('It', 'it')] }),
      field('hours', 'Timer', { type: 'number_input', is_decimal_allowed: true, max_value: '500' }, { optional: true }),
      field('kind', 'Art', { type: 'radio_buttons', options: [option('Regel', 'r'), option('Proces', 'p')] }),
      field(
        'anonymous',
        'Navn',
        { type: 'checkboxes', options: [option('Vis ikke mit navn', 'true')] },
        { optional: true },
      ),
      field('by', 'Dato', { type: 'datepicker', initial_date: '2027-01-31' }, { optional: true }),
    ],
  };

  const openModal = async () => {
    await open(slackPane);
    await fjordby.bot.sendsBlocks([{ type: 'actions', elements: [newRequest] }]);
    await inSlack().getByRole('button', { name: 'Nyt ønske' }).click();
    await heardBy('block_actions');
    await fjordby.bot.opensModal(fjordby.bot.heard[0]?.trigger_id, modal);
    await inSlack().getByRole('dialog', { name: 'Dit ønske' }).waitFor();
    return inSlack().getByTestId('modal');
  };
  const heardBy = async (type: string) => {
    const deadline = Date.now() + 5_000;
    for (;;) {
      const found = fjordby.bot.heard.find((one) => one.type === type);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`the bot was never told of ${type}`);
      await page.waitForTimeout(20);
    }
  };
});

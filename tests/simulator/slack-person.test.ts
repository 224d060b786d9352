import { once } from 'node:events';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { credentials, mette } from './platforms.ts';
import { type SdkBot, startSlackBot } from './sdk-bots.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const button = (text: string, action_id: string) =>
  ({ type: 'button', text: plain(text), action_id, value: 'v' }) as const;
const input = (block_id: string, label: string, initial_value = '') =>
  ({
    type: 'input',
    block_id,
    label: plain(label),
    element: { type: 'plain_text_input', action_id: 'a', ...(initial_value ? { initial_value } : {}) },
  }) as const;
const modal = (title: string, parts: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  private_metadata: 'hidden',
  title: plain(title),
  submit: plain('Send'),
  blocks: [input('text', 'Hvad er besværligt?'), input('area', 'Område', 'it')],
  ...parts,
});

let heard: Array<Record<string, unknown>> = [];
let reply: object | undefined;
let bot: SdkBot;

function listen(app: App): void {
  app.event('message', async ({ event, say }) => {
    heard.push(event as never);
    await say({
      text: 'Hej',
      blocks: [{ type: 'actions', elements: [button('Åbn', 'open'), button('Svar', 'answer')] }],
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = [{ type: 'actions', elements: [button('Hjemme', 'answer')] }] as const;
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [...blocks] } });
  });
  app.action('open', async ({ ack, body, client }) => {
    if (body.type !== 'block_actions') throw new Error(`unexpected ${body.type}`);
    await client.views.open({ trigger_id: body.trigger_id, view: modal('Nyt ønske', { notify_on_close: true }) });
    await ack();
  });
  app.action('answer', async ({ ack, body, respond }) => {
    heard.push(body as never);
    await ack();
    if (body.type === 'block_actions' && body.response_url) await respond({ text: 'Svaret', replace_original: true });
  });
  app.view('form', async ({ ack, view }) => {
    heard.push(view as never);
    await ack(reply as never);
  });
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
    heard.push(body as never);
    await ack();
  });
  app.command('/forenkling', async ({ command, ack }) => {
    heard.push(command as never);
    await ack('Kun til dig');
  });
  app.shortcut('new', async ({ shortcut, ack, client }) => {
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('Genvej') });
    await ack();
  });
}

beforeAll(async () => {
  bot = await startSlackBot(listen);
});
afterAll(() => bot.stop());
beforeEach(async () => {
  while (client().view()) await client().closeView();
  heard = [];
  reply = undefined;
});

const client = () => bot.simulator.slack(mette.email);
const newest = () => client().messages().at(-1);
const title = () => (client().view()?.title as { text: string } | undefined)?.text;
async function openForm(): Promise<void> {
  await client().send('hej');
  await client().press('Åbn');
}

test('Bolt takes what a person writes as coming from Slack, spelt as Slack spells it', async () => {
  expect(await client().send('<b> & https://kl.dk, tak')).toMatchObject({ status: 200 });
  expect(heard[0]).toMatchObject({ text: '&lt;b&gt; &amp; <https://kl.dk>, tak', channel_type: 'im' });
  expect(newest()).toMatchObject({ from: 'bot', text: 'Hej' });
});

test('blocks get the ids that the app left out', async () => {
  await client().send('hej');
  expect(newest()?.blocks).toEqual([expect.objectContaining({ block_id: expect.stringMatching(/./) })]);
});

test('a button opens a modal, and submitting sends what stands in every input', async () => {
  await openForm();
  await client().press('Send', { 'Hvad er besværligt?': 'Lønnen' });
  expect(heard.at(-1)).toMatchObject({
    private_metadata: 'hidden',
    state: { values: { text: { a: { value: 'Lønnen' } }, area: { a: { value: 'it' } } } },
  });
  expect(client().view()).toBeNull();
});

test('errors leave the modal open with the typed words', async () => {
  await openForm();
  reply = { response_action: 'errors', errors: { text: 'Skriv lidt mere.' } };
  expect(await client().fill({ text: 'Løn' })).toMatchObject({ errors: { text: 'Skriv lidt mere.' } });
  reply = undefined;
  await client().fill({});
  expect(heard.at(-1)).toMatchObject({ state: { values: { text: { a: { value: 'Løn' } } } } });
});

test.each([
  ['errors for an input that the modal does not have', { response_action: 'errors', errors: { hours: 'x' } }],
  ['a view that Slack would not take', { response_action: 'update', view: modal('x'.repeat(25)) }],
])('Slack drops %s, and the modal stays', async (_name, answer) => {
  await openForm();
  reply = answer;
  await expect(client().fill({})).rejects.toThrow();
  expect(title()).toBe('Nyt ønske');
});

test('update replaces the modal, push lays another on it, closing shows the one below, clear closes all', async () => {
  await openForm();
  reply = { response_action: 'update', view: modal('Rettet', { notify_on_close: true }) };
  await client().fill({});
  expect(title()).toBe('Rettet');
  reply = { response_action: 'push', view: modal('Ovenpå', { notify_on_close: true }) };
  await client().fill({});
  expect(title()).toBe('Ovenpå');
  await client().closeView();
  expect(heard.at(-1)).toMatchObject({ type: 'view_closed', view: { title: { text: 'Ovenpå' } } });
  expect(title()).toBe('Rettet');
  reply = { response_action: 'clear' };
  await client().fill({});
  expect(client().view()).toBeNull();
});

test('a response_url replaces the message whose button was pressed', async () => {
  await client().send('hej');
  const { id } = newest() ?? {};
  await client().press('Svar');
  expect(heard.at(-1)).toMatchObject({ container: { type: 'message', message_ts: id }, actions: [{ value: 'v' }] });
  expect(newest()).toMatchObject({ id, text: 'Svaret', edited: true });
});

test('the Home tab is drawn when it is opened, and its buttons name the view', async () => {
  await client().openHome();
  await client().press('Hjemme', {}, 'home');
  expect(heard.at(-1)).toMatchObject({
    container: { type: 'view', view_id: client().home()?.id },
    view: { type: 'home' },
  });
});

test('a slash command arrives without its name, and only its writer sees the answer', async () => {
  await client().command('/forenkling mine ønsker');
  expect(heard.at(-1)).toMatchObject({ command: '/forenkling', text: 'mine ønsker', team_id: credentials.slackTeamId });
  expect(newest()).toMatchObject({ text: 'Kun til dig', notice: true });
  await expect(client().command('/andet')).rejects.toThrow('/andet is not a valid command');
});

test('a shortcut opens a modal', async () => {
  await client().shortcut('new');
  expect(title()).toBe('Genvej');
  await client().closeView();
});

test('an event that is not acknowledged comes again under its id, until it is', async () => {
  const seen: Array<string | undefined> = [];
  const arrivals = new EventTarget();
  const flaky = await startSlackBot(
    (app) => {
      app.event('message', async ({ body, context }) => {
        seen.push(body.event_id, String(context.retryNum ?? 0));
        if (context.retryNum === 2) arrivals.dispatchEvent(new Event('acknowledged'));
        else throw new Error('not this time');
      });
      app.error(async (error) => {
        throw error;
      });
    },
    [1, 1, 1],
  );
  const acknowledged = once(arrivals, 'acknowledged');
  expect((await flaky.simulator.slack(mette.email).send('hej')).status).toBe(500);
  await acknowledged;
  expect(seen).toEqual([seen[0], '0', seen[0], '1', seen[0], '2']);
  await flaky.stop();
});

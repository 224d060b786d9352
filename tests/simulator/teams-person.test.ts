import { CardFactory, MessageFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import { mette } from './platforms.ts';
import { type SdkBot, startTeamsBot } from './sdk-bots.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const execute = { type: 'Action.Execute', title: 'Send', verb: 'send', data: { kept: 'x' } };
const form = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'field.text', label: 'Hvad er besværligt?' },
    { type: 'Input.ChoiceSet', id: 'area', value: 'it', choices: [{ title: 'Løn', value: 'pay' }] },
    { type: 'Input.Toggle', id: 'anonymous', title: 'Vis ikke mit navn' },
  ],
  actions: [execute, { type: 'Action.Submit', title: 'Gammel klient', data: { kept: 'y' } }],
};

let turns: TurnContext['activity'][] = [];
let answer: object | undefined;
let bot: SdkBot;
beforeAll(async () => {
  bot = await startTeamsBot(async (context) => {
    turns.push(context.activity);
    if (context.activity.type === 'invoke') return answer;
    if (context.activity.text === 'formular')
      await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(form)));
    if (context.activity.text === 'hvem')
      await context.sendActivity((await TeamsInfo.getMember(context, context.activity.from.id)).email ?? 'ingen');
    if (context.activity.text === 'fortryd') {
      const sent = await context.sendActivity('Forkert');
      await context.deleteActivity(sent?.id ?? '');
    }
    if (context.activity.text === 'ret') {
      const sent = await context.sendActivity('Forkert');
      await context.updateActivity({ ...MessageFactory.text('Rigtigt'), id: sent?.id ?? '' });
    }
    return undefined;
  });
});
afterAll(() => bot.stop());
beforeEach(() => {
  turns = [];
  answer = undefined;
});

const client = () => bot.simulator.teams(mette.email);
const newest = () => client().messages().at(-1);

test('the SDK takes what a person writes as coming from Teams, and finds the person', async () => {
  expect(await client().send('hvem')).toMatchObject({ status: 200 });
  expect(turns[0]).toMatchObject({
    channelId: 'msteams',
    locale: 'da-DK',
    conversation: { conversationType: 'personal' },
  });
  expect(newest()).toMatchObject({ from: 'bot', text: mette.email });
});

test.each([
  ['another audience', { aud: 'another-app' }],
  ['another issuer', { iss: 'https://ondt.example' }],
  ['an end in the past', { exp: 1 }],
  ['another service url', { serviceurl: 'https://ondt.example' }],
])('the SDK refuses a token with %s', async (_name, claims) => {
  expect(await client().post({ type: 'message', text: 'hej' }, claims)).toMatchObject({ status: 401 });
  expect(turns).toEqual([]);
});

test('a button sends its data together with the inputs, by id or label, and the card in the answer takes its place', async () => {
  await client().send('formular');
  const { id } = newest() ?? {};
  answer = { statusCode: 200, type: cardType, value: { type: 'AdaptiveCard', body: [] } };
  await client().press('Send', { 'Hvad er besværligt?': 'Lønnen', area: 'Løn' });
  expect(turns.at(-1)).toMatchObject({
    name: 'adaptiveCard/action',
    replyToId: id,
    value: { action: { verb: 'send', data: { kept: 'x', 'field.text': 'Lønnen', area: 'pay', anonymous: 'false' } } },
  });
  expect(newest()).toEqual({ id, from: 'bot', at: expect.any(String), card: { type: 'AdaptiveCard', body: [] } });
});

test('a person cannot use a field or a button that they cannot see', async () => {
  await client().send('formular');
  await expect(client().press('Send', { hours: '3' })).rejects.toThrow('there is no field hours');
  await expect(client().press('Slet')).rejects.toThrow('no button “Slet”');
});

test('Action.Submit comes as a message with a value', async () => {
  await client().send('formular');
  await client().press('Gammel klient', { text: 'Lønnen' });
  expect(turns.at(-1)).toMatchObject({ type: 'message', value: { kept: 'y', 'field.text': 'Lønnen', area: 'it' } });
});

test.each([
  ['a message', { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gemt' }, 200, 'Gemt'],
  ['an error', { statusCode: 403, type: 'application/vnd.microsoft.error', value: { message: 'Nej' } }, 403, 'Nej'],
  ['something else', { statusCode: 200, type: 'text/html', value: 'x' }, 502, undefined],
])('%s in the answer to a button leaves the card as it is', async (_name, body, status, notice) => {
  await client().send('formular');
  const before = newest();
  answer = body;
  const told = await client().execute(before?.id ?? '', execute, {});
  expect([told.statusCode, told.notice]).toEqual([status, notice]);
  expect(newest()).toEqual(before);
});

test('a bot corrects and deletes its own messages', async () => {
  await client().send('ret');
  expect(newest()).toMatchObject({ text: 'Rigtigt', edited: true });
  await client().send('fortryd');
  expect(newest()).toMatchObject({ from: 'person', text: 'fortryd' });
});

test('a bot hears that it is removed, cannot write, and can write again when it is back', async () => {
  await client().uninstall();
  expect(turns.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' });
  await expect(client().send('hej')).rejects.toThrow('does not have the app');
  expect((await client().post({ type: 'message', text: 'hvem' })).status).toBe(500);
  await client().install();
  expect(turns.slice(-2).map(({ type }) => type)).toEqual(['conversationUpdate', 'installationUpdate']);
  await client().send('hvem');
  expect(newest()).toMatchObject({ text: mette.email });
});

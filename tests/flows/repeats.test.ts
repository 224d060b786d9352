import { simulated } from '../../bot/local/sample-municipality.ts';
import type { Json } from '../../simulator/chats.ts';
import { botUser } from '../../simulator/slack/bot-user.ts';
import { act, packed } from '../bad-input/act.ts';
import { activity, knocksOn } from '../bad-input/webhooks.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

const appToken = 'xapp-token-of-the-tests';
let bot: RunningBot;
afterEach(() => bot?.close());

const slackEvent = (eventId: string, event: Json) => ({
  type: 'event_callback',
  team_id: simulated.slackTeamId,
  event_id: eventId,
  authorizations: [{ team_id: simulated.slackTeamId, user_id: botUser.userId, is_bot: true }],
  event,
});

/** A message of a person to the bot in Slack. */
const written = (text: string, ts: string): Json => {
  const { slackUser: user, slackChannel: channel } = bot.simulator.slack(people.leader).identity;
  return { type: 'message', channel_type: 'im', user, channel, text, ts, event_ts: ts };
};
const draftsOf = (text: string) => bot.database.stored.drafts.countDocuments({ text });
const requestsOf = (text: string) => bot.database.stored.requests.countDocuments({ text });

describe('in Slack', () => {
  const words = 'Vikarer oprettes for sent';
  beforeEach(async () => {
    bot = await startBotBetweenPlatforms({
      slack: ({ apiUrl }) => ({
        botToken: 'xoxb-token-of-the-tests',
        signingSecret: 'signing-secret-of-the-tests',
        appToken,
        apiUrl,
      }),
      credentials: { slackAppToken: appToken },
    });
    await bot.on('slack', people.leader).says('hej');
  });

  // https://github.com/slackapi/node-slack-sdk/issues/2141
  test('one message that Slack tells of under eleven event ids, without saying that it repeats, is one draft', async () => {
    const before = bot.on('slack', people.leader).all().length;
    const { delivery } = bot.simulator.slackApp;
    for (let n = 0; n < 11; n++)
      expect((await delivery.event(slackEvent(`Ev${n}`, written(words, '1795507200.000400')))).status).toBe(200);
    expect(await draftsOf(words)).toBe(1);
    expect(bot.on('slack', people.leader).all()).toHaveLength(before + 1);
  });

  // https://github.com/slackapi/node-slack-sdk/issues/2141, of the bot's coming
  test('the bot introduces itself once in a channel, also when Slack tells of its coming under several event ids', async () => {
    const room = bot.on('slack', people.hr).room('koncern-hr');
    await room.brings();
    const [place] = (await bot.database.stored.rooms.find().lean()).map(({ place }) => place);
    const channel = String(place?.channel);
    const event = { type: 'member_joined_channel', user: botUser.userId, channel, event_ts: '1795507200.000500' };
    const { delivery } = bot.simulator.slackApp;
    const before = room.all().length;
    for (const id of ['EvA', 'EvB', 'EvC']) expect((await delivery.event(slackEvent(id, event))).status).toBe(200);
    expect([before, room.all().length]).toEqual([1, 2]);
  });

  // https://github.com/vercel/chat/pull/667 and https://github.com/slackapi/bolt-js/issues/2487
  test('a message that comes through the socket only as a retry is taken, and a further retry changes nothing', async () => {
    const { socket } = bot.simulator.slackApp;
    const retried = { retry_attempt: 1, retry_reason: 'timeout' };
    for (let n = 0; n < 3; n++) {
      const payload = slackEvent('Ev1', written(words, '1795507200.000600'));
      expect((await socket.send('events_api', payload, retried)).status).toBe(200);
    }
    expect(await draftsOf(words)).toBe(1);
  });

  // https://github.com/slackapi/bolt-js/issues/2188
  test('the same modal that arrives three times is one request with one number', async () => {
    const form = { button: packed('submit-request'), fields: { text: words, area: 'personale' } };
    const told = await Promise.all([1, 2, 3].map(() => act(bot, 'slack', people.leader, form)));
    expect(await requestsOf(words)).toBe(1);
    expect(new Set(told.join().match(/FØ-2026-\d{4}/g)).size).toBe(1);
  });

  // https://github.com/slackapi/bolt-js/issues/1208
  test('a modal that was sent is answered with nothing but what Slack takes', async () => {
    const leader = bot.on('slack', people.leader);
    await leader.says('nyt');
    await leader.presses('Skriv et ønske');
    const answered = await bot.simulator.slack(people.leader).fill({ text: words, area: 'personale' });
    expect(answered).toMatchObject({ status: 200, body: null, errors: null });
    expect(leader.modal()).toBeNull();
  });
});

describe('in Teams', () => {
  const words = 'Vi godkender den samme faktura to steder';
  beforeEach(async () => {
    bot = await startBotBetweenPlatforms();
    await bot.on('teams', people.leader).says('hej');
  });

  const from = () => {
    const { teamsId: id, aadObjectId, conversation } = bot.simulator.teams(people.leader).identity;
    return { from: { id, aadObjectId }, conversation: { id: conversation, conversationType: 'personal' } };
  };
  const post = (changes: Json) => {
    const knocks = knocksOn(bot);
    const sent = JSON.stringify(activity(knocks.serviceUrl, { ...from(), ...changes }));
    return knocks.teams(sent, { authorization: knocks.token() });
  };
  const button = (name: string) => ({ ...packed(name), 'field.text': words, 'field.area': 'oekonomi' });

  // https://github.com/microsoft/botbuilder-dotnet/issues/5005
  test('one submission that Teams sends twice with its id and twice more with another is one request', async () => {
    const data = button('submit-request');
    const value = { action: { type: 'Action.Execute', verb: 'x', data }, trigger: 'manual' };
    for (const id of ['f:1', 'f:1', 'f:2', 'f:2'])
      expect((await post({ type: 'invoke', name: 'adaptiveCard/action', id, value })).status).toBe(200);
    expect(await requestsOf(words)).toBe(1);
  });

  // https://github.com/microsoft/BotFramework-Services/issues/59 and https://github.com/microsoft/AdaptiveCards/issues/6899
  test('one Action.Submit that Teams sends four times as a message is one request', async () => {
    const data = button('submit-request');
    const sent = [1, 1, 2, 3].map((id) => post({ id: String(id), text: undefined, value: data }));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await requestsOf(words)).toBe(1);
  });

  // https://github.com/MicrosoftDocs/msteams-docs/issues/6084
  test('one message that Teams sends again after its time-out, also under another id, is one draft', async () => {
    for (const id of ['1', '1', '2']) expect((await post({ id, text: words })).status).toBe(200);
    expect(await draftsOf(words)).toBe(1);
  });

  test('one comment that Teams sends again under another id reaches the unit once; the same words later are said again', async () => {
    const leader = bot.on('teams', people.leader);
    await leader.says('Vikarer ansættes, men lønnen kommer for sent hver måned.');
    await leader.presses('Ja, send det');
    const comments = () => bot.database.stored.comments.countDocuments();
    await leader.repliesTo('har fået nummer', 'Det haster');
    await leader.repliesTo('har fået nummer', 'Det haster');
    expect(await comments()).toBe(1);
    bot.clock.now = new Date(bot.clock.now.getTime() + 10 * 60_000);
    await leader.repliesTo('har fået nummer', 'Det haster');
    expect(await comments()).toBe(2);
  });

  // https://github.com/microsoft/teams.ts/issues/71
  test('a press is answered with the status, type and value that the client reads', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'x', data: packed('list-mine') }, trigger: 'manual' };
    const { status, body } = await post({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect([status, JSON.parse(String(body))]).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: expect.any(String) },
    ]);
  });
});

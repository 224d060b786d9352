import { simulated } from '../../bot/local/sample-municipality.ts';
import { type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBotBetweenPlatforms();
});
afterAll(() => bot?.close());

/** A message event as Slack sends it, with what a case adds. */
function slackEvent(event: Record<string, unknown>): Promise<{ status: number }> {
  const client = bot.simulator.slack(people.leader);
  const { slackUser: user, slackChannel: channel } = client.identity;
  const { slackTeamId: team_id, slackAppId: api_app_id } = simulated;
  const body = { type: 'event_callback', team_id, api_app_id, event_id: 'Ev1', authorizations: [{ team_id }] };
  const message = { type: 'message', channel_type: 'im', user, channel, ...event };
  return client.post(JSON.stringify({ ...body, event: message }), 'application/json');
}

const fromBot = (platform: 'teams' | 'slack') => bot.on(platform, people.leader).all();

test('the bot answers a message once when Slack sends it again', async () => {
  const before = fromBot('slack').length;
  const event = { text: 'mine ønsker', ts: '1795507200.000200' };
  const answers = await Promise.all([slackEvent(event), slackEvent(event)]);
  answers.push(await slackEvent(event));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(fromBot('slack')).toHaveLength(before + 1);
});

test('the bot does not take an edit or a note of its own for a message of the leader', async () => {
  const before = fromBot('slack').length;
  await slackEvent({ subtype: 'message_changed', ts: '1795507200.000300', message: { text: 'x' } });
  await slackEvent({ bot_id: 'B0BOT', text: 'x', ts: '1795507200.000400' });
  expect(fromBot('slack')).toHaveLength(before);
});

test('a message keeps the names of mentioned people, and no ids', async () => {
  const mentioned = bot.simulator.slack(people.hr).identity;
  const leader = bot.on('slack', people.leader);
  const text = `Lønnen kommer for sent, siger <@${mentioned.slackUser}> eller <@U061F7AUR> i <#C024BE91L|> eller <!subteam^S012>`;
  await slackEvent({ text, ts: '1795507200.000500' });
  expect(leader.reads()).toContain(
    `Lønnen kommer for sent, siger @${mentioned.name} eller @nogen i #en kanal eller @en gruppe`,
  );
  const message = { user: bot.simulator.slack(people.leader).identity.slackUser, ts: '1795507200.000500' };
  const event_ts = '1795507200.000600';
  const edited = {
    ...message,
    edited: { user: message.user, ts: event_ts },
    text: `${text} &amp; <@${mentioned.slackUser}>`,
  };
  await slackEvent({ subtype: 'message_changed', ts: event_ts, message: edited, previous_message: message });
  expect(leader.reads()).toContain(`eller @en gruppe & @${mentioned.name}`);
});

test('the bot looks up a few of many mentioned people, each once', async () => {
  const stored = await bot.database.stored.people.find().limit(12).lean();
  const mentions = stored.map(({ email }) => `<@${bot.simulator.slack(email).identity.slackUser}>`);
  const asked = () => bot.simulator.faults.calls.filter(({ call }) => call === 'users.info').length;
  const leader = bot.on('slack', people.leader);
  await leader.says('hjælp');
  // What is said within two minutes would go on with the words of the test before.
  const later = () => {
    bot.clock.now = new Date(bot.clock.now.getTime() + 10 * 60_000);
  };
  later();
  const before = asked();
  await slackEvent({ text: `Spørg ${mentions.slice(0, 4).join(' ')}`, ts: '1795507200.000700' });
  await slackEvent({ text: `Eller ${mentions.slice(0, 4).join(' ')}`, ts: '1795507200.000800' });
  // Two more calls ask for the language of the writer's Slack.
  expect(asked() - before).toBeLessThanOrEqual(4 + 2);
  expect(leader.reads()).not.toContain('@nogen');
  later();
  await slackEvent({ text: `Spørg ${mentions.slice(4).join(' ')}`, ts: '1795507200.000900' });
  expect(asked() - before).toBeLessThanOrEqual(4 + 5 + 3);
  expect(leader.reads().match(/@nogen/g)).toHaveLength(3);
});

test('a written reply to a card in Teams replaces no card, and the bot answers it below, once', async () => {
  const client = bot.simulator.teams(people.leader);
  await client.send('hjælp');
  const card = client.messages().findLast(({ from }) => from === 'bot');
  const before = fromBot('teams').length;
  const activity = { type: 'message', id: 'reply-1', text: 'mine ønsker', replyToId: card?.id };
  expect((await client.post(activity)).status).toBe(200);
  expect((await client.post(activity)).status).toBe(200);
  expect(fromBot('teams')).toHaveLength(before + 1);
  expect(client.messages().find(({ id }) => id === card?.id)?.card).toEqual(card?.card);
});

test('the bot knows somebody with another address in Teams by the Entra id on the list', async () => {
  const { people: stored } = bot.database.stored;
  const { aadObjectId } = bot.simulator.teams(people.otherLeader).identity;
  const entraObjectId = aadObjectId.toLowerCase();
  await stored.updateOne({ email: people.otherLeader }, { email: 'nyt.navn@fjordby.example', entraObjectId });
  const leader = bot.on('teams', people.otherLeader);
  await leader.says('mine ønsker');
  expect(leader.reads()).toContain('You have not sent anything yet');
});

test('the outbox tries a broken connection to Teams again later, and goes on with the round', async () => {
  const owner = bot.simulator.teams(people.it);
  await owner.send('help');
  bot.simulator.faults.next({ platform: 'teams', call: 'POST', times: 1, drop: 'request' });
  const leader = bot.on('slack', people.leader);
  await leader.says('nyt');
  await leader.presses('Skriv et ønske');
  await leader.fills({ text: 'Adgang til vagtplanen mangler', area: 'it' }, 'Send ønsket');
  await bot.delivers();
  const rows = await bot.database.stored.outbox.find({ state: 'waiting' }).lean();
  expect(rows.map(({ message, problem }) => [message.kind, problem])).toEqual([['request-arrived', 'unknown']]);
});

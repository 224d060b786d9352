import { adaptiveActivity, teamsChannel } from '../../bot/teams/send/deliver.ts';
import { identify } from '../../simulator/people.ts';
import { mette, noPauses, type Platforms, startPlatforms } from './platforms.ts';

let platforms: Platforms;
beforeEach(async () => {
  platforms = await startPlatforms();
});
afterEach(() => platforms.stop());

const { conversation } = identify(mette);

async function send(content: object = {}, to = conversation, token?: string) {
  const client = await platforms.connector(token).client(`${platforms.simulator.url}/teams/`);
  return client.conversations.sendToConversation(to, adaptiveActivity('Nyt', content));
}

/** Sends as the outbox does; its errors say when to try again. */
const deliver = () =>
  teamsChannel(platforms.connector(), {
    organisation: 'fjordby',
    localOrigins: [],
    find: null,
    pauses: noPauses(),
  }).post(
    { user: 'u', account: 'a', conversation, serviceUrl: `${platforms.simulator.url}/teams/` },
    { name: 'notice', title: 'Nyt', blocks: [], actions: [] },
    'da',
    {},
  );

test('a posted card is in the chat under the returned id', async () => {
  const { id } = await send({ type: 'AdaptiveCard' });
  expect(platforms.simulator.teams(mette.email).messages()).toMatchObject([{ id, from: 'bot' }]);
});

test('the connector refuses a bearer other than the bot’s', async () => {
  await expect(send({}, conversation, 'another')).rejects.toMatchObject({ statusCode: 401 });
  expect(platforms.simulator.teams(mette.email).messages()).toEqual([]);
});

test('the connector does not find a conversation that nobody has', async () => {
  await expect(send({}, 'a:nobody')).rejects.toMatchObject({ statusCode: 404 });
});

test('the connector takes a card of 28 KB in UTF-16, and refuses a larger one', async () => {
  const cardOf = (bytes: number) => ({ text: 'x'.repeat(bytes / 2 - '{"text":""}'.length) });
  await send(cardOf(28 * 1024));
  await expect(send(cardOf(28 * 1024 + 2))).rejects.toMatchObject({ statusCode: 413 });
});

test.each([
  [408, 'unknown'],
  [412, 'later'],
  [429, 'later'],
  [500, 'unknown'],
  [502, 'unknown'],
  [503, 'unknown'],
])('the SDK posts once on %d, after which it is %s', async (status, kind) => {
  platforms.simulator.faults.next({ platform: 'teams', call: 'activities', status, times: 9 });
  await expect(deliver()).rejects.toMatchObject({ kind, retryAfterSeconds: null });
  expect(platforms.statuses('teams')).toEqual([status]);
});

test('the Retry-After of a 429 reaches the outbox', async () => {
  platforms.simulator.faults.next({
    platform: 'teams',
    call: 'activities',
    status: 429,
    retryAfterSeconds: 17,
    times: 1,
  });
  await expect(deliver()).rejects.toMatchObject({ kind: 'later', retryAfterSeconds: 17 });
  await deliver();
  expect(platforms.statuses('teams')).toEqual([429, 201]);
});

test.each([
  [403, 'unreachable'],
  [404, 'lost'],
  [413, 'refused'],
])('%d means %s', async (status, kind) => {
  platforms.simulator.faults.next({ platform: 'teams', call: 'activities', status, times: 1 });
  await expect(deliver()).rejects.toMatchObject({ kind });
});

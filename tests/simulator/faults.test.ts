import { identify } from '../../simulator/people.ts';
import { mette, type Platforms, startPlatforms } from './platforms.ts';

let platforms: Platforms;
beforeEach(async () => {
  platforms = await startPlatforms();
});
afterEach(() => platforms.stop());

const { slackChannel: channel } = identify(mette);
const post = () => platforms.slack().chat.postMessage({ channel, text: 'Nyt' });
const fault = { platform: 'slack', call: 'chat.postMessage', times: 1 } as const;
const texts = () =>
  platforms.simulator
    .slack(mette.email)
    .messages()
    .map(({ text }) => text);

test('a dropped request has no effect', async () => {
  platforms.simulator.faults.next({ ...fault, drop: 'request' });
  await expect(post()).rejects.toThrow();
  expect(texts()).toEqual([]);
  expect(platforms.statuses('slack')).toEqual([null]);
});

test('a request whose answer was dropped has its effect, and the bot cannot know', async () => {
  platforms.simulator.faults.next({ ...fault, drop: 'answer' });
  await expect(post()).rejects.toThrow();
  expect(texts()).toEqual(['Nyt']);
});

test('a platform that hangs gives no answer, and has done what was asked or not, as the fault says', async () => {
  const impatient = { ...fault, hang: 'answer' } as const;
  platforms.simulator.faults.next(impatient);
  const client = platforms.slack();
  const hung = new Promise<void>((resolve) => platforms.simulator.faults.onCall(() => resolve()));
  const posted = client.chat.postMessage({ channel, text: 'Nyt' });
  await hung;
  expect(texts()).toEqual(['Nyt']);
  const answered = posted.then(
    () => 'an answer',
    () => 'a failure',
  );
  expect(await Promise.race([answered, post().then(() => 'nothing so far')])).toBe('nothing so far');
  await platforms.stop();
  await expect(posted).rejects.toThrow();
});

test('a fault for one conversation leaves the others alone', async () => {
  platforms.simulator.faults.next({ ...fault, conversation: 'D0OTHER', status: 503 });
  await post();
  expect(texts()).toEqual(['Nyt']);
});

test('calls beyond the platform’s limits are answered 429, with the seconds to wait', async () => {
  const limited = await startPlatforms({ limits: true });
  const say = () => limited.slack().chat.postMessage({ channel, text: 'Nyt' });
  await say();
  await expect(say()).rejects.toMatchObject({ retryAfter: 1 });
  await limited.stop();
});

test('after Teams has moved its chats, the old address knows none of them', async () => {
  const { conversation } = identify(mette);
  const sendTo = async (url: string) => {
    const client = await platforms.connector().client(url);
    return client.conversations.sendToConversation(conversation, { type: 'message', text: 'Nyt' });
  };
  platforms.simulator.home.move('emea');
  await expect(sendTo(`${platforms.simulator.url}/teams/`)).rejects.toMatchObject({ statusCode: 404 });
  await sendTo(platforms.simulator.home.serviceUrl());
});

test('a fault can carry the platform’s own code, and ends after its number of times', async () => {
  platforms.simulator.faults.next({ ...fault, status: 200, code: 'account_inactive' });
  await expect(post()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  await post();
  expect(platforms.simulator.calls()).toEqual([
    { platform: 'slack', call: 'chat.postMessage', status: 200, at: expect.any(Date) },
    { platform: 'slack', call: 'chat.postMessage', status: 200, at: expect.any(Date) },
  ]);
});

test('a listener hears of each change of a chat until it stops listening', async () => {
  const changes: object[] = [];
  const stop = platforms.simulator.on('change', (chat) => changes.push(chat));
  await post();
  stop();
  await post();
  expect(changes).toEqual([{ platform: 'slack', email: mette.email }]);
});

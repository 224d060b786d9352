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

test('a dropped request has not been done', async () => {
  platforms.simulator.faults.next({ ...fault, drop: 'request' });
  await expect(post()).rejects.toThrow();
  expect(texts()).toEqual([]);
  expect(platforms.statuses('slack')).toEqual([null]);
});

test('a dropped answer has been done, and the bot cannot know', async () => {
  platforms.simulator.faults.next({ ...fault, drop: 'answer' });
  await expect(post()).rejects.toThrow();
  expect(texts()).toEqual(['Nyt']);
});

test('a fault may carry the platform’s own code, and is over after its times', async () => {
  platforms.simulator.faults.next({ ...fault, status: 200, code: 'account_inactive' });
  await expect(post()).rejects.toMatchObject({ data: { error: 'account_inactive' } });
  await post();
  expect(platforms.simulator.calls()).toEqual([
    { platform: 'slack', call: 'chat.postMessage', status: 200, at: expect.any(Date) },
    { platform: 'slack', call: 'chat.postMessage', status: 200, at: expect.any(Date) },
  ]);
});

test('a change of a chat is told to whoever listens, until it does not any more', async () => {
  const changes: object[] = [];
  const stop = platforms.simulator.on('change', (chat) => changes.push(chat));
  await post();
  stop();
  await post();
  expect(changes).toEqual([{ platform: 'slack', email: mette.email }]);
});

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

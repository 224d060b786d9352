import { oneClient } from '../../bot/slack/send/clients.ts';
import { slackChannel } from '../../bot/slack/send/deliver.ts';
import { identify } from '../../simulator/people.ts';
import { henrik, mette, noPauses, type Platforms, startPlatforms } from './platforms.ts';

let platforms: Platforms;
beforeEach(async () => {
  platforms = await startPlatforms();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await platforms.stop();
});

const { slackChannel: channel, slackUser } = identify(mette);
const refusedWith = (error: string) => ({ data: expect.objectContaining({ ok: false, error }) });
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: plain(text) });
const button = (part: object) => ({ type: 'actions', elements: [{ type: 'button', text: plain('Ja'), ...part }] });
const select = (part: object) => ({ type: 'actions', elements: [{ type: 'static_select', ...part }] });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ text: plain('x'), value: `${index}` }));

const posts = (message: object) => platforms.slack().apiCall('chat.postMessage', { channel, ...message });
const opens = (trigger_id: string, view: object = {}) =>
  platforms
    .slack()
    .apiCall('views.open', { trigger_id, view: { type: 'modal', title: plain('Nyt'), blocks: [], ...view } });

test('a posted message is in the chat under the returned ts', async () => {
  const { ts } = (await posts({ text: 'Nyt', blocks: [section('x'.repeat(3000))] })) as { ts?: string };
  expect(platforms.simulator.slack(mette.email).messages()).toMatchObject([{ id: ts, from: 'bot' }]);
});

test('the Web API refuses a token other than the bot’s', async () => {
  await expect(platforms.slack('xoxb-another').auth.test()).rejects.toMatchObject(refusedWith('invalid_auth'));
});

test('the Web API does not know a method that Slack lacks, and the SDK calls it once', async () => {
  await expect(platforms.slack().apiCall('chat.shout')).rejects.toMatchObject(refusedWith('unknown_method'));
  expect(platforms.statuses('slack')).toEqual([200]);
});

test.each([
  ['nothing to say', 'no_text', {}],
  ['51 blocks', 'invalid_blocks', { blocks: Array.from({ length: 51 }, () => section('x')) }],
  ['a section of 3,001 characters', 'invalid_blocks', { blocks: [section('x'.repeat(3001))] }],
  ['a section without text', 'invalid_blocks', { blocks: [{ type: 'section' }] }],
  ['a header of 151 characters', 'invalid_blocks', { blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] }],
  ['a block that Slack does not have', 'invalid_blocks', { blocks: [{ type: 'chart' }] }],
  ['a button text of 76 characters', 'invalid_blocks', { blocks: [button({ text: plain('x'.repeat(76)) })] }],
  ['a button value of 2,001 characters', 'invalid_blocks', { blocks: [button({ value: 'x'.repeat(2001) })] }],
  ['a choice without options', 'invalid_blocks', { blocks: [select({ options: [] })] }],
  ['101 options', 'invalid_blocks', { blocks: [select({ options: options(101) })] }],
  [
    'the same block id twice',
    'invalid_blocks',
    {
      blocks: [
        { ...section('x'), block_id: 'a' },
        { ...section('y'), block_id: 'a' },
      ],
    },
  ],
  [
    '13,201 characters in all',
    'msg_blocks_too_long',
    { blocks: [3000, 3000, 3000, 3000, 1201].map((length) => section('x'.repeat(length))) },
  ],
])('the Web API refuses %s with %s', async (_name, error, message) => {
  await expect(posts(message)).rejects.toMatchObject(refusedWith(error));
  expect(platforms.simulator.slack(mette.email).messages()).toEqual([]);
});

test.each([
  ['a title of 25 characters', { title: plain('x'.repeat(25)) }],
  ['no title', { title: plain('') }],
  ['3,001 characters of private_metadata', { private_metadata: 'x'.repeat(3001) }],
  ['101 blocks', { blocks: Array.from({ length: 101 }, () => section('x')) }],
])('the Web API refuses a modal with %s', async (_name, view) => {
  await expect(opens(await platforms.trigger(), view)).rejects.toMatchObject(refusedWith('invalid_arguments'));
  expect(platforms.simulator.slack(mette.email).view()).toBeNull();
});

test('a trigger opens one modal, for the person who pressed', async () => {
  const trigger = await platforms.trigger();
  await opens(trigger);
  expect(platforms.simulator.slack(mette.email).view()).toMatchObject({ title: { text: 'Nyt' } });
  expect(platforms.simulator.slack(henrik.email).view()).toBeNull();
  await expect(opens(trigger)).rejects.toMatchObject(refusedWith('exchanged_trigger_id'));
});

test('a trigger expires after three seconds', async () => {
  const trigger = await platforms.trigger();
  const pressedAt = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => pressedAt + 3001);
  await expect(opens(trigger)).rejects.toMatchObject(refusedWith('expired_trigger_id'));
});

test('the Web API refuses a trigger that Slack never gave', async () => {
  await expect(opens('1.2')).rejects.toMatchObject(refusedWith('invalid_trigger_id'));
});

describe('sending as the outbox does', () => {
  const outbox = () => slackChannel(oneClient(platforms.slack()), async () => ['T1'], undefined, noPauses());
  const deliverTo = (to: string) =>
    outbox().post(
      { user: slackUser, channel: to, team: 'T1', enterprise: '' },
      { name: 'notice', title: 'Nyt', blocks: [], actions: [] },
      'da',
      {},
    );
  const fault = { platform: 'slack', call: 'chat.postMessage' } as const;

  test.each([500, 502, 503])('the SDK posts once on %d', async (status) => {
    platforms.simulator.faults.next({ ...fault, status, times: 9 });
    await expect(deliverTo(channel)).rejects.toThrow();
    expect(platforms.statuses('slack')).toEqual([status]);
  });

  test('one channel’s 429 gives its Retry-After at once and does not hold up another channel', async () => {
    // An hour: a test that waited for it would exceed jest's time limit.
    platforms.simulator.faults.next({ ...fault, status: 429, retryAfterSeconds: 3600, times: 1 });
    const channelOfSlack = outbox();
    const card = { name: 'notice', title: 'Nyt', blocks: [], actions: [] };
    const sent = await Promise.allSettled(
      [channel, identify(henrik).slackChannel].map((to) =>
        channelOfSlack.post({ user: slackUser, channel: to, team: 'T1', enterprise: '' }, card, 'da', {}),
      ),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(sent.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'later', retryAfterSeconds: 3600 },
    });
  });

  test('a missing channel counts as a chat that is looked for again', async () => {
    await expect(deliverTo('D0NOBODY')).rejects.toMatchObject({ kind: 'lost' });
  });
});

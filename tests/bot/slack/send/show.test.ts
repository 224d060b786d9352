import { show } from '../../../../bot/slack/send/show.ts';
import { noticeCard } from '../../../../cards/notice.ts';
import { requestForm } from '../../../../cards/requests/request-form.ts';
import { identify } from '../../../../simulator/people.ts';
import { textsOf } from '../../../../simulator/slack/blocks/read-blocks.ts';
import { mette, type Platforms, startPlatforms } from '../../../simulator/platforms.ts';

let platforms: Platforms;
beforeEach(async () => {
  platforms = await startPlatforms();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await platforms.stop();
});

const { slackChannel: channel } = identify(mette);
const viewer = () => ({
  client: platforms.slack(),
  channel,
  user: identify(mette).slackUser,
  ownChat: async () => channel,
});
const nowhere = { trigger: null, origin: null, from: 'chat' } as const;
const outgoing = { language: 'da', isPrivate: false, standing: null, standsAt: async () => undefined } as const;
const card = { ...outgoing, reply: { reply: 'card', card: noticeCard('Ønsket er sendt'), at: 'here' } } as const;
const form = {
  ...outgoing,
  reply: { reply: 'form', form: requestForm(null, { values: {}, problems: {} }, 'da'), at: 'below' },
} as const;
const read = () =>
  platforms.simulator
    .slack(mette.email)
    .messages()
    .map(({ id, blocks }) => [id, textsOf(blocks)]);

test('a card takes the place of the message that was acted on', async () => {
  await show(viewer(), card, nowhere);
  const [[ts] = []] = read();
  await show(
    viewer(),
    { ...card, reply: { ...card.reply, card: noticeCard('Trukket tilbage') } },
    { ...nowhere, origin: { channel, ts: String(ts) } },
  );
  expect(read()).toEqual([[ts, ['Trukket tilbage']]]);
});

test('a card comes below when the message that was acted on is gone', async () => {
  await show(viewer(), card, { ...nowhere, origin: { channel, ts: '1700000000.000001' } });
  expect(read()).toEqual([[expect.any(String), ['Ønsket er sendt']]]);
});

test('a form that comes too late for its modal leaves a button that opens it', async () => {
  const trigger = await platforms.trigger();
  const pressedAt = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => pressedAt + 3001);
  await show(viewer(), form, { ...nowhere, trigger });
  expect(platforms.simulator.slack(mette.email).view()).toBeNull();
  expect(read().at(-1)?.[1]).toContain('Skriv et ønske');
});

test('any other failure of Slack’s is a failure', async () => {
  platforms.simulator.faults.next({ platform: 'slack', call: 'chat.update', status: 500, times: 1 });
  const origin = { channel, ts: '1700000000.000001' };
  await expect(show(viewer(), card, { ...nowhere, origin })).rejects.toThrow();
  expect(read()).toEqual([]);
});

import { event, signedly } from './table/slack-webhook.ts';
import { openStage, type Stage, said } from './table/stage.ts';
import { expectUnharmed, storedIn } from './unharmed.ts';

let stage: Stage;
let before: Record<string, unknown[]>;

beforeAll(async () => {
  stage = await openStage();
  before = await storedIn(stage.bot);
});
afterAll(() => stage.bot?.close());

test('the bot answers the challenge with which Slack verifies an address', async () => {
  const answer = await signedly(stage, '{"type":"url_verification","challenge":"3eZbrw1aB"}');
  expect(answer).toEqual({ status: 200, body: '{"challenge":"3eZbrw1aB"}' });
});

test('the bot accepts a signed body once, and the same words again under a new signature', async () => {
  const { event: message } = JSON.parse(event(stage)) as { event: object };
  const edit = event(stage, { event: { ...message, subtype: 'message_changed' }, event_id: 'Ev0TWICE' });
  const caught = stage.knocks.signed(edit);
  expect(await stage.knocks.slack(edit, caught)).toEqual({ status: 200, body: '' });
  expect(await stage.knocks.slack(edit, caught)).toEqual({ status: 401, body: '' });
  expect(await stage.knocks.slack(edit, stage.knocks.signed(edit, 60))).toEqual({ status: 200, body: '' });
});

test('the bot accepts a failed request again at once under the same signature', async () => {
  const other = event(stage, { team_id: 'T0OTHER', event_id: 'Ev0AGAIN' });
  const signature = stage.knocks.signed(other);
  for (const _try of [1, 2]) expect(await stage.knocks.slack(other, signature)).toEqual({ status: 403, body: '' });
});

test.each([
  ['an edit', { subtype: 'message_changed' }],
  ['a message of a bot', { bot_id: 'B0OTHER' }],
  ['a message in a channel', { channel_type: 'channel', channel: 'C0GENERAL' }],
])('the bot ignores %s', async (_name, changes) => {
  const { event: message } = JSON.parse(event(stage)) as { event: object };
  expect(await signedly(stage, event(stage, { event: { ...message, ...changes } }))).toEqual({ status: 200, body: '' });
  expect(await storedIn(stage.bot)).toEqual(before);
});

test('after all that the bot answers, and the log holds none of it', () => expectUnharmed(stage.bot, [said]));

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../../simulator/ledger.ts';
import { identify } from '../../simulator/people.ts';
import { mette, type Platforms, startPlatforms } from './platforms.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
const file = join(folder, 'ledger.jsonl');
afterAll(() => rmSync(folder, { recursive: true }));

let platforms: Platforms;
beforeEach(async () => {
  platforms = await startPlatforms();
});
afterEach(() => platforms.stop());

const { conversation, slackChannel: channel } = identify(mette);

async function post(words: string) {
  const client = await platforms.connector().client(`${platforms.simulator.url}/teams/`);
  const said = { type: 'message', attachments: [{ contentType: cardType, content: card(words) }] };
  return client.conversations.sendToConversation(conversation, said);
}

const cardType = 'application/vnd.microsoft.card.adaptive';
const card = (words: string) => ({
  type: 'AdaptiveCard',
  body: [{ type: 'TextBlock', text: words }],
  actions: [{ type: 'Action.Execute', title: 'Svar', data: { nonce: String(Math.random()) } }],
});

const lines = () => platforms.simulator.ledger.lines;

test('a message that Teams takes is in the ledger with the number of its request', async () => {
  const { id } = await post('Nyt ønske: FØ-2026-0213');
  expect(lines()).toMatchObject([
    { line: 'accepted', platform: 'teams', does: 'post', conversation, message: id, reference: 'FØ-2026-0213' },
  ]);
});

test('two messages with the same words have one digest, whatever their buttons hold', async () => {
  for (const words of ['Nyt', 'Nyt', 'Andet']) await post(words);
  const [first, second, third] = lines().map((line) => (line.line === 'accepted' ? line.digest : ''));
  expect([first === second, first === third]).toEqual([true, false]);
});

test('a message that Slack takes is in the ledger with its metadata, and so is each change of it', async () => {
  const metadata = { event_type: 'delivery', event_payload: { row: 'r1' } };
  const { ts = '' } = await platforms.slack().chat.postMessage({ channel, text: 'Nyt', metadata });
  await platforms.slack().chat.update({ channel, ts, text: 'Nyere' });
  expect(lines()).toMatchObject([
    { platform: 'slack', does: 'post', conversation: channel, message: ts, title: 'Nyt', metadata },
    { platform: 'slack', does: 'update', message: ts, title: 'Nyere', metadata: null },
  ]);
});

test('the history of a direct message shows metadata to an app that asks for it', async () => {
  const metadata = { event_type: 'delivery', event_payload: { row: 'r1' } };
  await platforms.slack().chat.postMessage({ channel, text: 'Nyt', metadata });
  const history = await platforms.slack().conversations.history({ channel, include_all_metadata: true });
  expect(history.messages).toMatchObject([{ text: 'Nyt', metadata }]);
});

test('a refused message is not in the ledger', async () => {
  platforms.simulator.faults.next({ platform: 'teams', call: 'activities', status: 412, times: 1 });
  await expect(post('Nyt')).rejects.toMatchObject({ statusCode: 412 });
  expect(lines()).toEqual([]);
});

test.each([
  ['a gateway that answers 502 after delivery', { status: 502, afterDelivery: true }],
  ['a connection that breaks after delivery', { drop: 'answer' }],
] as const)('with %s the ledger says that the answer never came', async (_what, fault) => {
  platforms.simulator.faults.next({ platform: 'slack', call: 'chat.postMessage', times: 1, ...fault });
  await expect(platforms.slack().chat.postMessage({ channel, text: 'Nyt' })).rejects.toThrow();
  expect(lines()).toMatchObject([{ line: 'accepted' }, { line: 'unanswered', platform: 'slack' }]);
});

test('the ledger on disk is read again by the next process, without a line that a kill cut off', () => {
  const first = new Ledger(file);
  first.accept({ platform: 'teams', does: 'post', conversation, message: '1', metadata: null }, ['Nyt']);
  first.unanswered('teams', '1');
  expect(new Ledger(file).lines).toEqual(first.lines);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
});

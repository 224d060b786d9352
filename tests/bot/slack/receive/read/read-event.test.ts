import { readMention, readMessageEvent, wordsInMessage } from '../../../../../bot/slack/receive/read/read-event.ts';

const workspace = { team: 'T1', enterprise: '' };
const said = { type: 'message', channel: 'D1', user: 'U1', ts: '1700000000.000100', text: 'hej' };
const edited = { user: 'U1', ts: '1700000060.000000' };
const changed = (message: object, before: object = { ...said, text: 'hej' }) => ({
  type: 'message',
  subtype: 'message_changed',
  channel: 'D1',
  ts: '1700000060.000200',
  message: { ...said, ...message },
  previous_message: before,
});

test.each<[name: string, event: object, arrival: object | null]>([
  ['words', said, { arrives: 'words', text: 'hej', message: said.ts, repliesTo: null, files: [] }],
  ['a reply in a thread', { ...said, thread_ts: '1600000000.0' }, { arrives: 'words', repliesTo: '1600000000.0' }],
  ['the first message of a thread', { ...said, thread_ts: said.ts }, { arrives: 'words', repliesTo: null }],
  [
    'a file',
    { ...said, subtype: 'file_share', files: [{ id: 'F1', name: 'plan.pdf', size: 5 }] },
    { arrives: 'words', files: [{ name: 'plan.pdf', size: 5, platform: 'slack' }] },
  ],
  ['an edit', changed({ text: 'hej igen', edited }), { arrives: 'edit', text: 'hej igen', isBack: false }],
  ['a preview that Slack added', changed({ attachments: [] }), null],
  ['a change that no person made', changed({ text: 'hej igen' }), null],
  [
    'a deletion',
    {
      type: 'message',
      subtype: 'message_deleted',
      channel: 'D1',
      ts: '1',
      deleted_ts: said.ts,
      previous_message: said,
    },
    { arrives: 'deletion', message: said.ts },
  ],
  ['the deletion of a message with replies', changed({ subtype: 'tombstone', text: '' }), { arrives: 'deletion' }],
  ['what the bot itself wrote', { ...said, bot_id: 'B1' }, null],
  ['somebody who joined', { ...said, subtype: 'channel_join' }, null],
  ['no message', { type: 'message' }, null],
])('an event that says “%s” is read', (_name, event, arrival) => {
  const heard = readMessageEvent(event, workspace, 'UBOT');
  if (arrival === null) expect(heard).toBeNull();
  else expect(heard).toMatchObject({ user: 'U1', channel: 'D1', arrival });
});

test('a mention is read without the name of the bot, and once more when it was edited', () => {
  const mention = { ...said, type: 'app_mention', channel: 'C1', text: '<@UBOT> hej <@U2>' };
  const first = readMention(mention, workspace, 'UBOT');
  expect(first).toMatchObject({
    channel: 'C1',
    arrival: { arrives: 'words', text: expect.stringMatching(/^\s*hej <@U2>$/) },
  });
  const again = readMention({ ...mention, edited }, workspace, 'UBOT');
  expect(again).toMatchObject({ arrival: { arrives: 'edit', editedAt: new Date(1_700_000_060_000) } });
  expect(again?.arrival.idempotencyKey).not.toBe(first?.arrival.idempotencyKey);
});

const table = (cell: object) => [{ type: 'table', rows: [[{ type: 'raw_text', text: 'Vikar' }, cell]] }];
const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

test.each<[name: string, cell: object, text: string]>([
  ['a channel', rich({ type: 'text', text: 'se ' }, { type: 'channel', channel_id: 'C1' }), 'Vikar | se <#C1>'],
  ['a group', rich({ type: 'usergroup', usergroup_id: 'S1' }), 'Vikar | <!subteam^S1>'],
  ['a call', rich({ type: 'broadcast', range: 'here' }), 'Vikar | <!here>'],
  [
    'a link with words',
    rich({ type: 'link', url: 'https://a.example/?a=1&b=2', text: 'vejledning' }),
    'Vikar | <https://a.example/?a=1&amp;b=2|vejledning>',
  ],
  ['words that look like Slack’s own', rich({ type: 'text', text: '<@U1> & co' }), 'Vikar | &lt;@U1&gt; &amp; co'],
  ['words in Slack’s spelling', { text: { type: 'mrkdwn', text: 'løn &amp; <@U1>' } }, 'Vikar | løn &amp; <@U1>'],
  ['a form that nobody knows', rich({ type: 'text', text: 'løn' }, { type: 'new', text: 7 }), 'Vikar | løn'],
])('a table with %s is read', (_name, cell, text) => {
  expect(readMessageEvent({ ...said, text: '', blocks: table(cell) }, workspace, 'UBOT')?.arrival).toMatchObject({
    text,
  });
});

test('blocks in blocks without end are no words, and hold nothing up', () => {
  let inside: object = { type: 'text', text: 'dybt' };
  for (let level = 0; level < 15_000; level += 1) inside = { type: 'rich_text_section', elements: [inside] };
  const event = { ...said, text: '', blocks: [inside, { type: 'section', text: { type: 'plain_text', text: 'hej' } }] };
  expect(readMessageEvent(event, workspace, 'UBOT')?.arrival).toMatchObject({ text: 'hej' });
});

test('an edit that changes a table alone is read', () => {
  const [before, after] = ['tre uger', 'fire uger'].map((text) => ({ text: '', blocks: table({ text }) }));
  const heard = readMessageEvent(changed({ ...after, edited }, { ...said, ...before }), workspace, 'UBOT');
  expect(heard?.arrival).toMatchObject({ arrives: 'edit', text: 'Vikar | fire uger' });
  expect(readMessageEvent(changed({ ...after, edited }, { ...said, ...after }), workspace, 'UBOT')).toBeNull();
});

test.each([
  ['no workspace of the writer', {}, workspace, false],
  ['the same workspace', { user_team: 'T1' }, workspace, false],
  ['another workspace', { user_team: 'T2' }, workspace, true],
  ['another workspace, of an Enterprise organisation', { user_team: 'T2' }, { team: 'T1', enterprise: 'E1' }, false],
])('somebody is of another workspace only when the event says so: %s', (_name, fields, at, isForeign) => {
  const words = { ...said, ...fields };
  expect(readMessageEvent(words, at, 'UBOT')).toMatchObject({ isForeign });
  expect(readMention({ ...words, type: 'app_mention' }, at, 'UBOT')).toMatchObject({ isForeign });
  expect(readMessageEvent(changed({ ...fields, text: 'ny', edited }), at, 'UBOT')).toMatchObject({ isForeign });
  const deletion = { ...said, subtype: 'message_deleted', deleted_ts: said.ts, previous_message: words };
  expect(readMessageEvent(deletion, at, 'UBOT')).toMatchObject({ isForeign });
});

test('a shortcut on a message takes along what is forwarded or pasted in it, whoever wrote it', () => {
  const share = { is_share: true, text: 'Vikarer oprettes for sent' };
  expect(wordsInMessage({ bot_id: 'B1', ts: '1', text: 'Se her:', attachments: [share] })).toBe(
    'Se her:\n\nVikarer oprettes for sent',
  );
  expect(wordsInMessage({ ts: '1', blocks: table({ text: 'tre uger' }) })).toBe('Vikar | tre uger');
  expect(wordsInMessage(undefined)).toBe('');
});

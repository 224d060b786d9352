import type { TeamsActivity } from '../../../../bot/teams/receive/activity.ts';
import { quotedIn, readActivity, unquoted } from '../../../../bot/teams/receive/read-activity.ts';
import { growth } from '../../../growth.ts';

type Activity = Parameters<typeof quotedIn>[0];

const withHtml = (content: string) =>
  ({ text: 'citat svar', attachments: [{ contentType: 'text/html', content }] }) as unknown as Activity;

test('a reply names the message that it quotes, and its own words', () => {
  const reply = withHtml(
    '<blockquote>eget</blockquote><blockquote itemtype="http://schema.skype.com/Reply" itemid="17"><p>citat</p></blockquote><p>svar</p>',
  );
  expect(quotedIn(reply)).toBe('17');
  expect(unquoted(reply)).toBe('eget\n\nsvar');
});

test('a quoted message without an id is left out of the words and names nothing', () => {
  const reply = withHtml('<blockquote itemtype="http://schema.skype.com/Reply"><p>citat</p></blockquote><p>svar</p>');
  expect([quotedIn(reply), unquoted(reply)]).toEqual([null, 'svar']);
});

test('a tag that never ends names no message, and takes time in proportion to its length', () => {
  const endless = (times: number) => withHtml(`<blockquote ${'schema.skype.com/Reply"'.repeat(times)}`);
  expect(quotedIn(endless(1000))).toBeNull();
  expect(growth((times) => quotedIn(endless(times)), 1000)).toBeLessThan(40);
});

const given = (type: string, more: Partial<TeamsActivity> = {}, conversationType = 'personal'): TeamsActivity => ({
  type,
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/',
  from: { id: '29:1' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a', conversationType },
  channelData: { tenant: { id: 't' } },
  ...more,
});
const inChannel = (type: string, more: Partial<TeamsActivity> = {}) => given(type, more, 'channel');
const withData = (data: object) => ({ channelData: { tenant: { id: 't' }, ...data } });
const bot = { type: 'mention', text: '<at>Bot &amp; co</at>', mentioned: { id: '28:bot' } };

test.each<[name: string, activity: TeamsActivity, arrival: object | null]>([
  ['words', given('message', { text: 'hej' }), { arrives: 'words', text: 'hej', message: '1', repliesTo: null }],
  [
    'words in a thread of a channel, without the bot’s name',
    inChannel('message', {
      text: '<at>Bot &amp; co</at> hej',
      entities: [bot],
      conversation: { id: 'c;messageid=7', conversationType: 'channel' },
    }),
    { arrives: 'words', text: 'hej', repliesTo: '7' },
  ],
  ['the press of a button in an older client', given('message', { value: {} }), { arrives: 'action', seenByAll: true }],
  [
    'an edit',
    given('messageUpdate', {
      text: 'hej',
      timestamp: '2026-11-24T09:00:00Z',
      ...withData({ eventType: 'editMessage' }),
    }),
    { arrives: 'edit', isBack: false, editedAt: new Date('2026-11-24T09:00:00Z') },
  ],
  [
    'a deletion that was taken back',
    given('messageUpdate', { text: 'hej', ...withData({ eventType: 'undeleteMessage' }) }),
    { arrives: 'edit', isBack: true, editedAt: null },
  ],
  ['a deletion', given('messageDelete', withData({ eventType: 'softDeleteMessage' })), { arrives: 'deletion' }],
  ['the app of a person', given('installationUpdate', { action: 'add' }), { arrives: 'action', action: 'help' }],
  ['the app in a channel', inChannel('installationUpdate', { action: 'add' }), { arrives: 'bot-added' }],
  [
    'the app taken out of a team',
    inChannel('installationUpdate', { action: 'remove', ...withData({ team: { id: '19:t' } }) }),
    { arrives: 'bot-removed', shared: { team: '19:t' } },
  ],
  ['the app taken away by a person', given('installationUpdate', { action: 'remove' }), null],
  ['a new version of the app', inChannel('installationUpdate', { action: 'add-upgrade' }), null],
  [
    'a channel that was deleted',
    inChannel('conversationUpdate', withData({ eventType: 'channelDeleted', channel: { id: 'gone' } })),
    { arrives: 'bot-removed', conversation: 'gone' },
  ],
  ['somebody who joined', inChannel('conversationUpdate', { membersAdded: [{ id: '29:2' }] }), null],
  ['somebody who is writing', given('typing'), null],
])('an activity that says “%s” is read', (_name, activity, arrival) => {
  const read = readActivity(activity, 'da');
  if (arrival === null) expect(read).toBeNull();
  else expect(read).toMatchObject(arrival);
});

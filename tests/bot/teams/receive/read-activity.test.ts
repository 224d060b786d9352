import type { TeamsActivity } from '../../../../bot/teams/receive/activity.ts';
import { readActivity } from '../../../../bot/teams/receive/read-activity.ts';
import { growth } from '../../../growth.ts';

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
const withHtml = (content: string) =>
  given('message', { text: 'citat svar', attachments: [{ contentType: 'text/html', content }] });
const reply = (itemid: string) =>
  `<blockquote itemtype="http://schema.skype.com/Reply"${itemid}><p>citat</p></blockquote><p>svar</p>`;

test('a reply names the message that it quotes, its own words, and those that it quotes', () => {
  const read = readActivity(withHtml(`<blockquote>eget</blockquote>${reply(' itemid="17"')}`), 'da');
  expect(read).toMatchObject({ text: 'eget\n\nsvar', repliesTo: '17', quoted: 'citat' });
});

test('a quoted message without an id is left out of the words and names nothing', () => {
  expect(readActivity(withHtml(reply('')), 'da')).toMatchObject({ text: 'svar', repliesTo: null, quoted: 'citat' });
});

test('the words of the bot are nobody’s', () => {
  const author = '<strong itemprop="mri" itemid="28:bot">Bot</strong><p itemprop="preview">Nyt ønske</p>';
  const html = `<blockquote itemtype="http://schema.skype.com/Reply" itemid="17">${author}</blockquote><p>svar</p>`;
  expect(readActivity(withHtml(html), 'da')).toMatchObject({ text: 'svar', repliesTo: '17', quoted: '' });
});

test('a tag that never ends names no message, and takes time in proportion to its length', () => {
  const read = (times: number) =>
    readActivity(withHtml(`<blockquote ${'schema.skype.com/Reply"'.repeat(times)}`), 'da');
  expect(read(1000)).toMatchObject({ repliesTo: null });
  expect(growth(read, 1000)).toBeLessThan(40);
});

const inChannel = (type: string, more: Partial<TeamsActivity> = {}) => given(type, more, 'channel');
const withData = (data: object) => ({ channelData: { tenant: { id: 't' }, ...data } });
const own = { text: 'Nyt ønske', from: { id: '28:bot' } };
const called = { entities: [{ type: 'mention', mentioned: { id: '28:bot', name: 'Forenklingsbot' } }] };
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
  [
    'a file that cannot be had',
    given('message', {
      text: 'hej',
      attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.pdf', content: {} }],
    }),
    { arrives: 'words', files: [], unread: ['file-link'] },
  ],
  [
    'a picture at an address that the connector does not have',
    given('message', { attachments: [{ contentType: 'image/png', contentUrl: 'https://smba.example/v3/x' }] }),
    { arrives: 'words', files: [], unread: ['sticker'] },
  ],
  ['an edit of the bot’s own', given('messageUpdate', { ...own, ...withData({ eventType: 'editMessage' }) }), null],
  [
    'a deletion of the bot’s own',
    given('messageDelete', { ...own, ...withData({ eventType: 'softDeleteMessage' }) }),
    null,
  ],
  [
    'a word that begins as the bot’s name does',
    inChannel('message', { text: '<at>Forenklingsbot</at> Forenklingsbotten svarer ikke', ...called }),
    { arrives: 'words', text: 'Forenklingsbotten svarer ikke' },
  ],
  [
    'the bot’s name without a mark',
    inChannel('message', { text: 'Forenklingsbot: botten svarer ikke', ...called }),
    { arrives: 'words', text: ': botten svarer ikke' },
  ],
])('an activity that says “%s” is read', (_name, activity, arrival) => {
  const read = readActivity(activity, 'da');
  if (arrival === null) expect(read).toBeNull();
  else expect(read).toMatchObject(arrival);
});

test('a message that calls 10,000 names is read in less than a second', () => {
  const text = `<at>${'Mette Holm '.repeat(50)}</at>`;
  const entities = Array.from({ length: 100 }, (_, n) => ({ type: 'mention', mentioned: { id: `29:${n}` }, text }));
  const content = '<at>Jens</at> '.repeat(10_000);
  const began = process.cpuUsage();
  const read = readActivity(given('message', { entities, attachments: [{ contentType: 'text/html', content }] }), 'da');
  expect(read).toMatchObject({ text: 'Jens '.repeat(10_000).trim() });
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
});

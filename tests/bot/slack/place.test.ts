import { readPlace, workspaceAt } from '../../../bot/slack/place.ts';

const workspace = { team: 'T1', enterprise: '' };

test('a direct message is read, also as it was stored before places had a kind', () => {
  const chat = { kind: 'direct', ...workspace, user: 'U1', channel: 'D1' };
  expect(readPlace({ ...workspace, user: 'U1', channel: 'D1' })).toEqual(chat);
  expect(readPlace(chat)).toEqual(chat);
  expect(workspaceAt(readPlace(chat))).toEqual(workspace);
});

test('a channel is read, also as it was stored before places had a kind', () => {
  const room = { kind: 'channel', ...workspace, channel: 'C1' };
  expect(readPlace({ ...workspace, channel: 'C1' })).toEqual(room);
  expect(readPlace(room)).toEqual(room);
});

test('a chat that was stored without its workspace is read, and is in none that is known', () => {
  const chat = readPlace({ user: 'U1', channel: 'D1' });
  expect(chat).toEqual({ kind: 'direct', user: 'U1', channel: 'D1' });
  expect(workspaceAt(chat)).toBeNull();
});

test.each([
  [
    'a place in Teams',
    { user: 'oid', account: '29:1', conversation: 'a:1', serviceUrl: 'https://smba.example/' },
    'channel',
  ],
  ['a kind that Slack does not have', { kind: 'personal', user: 'U1', channel: 'D1' }, 'kind'],
  ['nothing', {}, 'channel'],
])('%s is refused with the names of what is wrong, and nothing of what stands in it', (_name, place, wrong) => {
  expect(() => readPlace(place)).toThrow(new Error(`not a place in Slack: ${wrong}`));
});

import { readPlace } from '../../../bot/teams/place.ts';

const conversation = { conversation: 'a:1', serviceUrl: 'https://smba.example/' };
const person = { user: 'oid', account: '29:1' };

test('a personal chat is read, also as it was stored before places had a kind', () => {
  const chat = { kind: 'personal', ...conversation, ...person };
  expect(readPlace({ ...conversation, ...person })).toEqual(chat);
  expect(readPlace(chat)).toEqual(chat);
});

test.each(['channel', 'groupChat'])('a %s is read, also as it was stored before places had a team', (kind) => {
  expect(readPlace({ kind, ...conversation, team: '19:t' })).toEqual({ kind, ...conversation, team: '19:t' });
  expect(readPlace({ kind, ...conversation })).toEqual({ kind, ...conversation, team: '' });
});

test.each([
  ['a place in Slack', { user: 'U1', channel: 'D1' }, 'conversation, serviceUrl, account'],
  ['a personal chat without its account', { ...conversation, user: 'oid' }, 'account'],
  ['a kind that Teams does not have', { kind: 'direct', ...conversation, ...person }, 'kind'],
  ['nothing', {}, 'conversation, serviceUrl, user, account'],
])('%s is refused with the names of what is wrong, and nothing of what stands in it', (_name, place, wrong) => {
  expect(() => readPlace(place)).toThrow(new Error(`not a place in Teams: ${wrong}`));
});

import { isGuest } from '../../../../bot/slack/receive/sender.ts';

test.each([
  ['a member of the workspace', { team_id: 'T1' }],
  [
    'a member of an organisation that the app is installed in',
    { team_id: 'T2', enterprise_user: { enterprise_id: 'T1' } },
  ],
  ['a member of several workspaces of an organisation', { team_id: 'T2', enterprise_user: { teams: ['T3', 'T1'] } }],
])('%s is no guest', (_who, user) => {
  expect(isGuest(user, 'T1')).toBe(false);
});

test.each([
  ['a guest of several channels', { team_id: 'T1', is_restricted: true }],
  ['a guest of one channel', { team_id: 'T1', is_ultra_restricted: true }],
  ['a stranger in a shared channel', { team_id: 'T1', is_stranger: true }],
  ['an app', { team_id: 'T1', is_bot: true }],
  ['a member whose account is closed', { team_id: 'T1', deleted: true }],
  ['a member of another workspace', { team_id: 'T2' }],
  ['a member of another organisation', { team_id: 'T2', enterprise_user: { enterprise_id: 'E2', teams: ['T2'] } }],
  ['somebody of whom no workspace is known', {}],
])('%s is a guest', (_who, user) => {
  expect(isGuest(user, 'T1')).toBe(true);
});

import { ErrorCode } from '@slack/web-api';
import { deliveryProblemOf } from '../../../../bot/slack/send/client.ts';
import { NotInstalled } from '../../../../bot/slack/send/clients.ts';

test.each([
  ['token_revoked', 'uninstalled'],
  ['token_expired', 'uninstalled'],
  ['account_inactive', 'uninstalled'],
  ['invalid_auth', 'uninstalled'],
  ['team_access_not_granted', 'uninstalled'],
  ['channel_not_found', 'unreachable'],
  ['user_disabled', 'unreachable'],
  ['message_not_found', 'gone'],
  ['msg_too_long', 'refused'],
  ['internal_error', 'later'],
  ['a_word_of_next_year', 'later'],
])('Slack’s “%s” means %s', (error, kind) => {
  const failed = Object.assign(new Error(error), { code: ErrorCode.PlatformError, data: { ok: false, error } });
  expect(deliveryProblemOf(failed)).toMatchObject({ name: 'DeliveryProblem', kind, reason: error });
});

test('an answer that names no error is tried again', () => {
  const failed = Object.assign(new Error('failed'), { code: ErrorCode.PlatformError, data: { ok: false } });
  expect(deliveryProblemOf(failed)).toMatchObject({ kind: 'later', reason: 'unknown_error' });
});

test('too many calls wait as long as Slack says', () => {
  const failed = Object.assign(new Error('slow down'), { code: ErrorCode.RateLimitedError, retryAfter: 30 });
  expect(deliveryProblemOf(failed)).toMatchObject({ kind: 'later', retryAfterSeconds: 30 });
});

test('a workspace without the app waits for it', () => {
  expect(deliveryProblemOf(new NotInstalled('not here'))).toMatchObject({
    kind: 'uninstalled',
    reason: 'not_installed',
  });
});

test('an error that is not Slack’s stays as it is', () => {
  const failed = new Error('socket hang up');
  expect(deliveryProblemOf(failed)).toBe(failed);
});

import { ErrorCode } from '@slack/web-api';
import { deliveryProblemOf } from '../../../../bot/slack/send/client.ts';
import { NotInstalled } from '../../../../bot/slack/send/clients.ts';

test.each([
  ['token_revoked', 'paused'],
  ['token_expired', 'paused'],
  ['account_inactive', 'paused'],
  ['invalid_auth', 'paused'],
  ['team_access_not_granted', 'paused'],
  ['channel_not_found', 'lost'],
  ['user_disabled', 'unreachable'],
  ['message_not_found', 'gone'],
  ['msg_too_long', 'refused'],
  ['invalid_arguments', 'refused'],
  ['service_unavailable', 'later'],
  ['internal_error', 'later'],
  ['a_word_of_next_year', 'odd'],
])('Slack’s “%s” means %s', (error, kind) => {
  const failed = Object.assign(new Error(error), { code: ErrorCode.PlatformError, data: { ok: false, error } });
  expect(deliveryProblemOf(failed)).toMatchObject({ name: 'DeliveryProblem', kind, reason: error });
});

test.each([
  [
    'an error after which a part of it may be done',
    { code: ErrorCode.PlatformError, data: { error: 'fatal_error' } },
    'unknown',
  ],
  ['a status of 502', { code: ErrorCode.HTTPError, statusCode: 502 }, 'unknown'],
  [
    'a broken connection',
    { code: ErrorCode.RequestError, original: Object.assign(new Error('x'), { code: 'ECONNRESET' }) },
    'unknown',
  ],
  [
    'a refused connection',
    { code: ErrorCode.RequestError, original: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) },
    'later',
  ],
])('after %s it says of a new message whether it may have arrived', (_what, error, kind) => {
  const failed = Object.assign(new Error('failed'), error);
  expect(deliveryProblemOf(failed, false)).toMatchObject({ name: 'DeliveryProblem', kind });
  expect(deliveryProblemOf(failed, true)).toMatchObject({ name: 'DeliveryProblem', kind: 'later' });
});

test('an answer that names no error is one that we do not know', () => {
  const failed = Object.assign(new Error('failed'), { code: ErrorCode.PlatformError, data: { ok: false } });
  expect(deliveryProblemOf(failed)).toMatchObject({ kind: 'odd', reason: 'unknown_error' });
});

test('too many calls wait as long as Slack says', () => {
  const failed = Object.assign(new Error('slow down'), { code: ErrorCode.RateLimitedError, retryAfter: 30 });
  expect(deliveryProblemOf(failed)).toMatchObject({ kind: 'later', retryAfterSeconds: 30 });
});

test('a workspace without the app waits for it', () => {
  expect(deliveryProblemOf(new NotInstalled('not here'))).toMatchObject({
    kind: 'paused',
    reason: 'not_installed',
  });
});

test('an error that is not Slack’s stays as it is', () => {
  const failed = new Error('socket hang up');
  expect(deliveryProblemOf(failed)).toBe(failed);
});

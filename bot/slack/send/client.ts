import type { Logger } from '@slack/bolt';
import { ErrorCode, WebClient, type WebClientOptions } from '@slack/web-api';
import { DeliveryProblem } from '../../../jobs/job.ts';
import type { KeyRing } from '../../auth/key-ring.ts';
import type { Log } from '../../log.ts';
import { neverLeft } from '../../never-left.ts';
import { NotInstalled } from './clients.ts';

/**
 * The bot's way to Slack, with one workspace's token or with those of its installations; and Slack's way to the bot: signed
 * over HTTP, through a socket, or both. `apiUrl` is another server in local mode.
 */
export type SlackAccess = { signingSecret?: string; appToken?: string; apiUrl?: string } & (
  | { botToken: string }
  | { oauth: SlackOAuth }
);

/** The settings of an app that is installed in many workspaces. */
export interface SlackOAuth {
  clientId: string;
  clientSecret: string;
  keys: KeyRing;
  /** The address that Slack sends the browser back to. */
  publicUrl: string;
}

/**
 * Each request is sent once: the SDK repeats posts on 502 and resets, retries unknown methods for minutes, has no
 * time-out, and lets one channel's 429 stall all others. Retrying is the outbox's work.
 */
export function clientOptions({ apiUrl }: { apiUrl?: string }, logger: Logger): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger,
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
}

/** @param teamId the workspace that is meant, for a token that is good for several */
export function slackClient(
  token: string | undefined,
  access: { apiUrl?: string },
  logger: Logger,
  teamId?: string,
): WebClient {
  return new WebClient(token, { ...clientOptions(access, logger), ...(teamId ? { teamId } : {}) });
}

/** The SDKs' own logging, by level only: its texts may quote what people wrote. */
export function sdkLogger(log: Log, component: string): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.warn({ component }, 'sdk message'),
    error: () => log.error({ component }, 'sdk message'),
    setLevel: () => undefined,
    getLevel: () => 'warn' as ReturnType<Logger['getLevel']>,
    setName: () => undefined,
  };
}

/** Slack's errors that mean that this person or channel cannot be reached (chat.postMessage, conversations.open). */
const unreachable = ['not_in_channel', 'user_not_found', 'user_disabled', 'is_archived', 'cannot_dm_bot'];

/**
 * Slack's errors that mean that the app is no longer in the workspace, or that its token there is another one by now
 * (https://docs.slack.dev/reference/methods/chat.postMessage#errors).
 */
const tokenRefused = ['token_revoked', 'token_expired', 'account_inactive', 'invalid_auth', 'team_access_not_granted'];

/**
 * Slack's errors that a later try will not mend, because the message itself is at fault
 * (https://docs.slack.dev/reference/methods/chat.postMessage#errors).
 */
const refused = [
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'invalid_arg_name',
  'invalid_array_arg',
  'invalid_charset',
  'invalid_form_data',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'too_many_attachments',
];

/** Slack's errors that pass, after which nothing was done. */
const passing = [
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
];

/** Slack's errors after which “some aspect of the operation” may have succeeded. */
const halfDone = ['fatal_error', 'internal_error'];

/** Slack's errors of chat.update when the message cannot be changed any more, for instance by a rule of retention. */
export const messageGone: readonly string[] = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

/** Slack's own word for what failed; empty when it was not Slack that answered. */
export function errorOf(error: unknown): string {
  return (error as { data?: { error?: string } }).data?.error ?? '';
}

/**
 * Gives the meaning of a failed call for the message.
 * @param isRepeatable whether the call may be made twice, so that nothing is lost by not knowing whether it was
 */
export function deliveryProblemOf(error: unknown, isRepeatable = true): unknown {
  if (error instanceof NotInstalled) return new DeliveryProblem('paused', 'not_installed');
  const unknown = isRepeatable ? 'later' : 'unknown';
  const { code, retryAfter, statusCode } = error as { code?: string; retryAfter?: number; statusCode?: number };
  switch (code) {
    case ErrorCode.RateLimitedError:
      return new DeliveryProblem('later', 'rate limited', retryAfter ?? null);
    case ErrorCode.PlatformError:
      return platformProblem(errorOf(error) || 'unknown_error', unknown);
    case ErrorCode.HTTPError:
      return new DeliveryProblem(statusCode === undefined || statusCode >= 500 ? unknown : 'odd', `HTTP ${statusCode}`);
    case ErrorCode.RequestError:
      return new DeliveryProblem(neverLeft(error) ? 'later' : unknown, 'no answer', null, error);
    default:
      return error;
  }
}

function platformProblem(reason: string, unknown: 'later' | 'unknown'): DeliveryProblem {
  if (tokenRefused.includes(reason)) return new DeliveryProblem('paused', reason);
  // The chat of a person who was moved to another workspace, or a channel that is not there for the bot.
  if (reason === 'channel_not_found') return new DeliveryProblem('lost', reason);
  if (unreachable.includes(reason)) return new DeliveryProblem('unreachable', reason);
  if (messageGone.includes(reason)) return new DeliveryProblem('gone', reason);
  if (refused.includes(reason)) return new DeliveryProblem('refused', reason);
  if (passing.includes(reason)) return new DeliveryProblem('later', reason);
  return new DeliveryProblem(halfDone.includes(reason) ? unknown : 'odd', reason);
}

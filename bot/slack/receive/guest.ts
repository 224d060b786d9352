import type { UsersInfoResponse } from '@slack/web-api';

type SlackUser = NonNullable<UsersInfoResponse['user']>;

/**
 * Whether Slack describes somebody who is no full member of the installation's workspace or organisation: a guest of one
 * or several channels, somebody who writes from another organisation through Slack Connect, whose address somebody else
 * has verified, an app, or an account that is closed.
 * https://docs.slack.dev/reference/objects/user-object
 */
export function isGuest(user: SlackUser, installation: string): boolean {
  const { is_restricted, is_ultra_restricted, is_stranger, team_id, enterprise_user: enterprise } = user;
  if (user.deleted || user.is_bot || is_restricted || is_ultra_restricted || is_stranger) return true;
  // In an Enterprise Grid a person's own workspace need not be the one that they write from.
  const homes = [team_id, enterprise?.enterprise_id, ...(enterprise?.teams ?? [])];
  return !homes.includes(installation);
}

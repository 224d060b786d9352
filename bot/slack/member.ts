import type { Workspace } from './clients.ts';

/** What https://docs.slack.dev/reference/objects/user-object says of who somebody is. */
interface SlackUser {
  team_id?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  enterprise_user?: { enterprise_id?: string };
  profile?: { email?: string };
}

/**
 * The e-mail address of a full member, by which people are recognised; null for guests, for people of another workspace who
 * are here by Slack Connect, and for apps. The address of somebody from outside was verified by somebody else.
 */
export function memberEmail(user: SlackUser | undefined, { team, enterprise }: Workspace): string | null {
  if (!user || user.deleted || user.is_bot || user.is_restricted || user.is_ultra_restricted || user.is_stranger)
    return null;
  const sameTeam = team === '' || user.team_id === undefined || user.team_id === team;
  const sameEnterprise = enterprise !== '' && user.enterprise_user?.enterprise_id === enterprise;
  return sameTeam || sameEnterprise ? (user.profile?.email ?? null) : null;
}

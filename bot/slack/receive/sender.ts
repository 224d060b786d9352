import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import type { Sender } from '../../conversation/arrival.ts';
import { languageOf } from '../../conversation/language.ts';
import { type ChannelPlace, type DirectPlace, readPlace, type SlackPlace, type Workspace } from '../place.ts';

export interface SlackSender extends Sender {
  place: DirectPlace | null;
  room: ChannelPlace | null;
}

/** Ids of direct messages begin with D: https://docs.slack.dev/apis/web-api/using-the-conversations-api */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** The sender of something in a direct message or a channel. */
export function senderOf(
  client: WebClient,
  tenant: string,
  workspace: Workspace,
  user: string,
  channel: string,
): SlackSender {
  let asked: ReturnType<typeof client.users.info> | null = null;
  const info = async () => {
    asked ??= client.users.info({ user, include_locale: true });
    return (await asked).user;
  };
  return {
    platform: 'slack',
    tenant,
    user,
    conversation: channel,
    isAt: (known) => isIn(readPlace(known), workspace),
    place: isDirect(channel) ? { kind: 'direct', ...workspace, user, channel } : null,
    room: isDirect(channel) ? null : { kind: 'channel', ...workspace, channel },
    locale: async () => languageOf((await info())?.locale),
    async profile() {
      const known = await info();
      const guest = !known || isGuest(known, tenant);
      const isApp = known?.is_bot === true;
      return { email: known?.profile?.email ?? null, upn: null, name: known?.real_name ?? '', guest, isApp };
    },
  };
}

/** Ids of users are unique in their workspace or Enterprise organisation only; a place may be from before it was kept. */
function isIn({ team, enterprise }: SlackPlace, workspace: Workspace): boolean {
  return team === undefined || team === workspace.team || (Boolean(enterprise) && enterprise === workspace.enterprise);
}

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

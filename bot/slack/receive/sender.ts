import type { WebClient } from '@slack/web-api';
import type { Sender } from '../../conversation/handle-arrival.ts';
import { languageOf } from '../../conversation/language.ts';
import type { Workspace } from '../send/clients.ts';
import { isGuest } from './guest.ts';

/** Ids of direct messages begin with D: https://docs.slack.dev/apis/web-api/using-the-conversations-api */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Who did something in a direct message or a channel. */
export function senderOf(
  client: WebClient,
  tenant: string,
  workspace: Workspace,
  user: string,
  channel: string,
): Sender {
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
    // Ids of users are unique in their workspace or Enterprise organisation only; a place may be from before it was kept.
    isAt: ({ team, enterprise }) =>
      team === undefined || team === workspace.team || (Boolean(enterprise) && enterprise === workspace.enterprise),
    place: isDirect(channel) ? { ...workspace, user, channel } : null,
    room: isDirect(channel) ? null : { ...workspace, channel },
    locale: async () => languageOf((await info())?.locale),
    async profile() {
      const known = await info();
      const guest = !known || isGuest(known, tenant);
      return { email: known?.profile?.email ?? null, name: known?.real_name ?? '', guest };
    },
  };
}

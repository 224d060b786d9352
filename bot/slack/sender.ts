import type { WebClient } from '@slack/web-api';
import { type Sender, UnknownTenant } from '../answer.ts';
import { isGuest } from './guest.ts';

/** The workspace that an interaction comes from. */
export function teamOf({ team, user }: { team: { id: string } | null; user: { team_id?: string } }): string {
  const id = team?.id ?? user.team_id;
  if (!id) throw new UnknownTenant('the payload names no workspace');
  return id;
}

/** Ids of direct messages begin with D: https://docs.slack.dev/apis/web-api/using-the-conversations-api */
const isDirect = (channel: string): boolean => channel.startsWith('D');

/** Who did something in a direct message or a channel. */
export function senderOf(client: WebClient, tenant: string, user: string, channel: string): Sender {
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
    place: isDirect(channel) ? { user, channel } : null,
    room: isDirect(channel) ? null : { channel },
    locale: async () => ((await info())?.locale?.startsWith('en') ? 'en' : 'da'),
    async profile() {
      const known = await info();
      const guest = !known || isGuest(known, tenant);
      return { email: known?.profile?.email ?? null, name: known?.real_name ?? '', guest };
    },
  };
}

import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { Sender } from '../answer.ts';
import { isPersonal, placeOf, type TeamsActivity } from './activity.ts';
import type { ConversationPlace, TeamsPlace } from './deliver.ts';

export interface TeamsSender extends Sender {
  place: TeamsPlace | null;
  at: ConversationPlace;
}

/** Who did something in a personal chat, a group chat or a channel. */
export function senderOf(context: TurnContext, activity: TeamsActivity): TeamsSender {
  const { from, serviceUrl, channelData } = activity;
  const { conversation } = placeOf(activity);
  const user = from.aadObjectId ?? from.id;
  const at = { conversation, serviceUrl };
  return {
    platform: 'teams',
    tenant: channelData.tenant.id,
    user,
    conversation,
    at,
    place: isPersonal(activity) ? { user, account: from.id, conversation, serviceUrl } : null,
    room: isPersonal(activity) ? null : at,
    locale: async () => (activity.locale?.toLowerCase().startsWith('en') ? 'en' : 'da'),
    async profile() {
      const member = await TeamsInfo.getMember(context, from.id);
      const email = member.email ?? member.userPrincipalName ?? null;
      // Guests of the directory: https://learn.microsoft.com/entra/external-id/user-properties
      const isGuest = member.userRole === 'guest' || Boolean(member.userPrincipalName?.includes('#EXT#'));
      return { email, name: member.name ?? '', isGuest };
    },
  };
}

import type { Sender } from '../answer.ts';
import { isPersonal, placeOf, type TeamsActivity } from './activity.ts';
import type { TeamsAdapter } from './connector.ts';
import type { ConversationPlace, TeamsPlace } from './deliver.ts';
import { isForeign, profileOf } from './guest.ts';

export interface TeamsSender extends Sender {
  place: TeamsPlace | null;
  at: ConversationPlace;
}

/** Who did something in a personal chat, a group chat or a channel. */
export function senderOf(adapter: TeamsAdapter, activity: TeamsActivity): TeamsSender {
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
    foreign: isForeign(channelData.tenant.id, activity.conversation.tenantId),
    profile: () => profileOf(adapter, { ...at, account: from.id }, channelData.tenant.id),
  };
}

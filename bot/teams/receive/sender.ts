import type { Sender } from '../../conversation/handle-arrival.ts';
import { languageOf } from '../../conversation/language.ts';
import type { TeamsAdapter } from '../send/connector.ts';
import type { ConversationPlace, SharedPlace, TeamsPlace } from '../send/deliver.ts';
import { isPersonal, placeOf, type TeamsActivity } from './activity.ts';
import { isForeign, profileOf } from './guest.ts';

export interface TeamsSender extends Sender {
  place: TeamsPlace | null;
  at: ConversationPlace;
  /** Teams' own id of the user. */
  account: string;
}

/** Who did something in a personal chat, a group chat or a channel. */
export function senderOf(adapter: TeamsAdapter, activity: TeamsActivity): TeamsSender {
  const { from, serviceUrl, channelData } = activity;
  const { conversation, conversationType } = { ...activity.conversation, ...placeOf(activity) };
  const user = from.aadObjectId ?? from.id;
  const at = { conversation, serviceUrl };
  const kind = conversationType === 'channel' ? 'channel' : 'groupChat';
  const room: SharedPlace | null = isPersonal(activity) ? null : { ...at, kind, team: channelData.team?.id ?? '' };
  return {
    platform: 'teams',
    tenant: channelData.tenant.id,
    user,
    conversation,
    at: room ?? at,
    account: from.id,
    place: room ? null : { user, account: from.id, conversation, serviceUrl },
    room,
    locale: async () => languageOf(activity.locale),
    foreign: isForeign(channelData.tenant.id, activity.conversation.tenantId),
    profile: () => profileOf(adapter, { ...at, account: from.id }, channelData.tenant.id),
  };
}

/**
 * Who opened the message extension. It works in every chat of a person's, most of which the bot is no part of: it is told
 * of them and remembers none.
 */
export function senderAnywhere(adapter: TeamsAdapter, activity: TeamsActivity): TeamsSender {
  const sender = senderOf(adapter, activity);
  return { ...sender, place: null, room: null, profile: () => sender.profile().catch(whereAbsent) };
}

/** The connector tells a bot nothing of a chat that it is no part of. */
function whereAbsent(error: unknown): null {
  const { statusCode } = error as { statusCode?: unknown };
  if (statusCode === 403 || statusCode === 404) return null;
  throw error;
}

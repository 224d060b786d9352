import type { TeamsChannelAccount } from 'botbuilder';
import type { Profile, Sender } from '../../conversation/arrival.ts';
import { languageOf } from '../../conversation/language.ts';
import type { PersonalPlace, SharedPlace, TeamsPlace } from '../place.ts';
import type { TeamsAdapter } from '../send/connector.ts';
import { placeOf, type TeamsActivity } from './activity.ts';

export interface TeamsSender extends Sender {
  place: PersonalPlace | null;
  room: SharedPlace | null;
  /** The conversation in which it was done, also one that the bot does not remember. */
  at: TeamsPlace;
  /** Teams' own id of the user. */
  account: string;
}

/** The sender of an activity in a personal chat, a group chat or a channel. */
export function senderOf(adapter: TeamsAdapter, activity: TeamsActivity): TeamsSender {
  const { from, serviceUrl, channelData } = activity;
  const tenant = channelData.tenant.id;
  const { tenantId: chatTenant, conversationType } = activity.conversation;
  const { conversation } = placeOf(activity);
  const user = from.aadObjectId ?? from.id;
  const shared = { conversation, serviceUrl, team: channelData.team?.id ?? '' };
  const at: TeamsPlace =
    conversationType === 'personal'
      ? { kind: 'personal', conversation, serviceUrl, user, account: from.id }
      : { kind: conversationType === 'channel' ? 'channel' : 'groupChat', ...shared };
  return {
    platform: 'teams',
    tenant,
    user,
    conversation,
    at,
    account: from.id,
    place: at.kind === 'personal' ? at : null,
    room: at.kind === 'personal' ? null : at,
    locale: async () => languageOf(activity.locale),
    // The chat is held in another tenant than the one that the sender writes from.
    foreign: chatTenant !== undefined && !isSameTenant(chatTenant, tenant),
    profile: () => profileOf(adapter, at, from.id, tenant),
  };
}

/**
 * The person who opened the message extension. It works in every chat of a person's, most of which the bot is no part of: it is told
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

/** Teams' description of a member of a chat. */
async function profileOf(
  adapter: TeamsAdapter,
  { conversation, serviceUrl }: TeamsPlace,
  account: string,
  tenant: string,
): Promise<Profile> {
  const { conversations } = await adapter.client(serviceUrl);
  return asProfile(await conversations.getConversationMember(conversation, account), tenant);
}

/**
 * Guests have a role of their own, and a user name with `#EXT#` in it:
 * https://learn.microsoft.com/entra/external-id/user-properties
 */
export function asProfile(
  { email, name, userPrincipalName, userRole, tenantId }: TeamsChannelAccount,
  tenant: string,
): Profile {
  return {
    email: email ?? userPrincipalName ?? null,
    upn: userPrincipalName ?? null,
    name: name ?? '',
    guest:
      ['guest', 'anonymous'].includes(userRole?.toLowerCase() ?? '') ||
      /#EXT#/i.test(userPrincipalName ?? '') ||
      (tenantId !== undefined && !isSameTenant(tenantId, tenant)),
  };
}

const isSameTenant = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

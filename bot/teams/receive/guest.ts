import type { TeamsChannelAccount } from 'botbuilder';
import type { Profile } from '../../conversation/handle-arrival.ts';
import type { TeamsAdapter } from '../send/connector.ts';

/** Whether a chat is held in another tenant than the one that the sender writes from. */
export function isForeign(tenant: string, chatTenant: string | undefined): boolean {
  return chatTenant !== undefined && !sameTenant(chatTenant, tenant);
}

/** How Teams describes a member of a chat. */
export async function profileOf(
  adapter: TeamsAdapter,
  { conversation, serviceUrl, account }: { conversation: string; serviceUrl: string; account: string },
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
    name: name ?? '',
    guest:
      ['guest', 'anonymous'].includes(userRole?.toLowerCase() ?? '') ||
      /#EXT#/i.test(userPrincipalName ?? '') ||
      (tenantId !== undefined && !sameTenant(tenantId, tenant)),
  };
}

const sameTenant = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

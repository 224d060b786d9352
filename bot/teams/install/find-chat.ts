import type { Person } from '../../../domain/people/person.ts';
import { DeliveryProblem } from '../../../jobs/job.ts';
import type { Log } from '../../log.ts';
import type { PersonalPlace } from '../place.ts';
import { asProfile } from '../receive/sender.ts';
import type { TeamsAdapter } from '../send/connector.ts';
import { graphUserOf, type Installer, InstallProblem } from './graph.ts';

interface FindOptions {
  installer: Installer;
  adapter: TeamsAdapter;
  /** The address of a chat from which nothing has come yet. */
  serviceUrl: string;
  /** The tenants that belong to the organisation whose people are looked for. */
  tenants(): Promise<readonly string[]>;
  log: Log;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#get-the-service-url */
const anyRegion = 'https://smba.trafficmanager.net/teams/';

/** The first address of the list, or Microsoft's one for chats of any region where the list allows that. */
export function firstServiceUrl(adapter: TeamsAdapter, [first]: readonly string[]): string {
  if (adapter.allows(anyRegion)) return anyRegion;
  if (first === undefined) throw new Error('the list of service URLs is empty');
  return first;
}

/** The chat of somebody who has not met the bot: the app is installed for them, and the chat is there. */
export async function findChat(
  options: FindOptions,
  person: Pick<Person, 'email' | 'entraObjectId' | 'upn'>,
): Promise<PersonalPlace | null> {
  const { tenants, log } = options;
  for (const tenant of await tenants()) {
    try {
      const found = await findIn(options, tenant, graphUserOf(person));
      if (found) return found;
    } catch (error) {
      if (!(error instanceof InstallProblem)) throw error;
      if (error.kind === 'later') throw new DeliveryProblem('later', error.reason, error.retryAfterSeconds);
      // The person may still be in another tenant of the organisation.
      log.warn({ err: error, platform: 'teams', problem: error.kind }, 'the app could not be installed for somebody');
    }
  }
  return null;
}

async function findIn(
  { installer, adapter, serviceUrl }: FindOptions,
  tenant: string,
  user: string,
): Promise<PersonalPlace | null> {
  await installer.install(tenant, user);
  const conversation = await installer.chatOf(tenant, user);
  const { conversations } = await adapter.client(serviceUrl);
  const { members = [] } = await conversations.getConversationPagedMembers(conversation);
  const [member] = members;
  if (!member?.aadObjectId || asProfile(member, tenant).guest) return null;
  return { kind: 'personal', user: member.aadObjectId, account: member.id, conversation, serviceUrl };
}

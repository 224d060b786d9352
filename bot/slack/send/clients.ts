import type { WebClient } from '@slack/web-api';
import { UnknownTenant } from '../../conversation/edge.ts';
import type { Workspace } from '../place.ts';

/** The bot's voice in each workspace. */
export interface SlackClients {
  /** Throws `NotInstalled` where the app is not. */
  of(workspace: Workspace): Promise<WebClient>;
}

/** The app is not in this workspace, or not any more. */
export class NotInstalled extends UnknownTenant {
  override name = 'NotInstalled';
}

/** One token, whatever workspace it is. */
export function oneClient(client: WebClient): SlackClients {
  return { of: async () => client };
}

/** The ids of Enterprise organisations begin with E, those of workspaces with T. */
export function workspaceOfTenant(tenant: string): Workspace {
  return tenant.startsWith('E') ? { team: '', enterprise: tenant } : { team: tenant, enterprise: '' };
}

/** The origin of an event, command or interaction, as its payload names it. */
interface Envelope {
  /** Of an event: the installation that it is sent for. */
  authorizations?: ReadonlyArray<{ team_id?: string | null; enterprise_id?: string | null }>;
  context_team_id?: string | null;
  context_enterprise_id?: string | null;
  team_id?: string | null;
  enterprise_id?: string | null;
  team?: { id: string; enterprise_id?: string } | null;
  enterprise?: { id: string } | null;
  user?: { team_id?: string };
}

/**
 * The workspace that a payload comes from. In Slack Connect `team_id` may be the other organisation's: an event names its
 * own in `authorizations` (https://docs.slack.dev/apis/events-api/#authorizations). Of an app in a whole Enterprise organisation, an interaction may name no team but the user's.
 */
export function workspaceOf(payload: Envelope): Workspace {
  const { authorizations, team_id, enterprise_id, team, enterprise, user } = payload;
  const own = authorizations?.[0]?.team_id ?? payload.context_team_id;
  if (own) return { team: own, enterprise: authorizations?.[0]?.enterprise_id ?? payload.context_enterprise_id ?? '' };
  return {
    team: team_id ?? team?.id ?? user?.team_id ?? '',
    enterprise: enterprise_id ?? enterprise?.id ?? team?.enterprise_id ?? '',
  };
}

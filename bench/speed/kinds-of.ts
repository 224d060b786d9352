import type { Kind } from './kinds.ts';
import { slackKinds } from './slack-kinds.ts';
import { teamsKinds } from './teams-kinds.ts';

/** Every kind of request that is measured, by platform and name. */
export const kindsOf: Record<'teams' | 'slack', Record<string, Kind>> = { teams: teamsKinds, slack: slackKinds };

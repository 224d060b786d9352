import { z } from 'zod';
import type { Place } from '../../domain/people/place.ts';

/**
 * A workspace of Slack. An app that is installed in a whole Enterprise organisation has one token for all its workspaces, so
 * that both ids say it together; the team is empty where only the organisation is known.
 */
export type Workspace = { team: string; enterprise: string };

/** Both are missing in places that were stored when an organisation had one workspace. */
const workspace = { team: z.string().optional(), enterprise: z.string().optional() };

/** `user` is the Slack user id. */
const direct = z.object({
  kind: z.literal('direct'),
  ...workspace,
  user: z.string().min(1),
  channel: z.string().min(1),
});
const channel = z.object({ kind: z.literal('channel'), ...workspace, channel: z.string().min(1) });

const slackPlace = z.discriminatedUnion('kind', [direct, channel]);

/** A conversation in Slack that the bot is part of. */
export type SlackPlace = z.output<typeof slackPlace>;

/** A direct message with the bot. */
export type DirectPlace = z.output<typeof direct> & Workspace;

/** A public or private channel. */
export type ChannelPlace = z.output<typeof channel> & Workspace;

/** A stored place as one in Slack. Throws when it is none, without what stands in it. */
export function readPlace(place: Place): SlackPlace {
  // Places were stored without their kind before; a user stands in direct messages alone.
  const read = slackPlace.safeParse({ kind: place.user === undefined ? 'channel' : 'direct', ...place });
  if (read.success) return read.data;
  throw new Error(`not a place in Slack: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
}

/** The workspace that a place is in; null for one that was stored without it. */
export function workspaceAt({ team, enterprise }: SlackPlace): Workspace | null {
  return team === undefined || enterprise === undefined ? null : { team, enterprise };
}

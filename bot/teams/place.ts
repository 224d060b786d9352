import { z } from 'zod';
import type { Place } from '../../domain/people/place.ts';

const conversation = { conversation: z.string().min(1), serviceUrl: z.string().min(1) };

/** `user` is the Entra object id, `account` Teams' own id of the user. */
const personal = z.object({
  kind: z.literal('personal'),
  ...conversation,
  user: z.string().min(1),
  account: z.string().min(1),
});

/** `team` is Teams' id of the team that a channel is in; empty for a group chat and for rooms stored without it. */
const shared = { ...conversation, team: z.string().default('') };
const channel = z.object({ kind: z.literal('channel'), ...shared });
const groupChat = z.object({ kind: z.literal('groupChat'), ...shared });

const teamsPlace = z.discriminatedUnion('kind', [personal, channel, groupChat]);

/** A conversation in Teams that the bot is part of. */
export type TeamsPlace = z.output<typeof teamsPlace>;

/** A person's own chat with the bot. */
export type PersonalPlace = z.output<typeof personal>;

/** A channel or a group chat, where others read along. */
export type SharedPlace = z.output<typeof channel> | z.output<typeof groupChat>;

/** A stored place as one in Teams. Throws when it is none, without what stands in it. */
export function readPlace(place: Place): TeamsPlace {
  // Personal chats were stored without their kind before there were others.
  const read = teamsPlace.safeParse({ kind: 'personal', ...place });
  if (read.success) return read.data;
  throw new Error(`not a place in Teams: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
}

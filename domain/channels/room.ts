import type { Place } from '../people/organisation.ts';
import type { World } from '../ports.ts';
import { done, type Result, refuse } from '../refusal.ts';
import type { Platform } from '../vocabulary.ts';

/** A channel or group chat that the bot has been brought into: everybody there reads along. */
export interface Room {
  id: string;
  platform: Platform;
  /** The platform's own id of the conversation. */
  conversation: string;
  place: Place;
  /** The unit whose inbox is shown here; null: none is. */
  unit: string | null;
  /** Who brought the inbox here. */
  followedBy: string | null;
}

/** The channel or group chat that something is done in; refused in a private chat, where there is none. */
export async function roomFor(world: World, roomId: string | undefined): Promise<Result<Room>> {
  const room = roomId === undefined ? null : await world.rooms.byId(roomId);
  return room ? done(room) : refuse('only-in-channel');
}

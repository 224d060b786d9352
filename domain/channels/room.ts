import type { PersonId, RoomId, UnitId } from '../ids.ts';
import type { Place } from '../people/place.ts';
import type { Platform } from '../vocabulary.ts';

/** A channel or group chat that has the bot as a member; everybody there reads along. */
export interface Room {
  id: RoomId;
  platform: Platform;
  /** The platform's own id of the conversation. */
  conversation: string;
  place: Place;
  /** The unit whose inbox the room shows; null when it shows none. */
  unit: UnitId | null;
  /** The person who set up the inbox here. */
  followedBy: PersonId | null;
}

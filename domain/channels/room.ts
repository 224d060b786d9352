import type { PersonId, RoomId, UnitId } from '../ids.ts';
import type { Place } from '../people/place.ts';
import type { Platform } from '../vocabulary.ts';

/** A channel or group chat that the bot has been brought into: everybody there reads along. */
export interface Room {
  id: RoomId;
  platform: Platform;
  /** The platform's own id of the conversation. */
  conversation: string;
  place: Place;
  /** The unit whose inbox is shown here; null: none is. */
  unit: UnitId | null;
  /** Who brought the inbox here. */
  followedBy: PersonId | null;
}

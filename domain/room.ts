import type { Place } from './organisation.ts';
import type { Platform } from './vocabulary.ts';

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

import type { Place } from '../../domain/people/place.ts';
import type { IncomingFile } from '../../domain/requests/record/attachment.ts';
import type { Language, Platform } from '../../domain/vocabulary.ts';
import type { Edit, Words } from '../../handlers/conversation/written-messages.ts';
import type { Inbound } from '../../handlers/handler.ts';

/** The person who wrote, as the platform has proved it. */
export interface Sender {
  platform: Platform;
  tenant: string;
  /** The platform's own id of the person. */
  user: string;
  /** The platform's own id of the conversation it was said or pressed in. */
  conversation: string;
  /** The person's own chat with the bot; null in a channel or group, where others read along. */
  place: (Place & { user: string }) | null;
  /** Whether a chat that is known from before can be the sender's; absent where ids of users are unique everywhere. */
  isAt?(known: Place): boolean;
  /** The channel or group; null in the person's own chat. */
  room: Place | null;
  /** The language of the platform's client, for people whose own is not known. */
  locale(): Promise<Language>;
  /** True when what was sent shows by itself that the sender belongs to another organisation. */
  foreign?: boolean;
  /**
   * The platform's description of the sender; asked for only when we do not know the person. Null when it does not tell us
   * where the person is now.
   */
  profile(): Promise<Profile | null>;
}

export interface Profile {
  email: string | null;
  /** The user principal name, where the platform has one. */
  upn: string | null;
  name: string;
  /** Invited from outside: another organisation's person, or an account with only some of a member's rights. */
  guest: boolean;
  /** Another app, or this bot itself. */
  isApp?: boolean;
}

/** A button or a form. */
export type Action = { arrives: 'action' } & Inbound & {
    /** The client did it, and nobody pressed anything. */
    byItself?: boolean;
    /** Everybody in a channel would see the answer: there nothing is done. */
    seenByAll?: boolean;
  };

/** A change of words that were sent before. */
export type Afterwards =
  | ({ arrives: 'edit' } & Edit & { message: string; files: readonly IncomingFile[]; editedAt: Date | null })
  | { arrives: 'deletion'; message: string; idempotencyKey: string };

/** Anything that comes in from a platform. `idempotencyKey` names it, so that a repeat changes nothing. */
export type Arrival =
  | Action
  | ({ arrives: 'words' } & Words & { message: string; files: readonly IncomingFile[] })
  /** Words that stand in no message, such as those behind a slash command. */
  | { arrives: 'command'; text: string; idempotencyKey: string }
  | Afterwards
  /** A person has opened their chat with the bot. */
  | { arrives: 'opening'; idempotencyKey: string }
  /** The platform has given the sender's channel another id than this. */
  | { arrives: 'room-moved'; idempotencyKey: string; from: string }
  /** The bot was brought into a channel or group. */
  | { arrives: 'bot-added'; idempotencyKey: string }
  /**
   * The bot was taken out of a channel or group. `conversation` where that is not the sender's own; `shared` is what the
   * places of several have in common that it was taken out of at once.
   */
  | { arrives: 'bot-removed'; idempotencyKey: string; conversation?: string; shared?: Place };

/** Whether a message that came before was changed or taken back. */
export function isAfterwards(arrival: Arrival): arrival is Afterwards {
  return arrival.arrives === 'edit' || arrival.arrives === 'deletion';
}

/** The moment that a platform names; null when it names none. */
export function readMoment(named: string | number): Date | null {
  const at = new Date(named);
  return Number.isNaN(at.getTime()) ? null : at;
}

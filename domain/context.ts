import type { Room } from './channels/room.ts';
import type { MessagePlace } from './delivery/posting.ts';
import type { IncomingFile } from './requests/record/attachment.ts';

/**
 * Trusted facts about how something came in. The edges alone build it from what the platform has proved; whatever a card
 * or a form claims is input, and no input reaches it.
 */
export interface Context {
  /** The channel or group chat in which it was said or pressed; null in a private chat and where there is no chat. */
  room: Room | null;
  /** The message in which it was written; null where a button or a form was used. */
  message: WrittenMessage | null;
}

export interface WrittenMessage {
  at: MessagePlace;
  /** When the words were changed to what they are; null as they were first sent, and where nobody knows. */
  editedAt: Date | null;
  files: readonly IncomingFile[];
}

/** For what jobs, pages and the command line do. */
export const withoutChat: Context = { room: null, message: null };

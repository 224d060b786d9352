import type { Room } from './channels/room.ts';
import type { MessagePlace } from './delivery/posting.ts';
import type { IncomingFile } from './requests/record/attachment.ts';

/**
 * Trusted facts about an arrival. Only the edges build it, from facts that the platform has proved. All claims of a
 * card or form are input, and input never reaches the context.
 */
export interface Context {
  /** The channel or group chat of the arrival; null in a private chat and where there is no chat. */
  room: Room | null;
  /** The written message; null when a button or form was used. */
  message: WrittenMessage | null;
}

export interface WrittenMessage {
  at: MessagePlace;
  /** The instant of the last edit; null for a message as it was first sent, and when the platform does not tell. */
  editedAt: Date | null;
  files: readonly IncomingFile[];
}

/** The context of jobs, pages and the command line. */
export const withoutChat: Context = { room: null, message: null };

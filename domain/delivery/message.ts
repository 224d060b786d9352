/**
 * What the bot has to tell without being asked, as meaning: it is rendered at delivery, in the reader's language, for
 * the reader's platform, as things stand then.
 */
export type PersonMessage =
  | { kind: 'campaign-prompt'; campaignId: string }
  | { kind: 'request-arrived'; requestId: string }
  | { kind: 'answer-given'; requestId: string }
  | { kind: 'request-delivered'; requestId: string }
  | { kind: 'request-withdrawn'; requestId: string }
  | { kind: 'comment-given'; requestId: string; commentId: string }
  | { kind: 'file-refused'; fileId: string }
  | { kind: 'join-asked'; joinId: string }
  | { kind: 'let-in' }
  | { kind: 'weekly-digest' /** ISO date of the Monday it is due: it tells of the seven days before. */; week: string };

/** What a channel is told. */
export type RoomMessage =
  /** The card of a request in a unit's channel: posted, or brought up to date where it stands. */
  { kind: 'room-card'; requestId: string } | { kind: 'room-comment'; requestId: string; commentId: string };

/** What nobody is disturbed by: work that was promised in a transaction and is done after it. */
export type BackgroundTask =
  /** Everything that shows the request is brought up to date: channels and Home tabs. */
  | { kind: 'request-changed'; requestId: string }
  | { kind: 'home'; personId: string }
  | { kind: 'fetch-file'; fileId: string };

export type Message = PersonMessage | RoomMessage | BackgroundTask;

export type PersonMessageKind = PersonMessage['kind'];

/** Nudges are not about something the person asked for or owes: one a day at most. */
export const nudges: readonly Message['kind'][] = ['campaign-prompt', 'weekly-digest'];

const errands: Record<BackgroundTask['kind'], true> = { 'request-changed': true, home: true, 'fetch-file': true };

export function isBackgroundTask(message: Message): message is BackgroundTask {
  return Object.hasOwn(errands, message.kind);
}

const roomMessages: Record<RoomMessage['kind'], true> = { 'room-card': true, 'room-comment': true };

export function isForRoom(message: Message): message is RoomMessage {
  return Object.hasOwn(roomMessages, message.kind);
}

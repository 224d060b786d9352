/**
 * What the bot has to tell a person without being asked, as meaning: it is rendered at delivery, in the reader's
 * language, for the reader's platform, as things stand then.
 */
export type Message =
  | { kind: 'campaign-prompt'; campaignId: string }
  | { kind: 'request-arrived'; requestId: string }
  | { kind: 'answer-given'; requestId: string }
  | { kind: 'request-delivered'; requestId: string }
  | { kind: 'request-withdrawn'; requestId: string }
  | { kind: 'weekly-digest' /** ISO date of the Monday it is due: it tells of the seven days before. */; week: string };

export type MessageKind = Message['kind'];

/** Nudges are not about something the person asked for or owes: one a day at most. */
export const nudges: readonly MessageKind[] = ['campaign-prompt', 'weekly-digest'];

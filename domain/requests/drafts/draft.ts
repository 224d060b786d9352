import type { DraftId, PersonId, RequestId } from '../../ids.ts';
import { textLimits } from '../../input.ts';
import { hasWords } from '../../text/clean-text.ts';
import type { SaidNumbers } from '../../text/cpr/said-numbers.ts';

/** A leader's words before they are a request: kept until they are sent or thrown away. */
export interface Draft {
  id: DraftId;
  personId: PersonId;
  text: string;
  createdAt: Date;
  /**
   * The instant of the edit that the text comes from; absent when the text is that of the message as it was first sent.
   */
  editedAt?: Date;
  /** Absent when the writer has said nothing of its numbers. */
  numbers?: SaidNumbers;
  /** The instant at which its leader was told that it is not sent; absent: not yet. */
  mentionedAt?: Date;
  /** The instant at which the writer last asked to see it; absent when they did not. */
  shownAt?: Date;
  /** The draft of the second wish, when the message had two and was split; the message is that of both. Null: it is one again. */
  rest?: DraftId | null;
  /** Absent for words that are taken for a wish. */
  reply?: DraftReply;
  /** The messages that the draft was made of, where they were several; absent: one. */
  parts?: readonly DraftPart[];
  /** An earlier draft of the same day that may be on the same matter, which the card asks about. */
  near?: DraftId;
  /** The instant at which the writer said no to it; null: it has been shown again. */
  deniedAt?: Date | null;
}

/** One of several messages that are one draft. */
export interface DraftPart {
  text: string;
  /** The instant at which it came. */
  at: Date;
  /** The instant of the edit that the text comes from; absent when it is as it was first sent. */
  editedAt?: Date;
  /** The names of the message (`nameOfMessage`): a platform may repeat one under another id. */
  messages: readonly string[];
}

/** Words that answer the other side of a request. */
export type DraftReply =
  /** They go out at this time, unless their writer takes them back. */
  | { is: 'going'; to: RequestId; at: Date }
  /** They may be for one of these requests or be a wish, and the writer is asked. */
  | { is: 'unclear'; among: readonly RequestId[] };

/** Tells whether the draft waits for its writer, who has sent nothing of it yet. */
export function isOpen({ reply }: Pick<Draft, 'reply'>): boolean {
  return reply?.is !== 'going';
}

/** Tells whether words of a draft can be sent as a reply. */
export function canBeReply(text: string): boolean {
  return hasWords(text) && text.length <= textLimits.comment;
}

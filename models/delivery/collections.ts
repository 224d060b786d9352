import type { Connection } from 'mongoose';
import type { Posting } from '../../domain/delivery/posting.ts';
import type { StoredMessage } from '../../domain/delivery/queue.ts';
import { count, date, model, optionalDate, optionalStructure, optionalText, structure, text } from '../schema.ts';

/** A posting: a message in a chat that shows a draft or request. */
type PostingRow = Posting & { organisation: string };

export interface OutboxRow {
  _id: string;
  organisation: string;
  /**
   * The queue of the row: rows with the same `to` go one after the other. It is a person's id, a room's id or a task's
   * lane.
   */
  to: string;
  message: StoredMessage;
  notBefore: Date;
  at: Date;
  /** The order within a conversation: microseconds, strictly rising in each instance. */
  order: number;
  state: 'waiting' | 'sent' | 'settled' | 'parked';
  attempts: number;
  /** The instance that is sending the row, and the end of its claim. */
  claim: string | null;
  claimedUntil: Date;
  sentAt: Date | null;
  /** The reason why it was parked or put off, as a code for the administrator. */
  problem: string | null;
}

interface ReceiptRow {
  organisation: string;
  receipt: string;
  /** The outcome of the first arrival: of any shape, null where it has no value. */
  value: unknown;
  /** The digest of the words of a form; null in rows of version 0.1 and under the name that it would give. */
  typed: string | null;
  at: Date;
}

interface OccurrenceRow {
  organisation: string;
  job: string;
  occurrence: string;
  at: Date;
}

/** The collections of outbox rows, postings, receipts and done occurrences. */
export function deliveryCollections(connection: Connection) {
  return {
    postings: model<PostingRow>(
      connection,
      'postings',
      { organisation: text, platform: text, conversation: text, message: text, about: text, kind: text, to: text },
      [
        [{ organisation: 1, platform: 1, conversation: 1, message: 1 }, { unique: true }],
        [{ organisation: 1, about: 1 }],
      ],
    ),
    outbox: model<OutboxRow>(
      connection,
      'outbox',
      {
        _id: text,
        organisation: text,
        to: text,
        message: structure,
        notBefore: date,
        at: date,
        order: count,
        state: text,
        attempts: count,
        claim: optionalText,
        claimedUntil: date,
        sentAt: optionalDate,
        problem: optionalText,
      },
      [
        [{ organisation: 1, state: 1, notBefore: 1 }],
        [{ organisation: 1, to: 1, state: 1, order: 1 }],
        [{ organisation: 1, to: 1, state: 1, sentAt: 1 }],
      ],
    ),
    receipts: model<ReceiptRow>(
      connection,
      'receipts',
      { organisation: text, receipt: text, value: optionalStructure, typed: optionalText, at: date },
      [
        [{ organisation: 1, receipt: 1 }, { unique: true }],
        // A month is far beyond any redelivery of either platform; after it, the state of the request refuses old
        // cards.
        [{ at: 1 }, { expireAfterSeconds: 30 * 24 * 3600 }],
      ],
    ),
    occurrences: model<OccurrenceRow>(
      connection,
      'occurrences',
      { organisation: text, job: text, occurrence: text, at: date },
      [[{ organisation: 1, job: 1, occurrence: 1 }, { unique: true }]],
    ),
  };
}

export type DeliveryCollections = ReturnType<typeof deliveryCollections>;

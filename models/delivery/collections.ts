import type { ClientSession, Connection } from 'mongoose';
import type { DeliveryClass } from '../../domain/delivery/classes.ts';
import type { Posting } from '../../domain/delivery/posting.ts';
import type { RowState, StoredMessage } from '../../domain/delivery/queue.ts';
import {
  absentStructure,
  anyText,
  count,
  date,
  flag,
  model,
  optionalCount,
  optionalDate,
  optionalStructure,
  optionalText,
  structure,
  text,
  zero,
} from '../schema.ts';

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
  state: RowState;
  attempts: number;
  /** The lock of whoever is sending the row, and its end by the clock of the database. */
  claim: string | null;
  claimedUntil: Date;
  sentAt: Date | null;
  /** The reason why it was parked or put off, as a code for the administrator. */
  problem: string | null;
  /** The class of a message; null for a background task and in rows of version 0.1, as the rank. */
  class: DeliveryClass | null;
  rank: number | null;
  /** The campaign or the occurrence of a schedule that a row of news and nudges belongs to. */
  series: string;
  doubts: number;
  /** Whether administrators were told that it is parked. */
  told: boolean;
}

/** A row of the outbox that is done, without anything that people wrote. */
export interface LedgerRow {
  /** The id of the row of the outbox. */
  _id: string;
  organisation: string;
  to: string;
  kind: string;
  class: DeliveryClass | null;
  /** The digest of recipient and message, by which the same message is found. */
  what: string;
  /** As in `OutboxRow`; '' for all other classes. */
  series: string;
  /** The instants at which it was put in, and at which it was sent or settled. */
  at: Date;
  endedAt: Date;
  result: 'sent' | 'settled';
  platform: string | null;
  attempts: number;
  /** The number of tries of which nobody knows whether they arrived. */
  doubts: number;
  /** The number of times that it was sent once more by a holder who had lost the row. */
  repeats: number;
}

interface OutcomeRow {
  organisation: string;
  /** The digest of the name of the arrival; the field and the collection keep the names of version 0.1. */
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
  /** The name of the occurrence, which is done once; for a person it ends in their id. */
  occurrence: string;
  /** Whether people have marks of their own. */
  each: boolean;
  at: Date;
}

/** The sign of life of an organisation's bot. */
interface HeartbeatRow {
  /** The id of the organisation. */
  _id: string;
  at: Date;
}

/** The bots on one database tell each other this: one document for all, so that one command tells and hears. */
export interface InstancesRow {
  _id: string;
  /** The number of times that each bot has said that it lives, by its id. */
  beats: Record<string, number>;
  /** The sessions in which each has begun transactions. */
  sessions: Record<string, ReadonlyArray<NonNullable<ClientSession['id']>>>;
}

/**
 * Ledger lines are kept for this long: the yearly report looks back a year and a month, and a row that was parked for
 * months can still be asked for.
 */
export const ledgerDays = 400;

/** The collections of outbox rows, the ledger of them, postings, outcomes and done occurrences. */
export function deliveryCollections(connection: Connection) {
  return {
    postings: model<PostingRow>(
      connection,
      'postings',
      {
        organisation: text,
        platform: text,
        conversation: text,
        message: text,
        about: text,
        kind: text,
        to: text,
        shown: absentStructure,
      },
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
        class: optionalText,
        rank: optionalCount,
        series: anyText,
        doubts: zero,
        told: flag,
      },
      // The embedded server uses an index only for filters that name nothing but its fields, with one range among them.
      [
        [{ organisation: 1, state: 1, notBefore: 1 }],
        [{ organisation: 1, state: 1, rank: 1, notBefore: 1 }],
        [{ organisation: 1, state: 1, rank: 1, series: 1, notBefore: 1 }],
        [{ organisation: 1, state: 1, attempts: 1 }],
        [{ organisation: 1, to: 1, state: 1, order: 1 }],
        // For what version 0.1 has sent, until `contract`.
        [{ organisation: 1, to: 1, state: 1, sentAt: 1 }],
      ],
    ),
    deliveries: model<LedgerRow>(
      connection,
      'deliveries',
      {
        _id: text,
        organisation: text,
        to: text,
        kind: text,
        class: optionalText,
        what: text,
        series: anyText,
        at: date,
        endedAt: date,
        result: text,
        platform: optionalText,
        attempts: count,
        doubts: zero,
        repeats: zero,
      },
      [
        [{ organisation: 1, to: 1, endedAt: 1 }],
        [{ organisation: 1, what: 1 }],
        [{ organisation: 1, series: 1, result: 1 }],
        [{ endedAt: 1 }, { expireAfterSeconds: ledgerDays * 24 * 3600 }],
      ],
    ),
    outcomes: model<OutcomeRow>(
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
    heartbeats: model<HeartbeatRow>(connection, 'heartbeats', { _id: text, at: date }, []),
    occurrences: model<OccurrenceRow>(
      connection,
      'occurrences',
      { organisation: text, job: text, occurrence: text, each: flag, at: date },
      [[{ organisation: 1, job: 1, occurrence: 1 }, { unique: true }]],
    ),
    instances: model<InstancesRow>(connection, 'instances', { _id: text, beats: structure, sessions: structure }, []),
  };
}

export type DeliveryCollections = ReturnType<typeof deliveryCollections>;

import type { Platform } from '../vocabulary.ts';
import type { DeliveryClass, OneADay } from './classes.ts';

/**
 * The states of a row of the outbox:
 *
 *     pending ──claim──▶ sending ──▶ sent      it arrived, or is settled; it leaves the queue for the ledger
 *        ▲                  │
 *        ├ put off/held/moved ┤                it surely did not arrive: tried again, or later
 *        ├───── unknown ────┤                  it may have arrived, and nobody may miss it: asked for or sent again
 *        │                  ▼
 *        └── sent again ── dead                it never will arrive, or it may have and must not come twice: parked
 *
 * - **pending**: `state: 'waiting'` without a claim, from `notBefore` on. An earlier row of its conversation that is due,
 *   is sent now, or was tried before goes first; one whose time has not come does not hold it back. News and nudges wait
 *   for each other alone.
 * - **sending**: `state: 'waiting'` with `claim`, which is the lock and the fence in one. The claim is different each time,
 *   and every write of its holder names it, so that the writes of a former holder match nothing. The lock ends at
 *   `claimedUntil` by the clock of the database: no machine's own clock decides who may send. Domain time, which
 *   tests and the playground move, decides `notBefore` alone. A row is claimed as it was read: one that was tried since then
 *   is looked at again first, because its last holder may have left it in doubt.
 * - **sent**: its line is in the ledger (`deliveries`) and the row is deleted, in this order. A row whose holder died in
 *   between is found in the ledger and is not sent again. In between the conversation rests: the row stays claimed for as
 *   long as the platform wants no other message in that chat, so that no instance writes there too soon.
 * - **unknown**: the platform did not answer, its answer could not be stored, or the holder died. `doubts` counts it. News and nudges are parked, with the
 *   problem `unknown`; all others are pending again: Slack is asked whether the message stands in the private chat, and
 *   elsewhere the message is sent again.
 * - **dead**: `state: 'parked'` with the reason as `problem`, for an administrator, who sends it again.
 *
 * Version 0.1 reads and writes the same fields, leaves rows that are done in the queue (`sent`, `settled`), and knows no
 * class, rank and doubts: a row without them counts as its kind does.
 */
export type RowState = 'waiting' | 'sent' | 'settled' | 'parked';

/** The content of a stored row: a kind of domain/index.ts and its payload. Another version may have written it. */
export interface StoredMessage {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** A message or task as it is put into the outbox. */
export interface PutIn {
  to: string;
  message: StoredMessage;
  notBefore: Date;
  /** The class of a message; absent for a background task. */
  class?: DeliveryClass;
}

/** One message of a class that is bundled, to many people: the prompts of a campaign, or an occurrence of a schedule. */
export interface Series {
  class: OneADay;
  message: StoredMessage;
}

/** A row that waits or is being sent, as somebody who looks sees it. */
export interface QueuedRow {
  id: string;
  /** Rows with the same `to` are one conversation: a person's, a room's, or a lane of background tasks. */
  to: string;
  message: StoredMessage;
  notBefore: Date;
  /** The order in which rows were put in. */
  order: number;
  /** The instant at which it was put in. */
  at: Date;
  /** The number of tries so far. */
  attempts: number;
  /** Null for a background task, and for a row of version 0.1. */
  class: DeliveryClass | null;
  rank: number | null;
  /** The number of tries of which nobody knows whether they arrived. */
  doubts: number;
  /** Whether somebody is sending it now, or has died of it. */
  lock: 'free' | 'held' | 'left';
}

/** An outbox row that only this instance may send until its claim runs out. */
export interface Claimed {
  id: string;
  claim: string;
  to: string;
  message: StoredMessage;
  class: DeliveryClass | null;
  rank: number | null;
  /** The number of earlier tries. */
  attempts: number;
  /** The number of earlier tries of which nobody knows whether they arrived. */
  doubts: number;
  at: Date;
  notBefore: Date;
  /** Whether its holder has time enough left to send it: false after a pause of the whole machine. */
  mayStillSend(): boolean;
}

/** The fate of a claimed row. */
export type Fate =
  /** It arrived; `platform`: where a person has it. */
  | { is: 'sent'; platform: Platform | null }
  /** The background task is done, and nobody asks for it again. */
  | { is: 'done' }
  /** The matter is settled meanwhile, or nobody is left to tell it to. */
  | { is: 'settled' }
  /** Another try; later rows of that conversation wait with it. `unknown`: it may have arrived. */
  | { is: 'put-off'; until: Date; problem: string; unknown: boolean }
  /** Its whole workspace or tenant waits: no try is counted, and later rows of that conversation wait with it. */
  | { is: 'held'; until: Date; problem: string }
  /** A later time: no try is counted, and no other row waits for it. */
  | { is: 'moved'; until: Date }
  /** For an administrator. */
  | { is: 'parked'; problem: string; unknown: boolean };

export interface Ended {
  row: Claimed;
  fate: Fate;
  /** Whether a row that was sent stays claimed, because its conversation rests. */
  rests?: boolean;
}

export interface Look {
  rows: QueuedRow[];
  /** Whether the look has come to the end of what is due: nobody with a due row was left out. */
  isAll: boolean;
  /** The recipients who have more due rows than a look gives of one. */
  cut: ReadonlySet<string>;
}

/** The outbox as the delivering job sees it; two instances never hold the same row. */
export interface DeliveryQueue {
  /** Tells whether any row is due or being sent. */
  hasDue(): Promise<boolean>;
  /** Gives the rows that are due, of all ranks, up to a limit. */
  look(): Promise<Look>;
  /**
   * Gives the first due rows of one rank, for a queue that is too long for one look; null: those of version 0.1. Of
   * news and nudges it gives as many of each campaign and schedule. Of all others it gives a few of each recipient, and
   * goes on until it has found enough recipients to whom something may be sent.
   * @param isBlocked whether nothing may be sent to a recipient now
   */
  lookAt(rank: number | null, isBlocked: (to: string) => boolean): Promise<Look>;
  /** Gives the rows that are being sent or were tried before: they may hold back later ones of their conversation. */
  tried(): Promise<QueuedRow[]>;
  /** Gives the rows before this one in its conversation, also those that no look has given; without news and nudges. */
  before(row: QueuedRow): Promise<QueuedRow[]>;
  /** Claims the rows that are still free, in one command. */
  claim(rows: readonly QueuedRow[]): Promise<Claimed[]>;
  /**
   * Takes over rows whose holder died. One that the ledger has is done; the others count a doubt and wait again.
   * @param parks whether it must not come twice, and is parked instead
   * @param isTask whether it is a background task, which may be repeated without doubt
   */
  recover(
    rows: readonly QueuedRow[],
    parks: (row: QueuedRow) => boolean,
    isTask: (row: QueuedRow) => boolean,
  ): Promise<void>;
  /**
   * Notes what became of claimed rows. A row that meanwhile belongs to somebody else stays as it is.
   * @param rested rows that were noted as sent before, and whose conversations have rested
   */
  finish(ended: readonly Ended[], rested?: readonly Claimed[]): Promise<void>;
  /** Tells whether the recipient has been sent a message of these kinds since then. */
  sentSince(to: string, kinds: readonly string[], since: Date): Promise<boolean>;
}

/** The content of a stored row: a kind of domain/index.ts and its payload. Another version may have written it. */
export interface StoredMessage {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** An outbox row that only this instance may send until its claim runs out. */
export interface Claimed {
  id: string;
  claim: string;
  to: string;
  message: StoredMessage;
  /** The number of earlier tries. */
  attempts: number;
}

/**
 * The outbox as the delivering job sees it. One person's rows come in the order in which they were put in. Two
 * instances never hold the same row, and a row whose holder died is free again when its claim runs out.
 */
export interface DeliveryQueue {
  claim(): Promise<Claimed | null>;
  sent(row: Claimed): Promise<void>;
  /** Deletes the row of a finished background task, since nobody asks for it again. */
  done(row: Claimed): Promise<void>;
  /** Ends a row without sending it: the matter is settled meanwhile. */
  settled(row: Claimed): Promise<void>;
  /** Schedules another try; later rows of that chat wait with it. */
  postpone(row: Claimed, until: Date, problem: string): Promise<void>;
  /** Moves the row to a later time: no try is counted, and no other row waits for it. */
  defer(row: Claimed, until: Date): Promise<void>;
  /** Parks a row that cannot be delivered, where an administrator sees it. */
  park(row: Claimed, problem: string): Promise<void>;
  /** Tells whether the recipient has been sent a message of these kinds since then. */
  sentSince(to: string, kinds: readonly string[], since: Date): Promise<boolean>;
}

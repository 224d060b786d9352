/** A row's content as it is stored: a kind of domain/index.ts, and its payload. Another version may have written it. */
export interface StoredMessage {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** An outbox row that this instance alone may send until its claim runs out. */
export interface Claimed {
  id: string;
  claim: string;
  to: string;
  message: StoredMessage;
  /** How often it was tried before. */
  attempts: number;
}

/**
 * The outbox as the delivering job sees it. Within one person's chat rows come in the order they were put in; two
 * instances never hold the same row, and a row whose holder died is free again when its claim runs out.
 */
export interface DeliveryQueue {
  claim(): Promise<Claimed | null>;
  sent(row: Claimed): Promise<void>;
  /** A background task is done, and nobody will ask for it again. */
  done(row: Claimed): Promise<void>;
  /** The matter is settled meanwhile: nothing is sent. */
  settled(row: Claimed): Promise<void>;
  /** Try again later; what comes after it in that chat waits with it. */
  postpone(row: Claimed, until: Date, problem: string): Promise<void>;
  /** Not the time yet: no try is counted, and nothing waits for it. */
  defer(row: Claimed, until: Date): Promise<void>;
  /** Cannot be delivered: kept where an administrator sees it. */
  park(row: Claimed, problem: string): Promise<void>;
  /** Whether something of these kinds was sent to them since then. */
  sentSince(to: string, kinds: readonly string[], since: Date): Promise<boolean>;
}

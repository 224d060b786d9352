import { LRUCache } from 'lru-cache';

/** A redelivery comes within minutes, and a large municipality writes some hundred messages in that time; about 2 MB. */
const mostRemembered = 10_000;

/**
 * Messages that this instance has answered or is answering. A platform that grew impatient sends the same one again;
 * the kept outcomes keep that from changing anything, and this keeps the reply from coming twice. Not stored: a repeat that
 * reaches another instance costs one reply too many and nothing else.
 */
export class AnswerOnce {
  private readonly seen = new LRUCache<string, Promise<void>>({ max: mostRemembered });

  /**
   * Does `work` unless it was done or is under way, and then ends as that does: a repeat that was acknowledged while the
   * first fails would be the last that is heard of it. Failed work may be tried again.
   */
  once(arrival: string, work: () => Promise<void>): Promise<void> {
    const earlier = this.seen.get(arrival);
    if (earlier) return earlier;
    const done = work().catch((error: unknown) => {
      this.seen.delete(arrival);
      throw error;
    });
    this.seen.set(arrival, done);
    return done;
  }
}

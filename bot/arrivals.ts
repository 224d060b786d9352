/** Redeliveries come within minutes; so many messages are remembered. */
const most = 10_000;

/**
 * Messages that this instance has answered or is answering. A platform that grew impatient sends the same one again;
 * the receipts keep that from changing anything, and this keeps the reply from coming twice. Not stored: a repeat that
 * reaches another instance costs one reply too many and nothing else.
 */
export class Arrivals {
  private readonly seen = new Set<string>();

  /** Does `work` unless it was done or is under way; what failed may be tried again. */
  async once(arrival: string, work: () => Promise<void>): Promise<void> {
    if (this.seen.has(arrival)) return;
    this.seen.add(arrival);
    if (this.seen.size > most) this.seen.delete(this.seen.values().next().value ?? '');
    try {
      await work();
    } catch (error) {
      this.seen.delete(arrival);
      throw error;
    }
  }
}

import type { World } from '../../ports.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Attachment } from './attachment.ts';
import type { Comment } from './comment.ts';
import type { HistoryEvent } from './history.ts';
import type { Request } from './request.ts';

/** The parts of the record of a draft or request, each as it was last read or written. */
export interface Parts {
  draft?: Promise<Draft | null>;
  request?: Promise<Request | null>;
  history?: Promise<HistoryEvent[]>;
  comments?: Promise<Comment[]>;
  files?: Promise<Attachment[]>;
}

/**
 * Milliseconds for which deliveries take a record as it was known: about as long as the deliveries that an action causes
 * take, and as long as a card is on its way in any case.
 */
const sharedMs = 1000;

/** An overview is taken for so many times as long as it takes to read, so that thousands of digests are not mostly reading. */
const overviewTimes = 10;

/** Records that were read or written a moment ago, of one organisation on one instance. */
export class SharedRecords {
  private readonly kept = new Map<string, { parts: Parts; until: number }>();
  private readonly overviews = new Map<string, { read: ReturnType<World['requests']['overview']>; until: number }>();
  private readonly clock: () => number;

  /** @param clock milliseconds that never go back */
  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** Gives the parts that are known, to which the caller adds what it reads. */
  of(id: string): Parts {
    const known = this.kept.get(id);
    if (known && known.until > this.clock()) return known.parts;
    const parts: Parts = {};
    this.put(id, parts);
    return parts;
  }

  /** The instant from which a transaction begins to know records. */
  now(): number {
    return this.clock();
  }

  /**
   * Keeps what a transaction knows that began at an instant. Others who have read or written a record since then may
   * know newer parts, so that nothing is kept of it; nor is it when this cannot be told any more.
   */
  publish(id: string, parts: Parts, began: number): void {
    const known = this.kept.get(id);
    const isShared = known !== undefined && known.until - sharedMs > began;
    this.forget(id);
    if (!isShared && this.clock() - began < sharedMs) this.put(id, parts);
  }

  put(id: string, parts: Parts): void {
    const now = this.clock();
    // The oldest stand first.
    for (const [old, { until }] of this.kept) {
      if (until > now) break;
      this.kept.delete(old);
    }
    this.kept.delete(id);
    this.kept.set(id, { parts, until: now + sharedMs });
  }

  /** Gives the overview of these days, which many managers get one after the other. */
  overview(
    days: string,
    read: () => ReturnType<World['requests']['overview']>,
  ): ReturnType<World['requests']['overview']> {
    const known = this.overviews.get(days);
    if (known && known.until > this.clock()) return known.read;
    this.overviews.clear();
    const began = this.clock();
    // Until it has come, everybody waits for the same one.
    const asked = { read: read(), until: Number.POSITIVE_INFINITY };
    this.overviews.set(days, asked);
    asked.read.then(
      () => {
        asked.until = began + Math.max(sharedMs, overviewTimes * (this.clock() - began));
      },
      () => {
        if (this.overviews.get(days) === asked) this.overviews.delete(days);
      },
    );
    return asked.read;
  }

  /** Forgets a record that was written, and every overview. */
  forget(id: string): void {
    this.kept.delete(id);
    this.overviews.clear();
  }

  clear(): void {
    this.kept.clear();
    this.overviews.clear();
  }
}

/** Gives a part that is known, or asks for it. */
export function known<Name extends keyof Parts>(
  parts: Parts,
  name: Name,
  read: () => NonNullable<Parts[Name]>,
): NonNullable<Parts[Name]> {
  const found = parts[name];
  if (found) return found;
  const asked = read();
  parts[name] = asked;
  // A failed read is asked for again, and its caller hears of the failure.
  asked.catch(() => {
    if (parts[name] === asked) delete parts[name];
  });
  return asked;
}

import type { StoredMessage } from '../../domain/delivery/queue.ts';
import type { DeliveryCollections } from './collections.ts';

/** A row that waits for an administrator. */
export interface ParkedRow {
  id: string;
  /** When it was put in. */
  at: Date;
  /** The id of a person or a room, or the lane of a background task. */
  to: string;
  message: StoredMessage;
  /** The reason as a code: docs/operations.md, Parked messages. */
  problem: string;
  attempts: number;
  /** The number of tries of which nobody knows whether they arrived. */
  doubts: number;
}

/** The reasons that end when the person is back: they write, bring the app in again, or are found anew. */
export const waitingForChat: readonly string[] = ['no-chat', 'unreachable', 'uninstalled'];

/**
 * Selects parked rows: all of them, or by their ids, their recipient, their reasons.
 */
interface Which {
  ids?: readonly string[];
  to?: string;
  problems?: readonly string[];
}

/** The parked rows of one organisation, for its administrators in chat and on the command line. */
export function parkedOf({ outbox }: Pick<DeliveryCollections, 'outbox'>, organisation: string, now: () => Date) {
  const select = async ({ ids, to, problems }: Which) => {
    const rows = await outbox.find({ organisation, state: 'parked', ...(to === undefined ? {} : { to }) }).lean();
    return rows.filter(
      ({ _id, problem }) =>
        (ids === undefined || ids.includes(_id)) && (problems === undefined || problems.includes(problem ?? '')),
    );
  };
  return {
    /** Oldest first. */
    async list(): Promise<ParkedRow[]> {
      return (await select({}))
        .toSorted((a, b) => a.order - b.order)
        .map(({ _id: id, at, to, message, problem, attempts, doubts }) => {
          return { id, at, to, message, problem: problem ?? '', attempts, doubts };
        });
    },

    /** Lets rows wait again, as if they had never been tried; those in doubt stay so. Gives the number of them. */
    async sendAgain(which: Which = {}): Promise<number> {
      const rows = await select(which);
      if (rows.length === 0) return 0;
      const again = {
        state: 'waiting',
        attempts: 0,
        claim: null,
        claimedUntil: new Date(0),
        notBefore: now(),
        problem: null,
      } as const;
      const parked = { _id: { $in: rows.map(({ _id }) => _id) }, state: 'parked' } as const;
      return (await outbox.updateMany(parked, again)).modifiedCount;
    },
  };
}

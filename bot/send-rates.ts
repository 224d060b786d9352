import { DeliveryProblem } from '../jobs/job.ts';
import { NoTurn, type Pace, type Rate } from '../models/delivery/rates.ts';

/** Waits before a call until the platform's limits allow it. */
export interface SendRates {
  /** @param rank the place of the message in the queue. Throws `DeliveryProblem` when it is to be tried again later */
  wait(
    limits: readonly Rate[],
    conversation: { name: string; limits: readonly Limit[] } | null,
    rank: number,
  ): Promise<void>;
}

/** At most `calls` in any `seconds`. */
export interface Limit {
  calls: number;
  seconds: number;
}

/** No limits: where no platform is. */
export const unlimited: SendRates = { wait: async () => undefined };

/** A call waits in its place for no longer. */
const longestWaitSeconds = 2;

/**
 * Gives the rate of at most `calls` in any second over all instances. Instants are 4.5 % further apart than the limit asks
 * for: 30 of them take 1045 ms, so that one which is used late by up to 45 ms still is not the 31st of a second.
 */
export const perSecond = (name: string, calls: number): Rate => ({ name, intervalMs: 1045 / calls, block: 4 });

/** Gives the rate of at most `calls` in any minute over all instances. */
export const perMinute = (name: string, calls: number): Rate => ({ name, intervalMs: 60_000 / (calls - 1), block: 1 });

/**
 * Holds calls to what platforms allow: tenants, workspaces and methods over all instances, and a conversation on this one,
 * because the queue lets one instance at a time write there.
 */
export function sendRates(pace: Pace, elapsed: () => number = () => performance.now()): SendRates {
  const sent = new Map<string, number[]>();
  const secondsLeft = (name: string, limits: readonly Limit[], now: number): number => {
    const times = sent.get(name) ?? [];
    const waits = limits.map(({ calls, seconds }) => {
      const oldest = times.length < calls ? undefined : times[times.length - calls];
      return oldest === undefined ? 0 : oldest / 1000 + seconds - now / 1000;
    });
    return Math.max(0, ...waits);
  };
  const note = (name: string, limits: readonly Limit[]) => {
    const now = elapsed();
    const kept = Math.max(...limits.map(({ seconds }) => seconds)) * 1000;
    sent.set(name, [...(sent.get(name) ?? []).filter((at) => now - at < kept), now]);
    if (sent.size > mostConversations)
      for (const [key, times] of sent) if (now - (times.at(-1) ?? 0) >= kept) sent.delete(key);
  };
  return {
    async wait(limits, conversation, rank) {
      if (conversation) {
        const seconds = secondsLeft(conversation.name, conversation.limits, elapsed());
        if (seconds > longestWaitSeconds)
          throw new DeliveryProblem('later', 'the limit of the conversation', Math.ceil(seconds));
        if (seconds > 0) await new Promise<void>((resolve) => void setTimeout(resolve, seconds * 1000));
        note(conversation.name, conversation.limits);
      }
      for (const limit of limits) {
        try {
          await pace.turn(limit, rank);
        } catch (error) {
          if (error instanceof NoTurn) throw new DeliveryProblem('later', 'the limit of the platform', error.seconds);
          throw error;
        }
      }
    },
  };
}

const mostConversations = 5000;
